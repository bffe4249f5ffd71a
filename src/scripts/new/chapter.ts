/** 写一章：章首、几节正文、题库、章末小结；写到每个学习目标有节教、有题考，每个大纲条目有节教为止。 */
import {
  bloomLevels,
  bloomNames,
  chapterSchema,
  objectiveSchema,
  type Chapter,
} from '../../schemas/chapter.ts';
import { askClosing } from './closing.ts';
import { choose, Refusal, type Dialogue } from './dialogue.ts';
import type { Plan } from './plan.ts';
import { titlesOf, type ChapterDraft, type Project } from './project.ts';
import { askQuestion } from './question.ts';
import { chinese, english, id, paragraph, unlike } from './readers.ts';
import { askChecks, askSection, type NewSection } from './section.ts';
import { addToBank, frontMatter } from './yaml.ts';

export async function newChapter(dialogue: Dialogue, project: Project, plan: Plan): Promise<void> {
  const written = new Set(project.chapters.map(({ slug }) => slug));
  const planned = project.syllabus.chapters.filter(({ slug }) => !written.has(slug));
  if (planned.length === 0)
    throw new Refusal('大纲里的各章都已经写了；新的章先加进 content/syllabus.yaml。');
  const slug = await dialogue.ask(
    choose({
      name: 'slug',
      ask: '写大纲里的哪一章？章号和编号取自 content/syllabus.yaml',
      options: planned.map((each) => ({
        value: each.slug,
        label: `第 ${each.number} 章 ${each.title}`,
      })),
    }),
  );
  const outline = planned.find((each) => each.slug === slug) as (typeof planned)[number];
  const { shape } = chapterSchema;
  const title = await dialogue.ask({
    name: 'title',
    ask: '章名',
    preset: outline.title,
    read: chinese(shape.title, 2, unlike(titlesOf(project))),
  });
  const englishTitle = await dialogue.ask({
    name: 'english',
    ask: '英文章名',
    preset: outline.english,
    read: english(shape.english),
  });
  const question = await dialogue.ask({
    name: 'question',
    ask: '这一章要回答的那个问题，一句话',
    example: '窗口明明够用，队为什么还是排起来了？',
    read: chinese(shape.question, 6),
  });
  const summary = await dialogue.ask({
    name: 'summary',
    ask: '两三句话的提要，出现在首页和搜索结果里',
    read: chinese(shape.summary, 16),
  });
  const objectives = await dialogue.list<Chapter['objectives'][number]>(
    { name: 'objectives', each: '学习目标', min: 3, max: 12 },
    async (part, soFar) => ({
      id: await part.ask({
        name: 'id',
        ask: '学习目标的英文编号',
        example: 'explain-variability',
        read: id(soFar.map((each) => each.id)),
      }),
      text: await part.ask({
        name: 'text',
        ask: '学完能做什么？以动词开头',
        example: '用利特尔法则在人数、流量、时间三者中由二求一',
        read: chinese(objectiveSchema.shape.text, 5),
      }),
      bloom: await part.ask(
        choose({
          name: 'bloom',
          ask: '属于哪个认知层次？',
          options: bloomLevels.map((value) => ({ value, label: bloomNames[value] })),
        }),
      ),
    }),
  );
  const opening = await dialogue.ask({
    name: 'opening',
    ask: '章首的第一段：从一个具体的场景说起',
    example: '周一早上八点，江城人民医院（虚构案例）的挂号大厅……',
    read: paragraph,
  });
  const folder = `${String(outline.number).padStart(2, '0')}-${slug}`;
  const chapter: ChapterDraft = {
    folder,
    number: outline.number,
    slug,
    title,
    objectives,
    sections: [],
    bankText: null,
    items: {},
  };
  const data = { title, english: englishTitle, question, summary, objectives };
  chapterSchema.parse(data);
  await plan.create(`content/chapters/${folder}/index.mdx`, `${frontMatter(data)}\n${opening}\n`);

  const made: Record<string, object> = {};
  await dialogue.list<NewSection>(
    {
      name: 'sections',
      each: '小节',
      min: 1,
      lacking: () => unplaced(project, chapter),
    },
    async (part) => {
      const section = await askSection(part, {
        project,
        chapter,
        remaining: {
          objectives: untaught(chapter),
          syllabus: untaughtItems(project, chapter).map((item) => item.id),
        },
      });
      await plan.create(section.file, section.text);
      Object.assign(made, await askChecks(part, chapter, chapter.sections.at(-1)?.slug ?? ''));
      return section;
    },
  );
  await dialogue.list(
    {
      name: 'questions',
      each: '题目',
      min: 0,
      lacking: () => {
        const left = unchecked(chapter);
        return left.length > 0 ? `学习目标 ${left.join('、')} 还没有题考，请各出一题。` : null;
      },
    },
    async (part) => {
      const left = unchecked(chapter);
      const { id: key, item } = await askQuestion(part, {
        chapter,
        ...(left.length > 0 ? { objectives: left } : {}),
      });
      chapter.items[key] = item;
      made[key] = item;
    },
  );
  await addToBank(plan, chapter, made);
  const closing = await askClosing(dialogue.part('closing'), { project, chapter });
  await plan.create(closing.file, closing.text);
}

function untaught({ objectives, sections }: ChapterDraft): string[] {
  const taught = new Set(sections.flatMap((section) => section.objectives));
  return objectives.map(({ id: key }) => key).filter((key) => !taught.has(key));
}

function unchecked({ objectives, items }: ChapterDraft): string[] {
  const checked = new Set(Object.values(items).map(({ objective }) => objective));
  return objectives.map(({ id: key }) => key).filter((key) => !checked.has(key));
}

function untaughtItems({ syllabus }: Project, { slug, sections }: ChapterDraft) {
  const taught = new Set(sections.flatMap((section) => section.syllabus));
  return syllabus.items.filter((item) => item.chapters.includes(slug) && !taught.has(item.id));
}

function unplaced(project: Project, chapter: ChapterDraft): string | null {
  const objectives = untaught(chapter);
  const items = untaughtItems(project, chapter).map((item) => `${item.id} ${item.title}`);
  if (chapter.sections.length === 0 || objectives.length + items.length === 0) return null;
  const left = [
    ...(objectives.length > 0 ? [`学习目标 ${objectives.join('、')}`] : []),
    ...(items.length > 0 ? [`大纲条目 ${items.join('、')}`] : []),
  ];
  return `还没有小节教：${left.join('；')}。请再写一节。`;
}
