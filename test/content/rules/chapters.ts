/** 章的规则：编号、front matter、学习目标与大纲条目都有着落。每条规则返回“文件:行：问题，办法”。 */
import type { z } from 'astro/zod';
import { chapterSchema, closingSchema, sectionSchema } from '../../../src/schemas/chapter.ts';
import {
  at,
  atField,
  objectivesOf,
  words,
  type Course,
  type Fields,
  type Page,
} from '../course.ts';

export function readable({ unreadable }: Course): string[] {
  return unreadable;
}

const slug = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export function numbering({ chapters, syllabus }: Course): string[] {
  return chapters.flatMap(({ folder, number, slug: id, index, sections, strays }) => {
    const base = `content/chapters/${folder}`;
    const planned = syllabus.chapters.find((chapter) => chapter.slug === id);
    const problems = strays.map(
      (file) =>
        `${file}：小节文件名要以编号开头，如 03-littles-law.mdx；小结叫 closing.mdx；图放进 figures/`,
    );
    if (!planned)
      problems.push(
        `${base}：content/syllabus.yaml 的 chapters 里没有 ${id}，请改目录名或补上这章`,
      );
    else if (planned.number !== number || !/^\d\d-/.test(folder)) {
      const wanted = `${String(planned.number).padStart(2, '0')}-${id}`;
      problems.push(`${base}：大纲里这是第 ${planned.number} 章，请把目录改名为 ${wanted}`);
    }
    if (!index) problems.push(`${base}：缺少 index.mdx，照别的章写章首`);
    sections.forEach((section, position) => {
      const wanted = `${String(position + 1).padStart(2, '0')}-${section.slug}.mdx`;
      if (!section.file.endsWith(`/${wanted}`))
        problems.push(`${section.file}：编号断了或重了，按次序它应当叫 ${wanted}`);
      if (!slug.test(section.slug))
        problems.push(`${section.file}：编号后面只用小写英文字母、数字和连字符，以字母开头`);
      if (section.slug === 'closing')
        problems.push(`${section.file}：closing 是章末小结的网址，请给这一节换一个名字`);
      if (sections.findIndex((each) => each.slug === section.slug) < position)
        problems.push(`${section.file}：同一章里已有名叫 ${section.slug} 的小节，请换一个名字`);
    });
    return problems;
  });
}

function check(page: Page, schema: z.ZodObject): string[] {
  return (schema.safeParse(page.data).error?.issues ?? []).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(
        (key) =>
          `${atField(page, key)}：不认识的字段 ${key}，改正拼写或删去；可用的字段是 ${Object.keys(schema.shape).join('、')}`,
      );
    const [field] = issue.path;
    const missing = page.data[String(field)] === undefined;
    const about = schema.shape[String(field)]?.description ?? '';
    return [
      `${atField(page, String(field))}：${issue.path.join(' › ')} ${missing ? '没有写' : issue.message}。${about}`,
    ];
  });
}

export function frontMatter({ chapters }: Course): string[] {
  return chapters.flatMap(({ index, sections, closing }) => [
    ...(index ? check(index, chapterSchema) : []),
    ...sections.flatMap((section) => check(section, sectionSchema)),
    ...(closing ? check(closing, closingSchema) : []),
  ]);
}

/** 只列目标、没有开场的章首，页面上是半边空白；只有 front matter 的小节是一整页空白。 */
export function openings({ chapters }: Course): string[] {
  const empty = (page: Page) => !/\p{Script=Han}{4}/u.test(page.prose);
  return chapters.flatMap(({ index, sections }) => [
    ...(index && sections.length > 0 && empty(index)
      ? [`${index.file}：章首没有正文，从一个具体的场景写起，两三段`]
      : []),
    ...sections.filter(empty).map(({ file }) => `${file}：这一节没有正文，从一个具体的场景写起`),
  ]);
}

export function objectives({ chapters, quizzes }: Course): string[] {
  return chapters.flatMap((chapter) => {
    const { slug: id, index, sections } = chapter;
    if (!index) return [];
    const known = objectivesOf(chapter);
    const taught = new Set(sections.flatMap((section) => words(section, 'objectives')));
    const items = Object.values(quizzes.get(id) ?? {}) as (Fields | null)[];
    const checked = new Set(items.map((item) => item?.['objective']));
    const where = (objective: string) => at(index, index.text.indexOf(`id: ${objective}`));
    return [
      ...known.flatMap((objective, position) => [
        ...(known.indexOf(objective) < position
          ? [`${where(objective)}：学习目标 ${objective} 写了两遍，请给其中一个换编号`]
          : []),
        ...(taught.has(objective)
          ? []
          : [
              `${where(objective)}：学习目标 ${objective} 没有小节教，在某节的 objectives 里写上它`,
            ]),
        ...(checked.has(objective)
          ? []
          : [
              `${where(objective)}：学习目标 ${objective} 没有题目考，在 content/quizzes/${id}.yaml 里出一题`,
            ]),
      ]),
      ...sections.flatMap((section) =>
        words(section, 'objectives')
          .filter((objective) => !known.includes(objective))
          .map(
            (objective) =>
              `${atField(section, 'objectives')}：学习目标 ${objective} 不在本章 index.mdx 里，可写的是 ${known.join('、')}`,
          ),
      ),
    ];
  });
}
