/** 写一节：front matter、开头一段，和两三道自测题。 */
import { sectionSchema } from '../../schemas/chapter.ts';
import { choose, chooseSome, Refusal, type Dialogue } from './dialogue.ts';
import type { Plan } from './plan.ts';
import { titlesOf, type ChapterDraft, type Project } from './project.ts';
import { askQuestion } from './question.ts';
import { chinese, english, heading, id, number, paragraph, unlike } from './readers.ts';
import { addToBank, frontMatter } from './yaml.ts';

export interface NewSection {
  file: string;
  text: string;
}

interface Remaining {
  objectives: readonly string[];
  syllabus: readonly string[];
}

/** 问一节，放进 chapter 的草稿，返回要写的文件。`remaining` 是还没有着落、默认归到这一节的。 */
export async function askSection(
  dialogue: Dialogue,
  {
    project,
    chapter,
    remaining,
  }: { project: Project; chapter: ChapterDraft; remaining: Remaining },
): Promise<NewSection> {
  const { shape } = sectionSchema;
  const title = await dialogue.ask({
    name: 'title',
    ask: '节名',
    example: '利用率悬崖',
    read: chinese(
      shape.title,
      2,
      unlike([...titlesOf(project), ...chapter.sections.map((each) => each.title)]),
    ),
  });
  const englishTitle = await dialogue.ask({
    name: 'english',
    ask: '英文节名',
    example: 'The Utilization Cliff',
    read: english(shape.english),
  });
  const slug = await dialogue.ask({
    name: 'slug',
    ask: '网址里用的英文编号，定了就不再改',
    example: 'utilization-cliff',
    preset: slugOf(englishTitle),
    read: id([...chapter.sections.map((section) => section.slug), 'index', 'closing']),
  });
  const question = await dialogue.ask({
    name: 'question',
    ask: '开头抛给读者的那个问题',
    example: '窗口的利用率从 80% 提到 90%，顾客的等待会跟着涨多少？',
    read: chinese(shape.question, 6),
  });
  const summary = await dialogue.ask({
    name: 'summary',
    ask: '一两句话的提要，出现在章首和搜索结果里',
    read: chinese(shape.summary, 12),
  });
  const minutes = await dialogue.ask({
    name: 'minutes',
    ask: '大约读几分钟（3 到 40）',
    preset: '10',
    read: number(shape.minutes),
  });
  const objectives = await dialogue.ask(
    chooseSome({
      name: 'objectives',
      ask: '落实哪些学习目标？',
      options: chapter.objectives.map((each) => ({ value: each.id, label: each.text })),
      min: 1,
      ...(remaining.objectives.length > 0 ? { preset: remaining.objectives } : {}),
    }),
  );
  const items = project.syllabus.items.filter((item) => item.chapters.includes(chapter.slug));
  const syllabus =
    items.length === 0
      ? []
      : await dialogue.ask(
          chooseSome({
            name: 'syllabus',
            ask: '教到哪些大纲条目？没有就写“无”',
            options: items.map((item) => ({ value: item.id, label: item.title })),
            min: 0,
            preset: remaining.syllabus,
          }),
        );
  const body = await dialogue.ask({
    name: 'opening',
    ask: '正文的第一段：从一个具体的场景说起',
    example: '月底，县城支行的王行长收到省行的通报：对公窗口“利用率偏低”……',
    read: paragraph,
  });
  const parts = await dialogue.list<{ heading: string; text: string }>(
    // 两个以上小标题才有目录
    { name: 'parts', each: '小标题', min: 2, max: 6 },
    async (part, soFar) => ({
      heading: await part.ask({
        name: 'heading',
        ask: '一个小标题，本身就说出点什么；读者靠它翻目录',
        example: '空闲不是浪费，是用来“补课”的',
        read: heading(soFar.map((each) => each.heading)),
      }),
      text: await part.ask({
        name: 'text',
        ask: '这个小标题下的第一段',
        read: paragraph,
      }),
    }),
  );
  const position = Math.max(0, ...chapter.sections.map((section) => section.number)) + 1;
  if (position > 99) throw new Refusal('一章最多 99 节。');
  chapter.sections.push({ number: position, slug, title, objectives, syllabus });
  const data = {
    title,
    english: englishTitle,
    question,
    summary,
    minutes,
    objectives,
    ...(syllabus.length > 0 ? { syllabus } : {}),
  };
  sectionSchema.parse(data);
  const name = `${String(position).padStart(2, '0')}-${slug}.mdx`;
  return {
    file: `content/chapters/${chapter.folder}/${name}`,
    text: `${frontMatter(data)}\n${[body, ...parts.flatMap((each) => [`## ${each.heading}`, each.text])].join('\n\n')}\n`,
  };
}

/** 一节的自测题，直接进章的草稿；返回新题。 */
export async function askChecks(
  dialogue: Dialogue,
  chapter: ChapterDraft,
  section: string,
): Promise<Record<string, object>> {
  dialogue.say('\n每一节末尾有两三道“考考自己”，现在来出。');
  const made: Record<string, object> = {};
  await dialogue.list({ name: 'questions', each: '自测题', min: 2, max: 3 }, async (part) => {
    const { id: key, item } = await askQuestion(part, {
      chapter,
      sections: [section],
      check: true,
    });
    chapter.items[key] = item;
    made[key] = item;
  });
  return made;
}

export async function newSection(dialogue: Dialogue, project: Project, plan: Plan): Promise<void> {
  if (project.chapters.length === 0) throw new Refusal('还没有章，先 npm run new -- chapter。');
  const slug = await dialogue.ask(
    choose({
      name: 'chapter',
      ask: '写在哪一章？',
      options: project.chapters.map((each) => ({ value: each.slug, label: each.title })),
      preset: project.chapters.length === 1 ? project.chapters[0]?.slug : undefined,
    }),
  );
  const chapter = project.chapters.find((each) => each.slug === slug) as ChapterDraft;
  const section = await askSection(dialogue, {
    project,
    chapter,
    remaining: { objectives: [], syllabus: [] },
  });
  await plan.create(section.file, section.text);
  const own = chapter.sections.at(-1)?.slug ?? '';
  await addToBank(plan, chapter, await askChecks(dialogue, chapter, own));
}

/** 英文名变编号；冠词去掉，太长就只取前五个词。 */
function slugOf(title: string): string {
  const parts = title
    .toLowerCase()
    .replace(/[’']/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !['the', 'a', 'an'].includes(word));
  return parts.slice(0, 5).join('-');
}
