/** 正文的三种页：章首、小节、章末。写的是 front matter 和非有不可的标签，话由作者写。 */
import { dump } from 'js-yaml';
import type { z } from 'astro/zod';
import {
  chapterSchema,
  closingNeeds,
  closingSchema,
  sectionSchema,
} from '../../schemas/chapter.ts';
import type { Field } from './fields.ts';
import { chapterOf, defineKind, whichChapter, type Project } from './project.ts';

/** 编号一类的短列写成一行，长句不折行。 */
function page(fields: Readonly<Record<string, unknown>>, body = ''): string {
  const lines = Object.entries(fields).map(([name, value]) =>
    Array.isArray(value) && value.every((each) => typeof each === 'string')
      ? `${name}: [${value.join(', ')}]\n`
      : dump({ [name]: value }, { lineWidth: -1 }),
  );
  return `---\n${lines.join('')}---\n${body}`;
}

/** 问的话就是 schema 里那一项的说明。 */
const from = (schema: z.ZodType): Field => ({ ask: schema.description ?? '', schema });
const minutes = {
  ...from(sectionSchema.shape.minutes),
  form: 'number',
  preset: () => '10',
} as const;
const titles = ({ chapters }: Project) =>
  chapters.flatMap(({ title, sections }) => [title, ...sections.map((each) => each.title)]);
const padded = (number: number) => String(number).padStart(2, '0');
const named = <Row extends { title: string }>(rows: readonly Row[], value: (row: Row) => string) =>
  rows.map((row) => ({ value: value(row), label: row.title }));

export const chapter = defineKind({
  label: '一章',
  fields: ({ syllabus, chapters }) => ({
    slug: {
      ask: '大纲里的哪一章？章名照大纲写',
      options: () =>
        named(
          syllabus.chapters.filter(({ slug }) => !chapters.some((each) => each.slug === slug)),
          ({ slug }) => slug,
        ),
      none: '大纲里的各章都已经写了；新的章先加进 content/syllabus.yaml。',
    },
    question: from(chapterSchema.shape.question),
    summary: from(chapterSchema.shape.summary),
    objectives: {
      ask: '学习目标，一行一个，写完连按两次回车，如 explain-waits understand 说明能力够用时为什么排队',
      form: 'objective',
      many: 3,
    },
  }),
  make({ syllabus }, { slug, question, summary, objectives: lines }) {
    const {
      number = 0,
      title,
      english,
    } = syllabus.chapters.find((each) => each.slug === slug) ?? {};
    const file = `content/chapters/${padded(number)}-${slug}/index.mdx`;
    const objectives = lines.split('\n').map((line) => {
      const [id, bloom, ...words] = line.split(' ');
      return { id, text: words.join(' '), bloom };
    });
    return {
      files: { [file]: page({ title, english, question, summary, objectives }) },
      left: [
        `${file}：front matter 下面写两三段章首，从一个具体的场景写起；有了小节还空着，test/content/chapters.test.ts 会说。`,
        '接着 npm run new -- section：每个学习目标要有节教、有题考，归这一章的大纲条目都要有节讲。最后 npm run new -- closing。',
      ],
    };
  },
});

export const section = defineKind({
  label: '一节',
  fields: (project) => ({
    chapter: whichChapter(project),
    title: { ask: '节名，如 利用率悬崖', taken: () => titles(project) },
    english: { ask: '英文节名，如 The Utilization Cliff', form: 'english' },
    slug: {
      ask: '网址里用的英文编号，定了就不再改',
      form: 'id',
      preset: ({ english }) =>
        english
          ?.toLowerCase()
          .match(/[a-z0-9]+/g)
          ?.join('-'),
      taken: (got) => ['closing', ...chapterOf(project, got).sections.map(({ slug }) => slug)],
    },
    question: from(sectionSchema.shape.question),
    summary: from(sectionSchema.shape.summary),
    minutes,
    objectives: {
      ask: '落实哪些学习目标？（空格选，回车定）',
      many: 1,
      options: (got) =>
        chapterOf(project, got).objectives.map(({ id, text }) => ({ value: id, label: text })),
      none: '这一章的学习目标还没有写好，先改 index.mdx 的 objectives。',
    },
    syllabus: {
      ask: '教到哪些大纲条目？没有就不选（空格选，回车定）',
      many: 0,
      options: ({ chapter: slug = '' }) =>
        named(
          project.syllabus.items.filter(({ chapters }) => chapters.includes(slug)),
          ({ id }) => id,
        ),
    },
  }),
  make(project, { chapter: own, slug, minutes: time, objectives, syllabus, ...words }) {
    const { folder, sections } = chapterOf(project, { chapter: own });
    const number = Math.max(0, ...sections.map((each) => each.number)) + 1;
    const file = `${folder}/${padded(number)}-${slug}.mdx`;
    const taught = {
      objectives: objectives.split(' '),
      ...(syllabus && { syllabus: syllabus.split(' ') }),
    };
    return {
      files: { [file]: page({ ...words, minutes: Number(time), ...taught }) },
      left: [
        `${file}：front matter 下面写正文，问题 → 场景 → 先猜 → 讲解 → 例题或实验，两个以上小标题才有目录；空着时 test/content/chapters.test.ts 会说。`,
        'npm run new -- question 出两三道“考考自己”，少了 test/content/quizzes.test.ts 会说。',
      ],
    };
  },
});

export const closing = defineKind({
  label: '章末的小结与讨论',
  fields: (project) => ({
    chapter: whichChapter(project),
    question: from(closingSchema.shape.question),
    summary: from(closingSchema.shape.summary),
    minutes,
  }),
  make(project, { question, summary, minutes: time, ...which }) {
    const file = `${chapterOf(project, which).folder}/closing.mdx`;
    const discussions = '<Discussion question="">\n\n</Discussion>\n\n'.repeat(
      closingNeeds.discussions,
    );
    const readings = '\n<Reading id="">\n\n</Reading>\n'.repeat(closingNeeds.readings);
    const body = `\n## 讨论\n\n${discussions}## 延伸阅读\n${readings}`;
    const { min, max } = closingNeeds.summary;
    return {
      files: { [file]: page({ question, summary, minutes: Number(time), sources: [] }, body) },
      left: [
        `${file}：“讨论”前面写 ${min} 到 ${max} 个汉字的小结，讨论题写题目和给教师的提示，延伸阅读写资料编号和一句为什么读，编号也列进 sources。`,
        '没写完时构建通不过，test/content/closings.test.ts 会一处处说。有了这一页，章就算写成，test/content/quizzes.test.ts 开始查题数和题型。',
      ],
    };
  },
});
