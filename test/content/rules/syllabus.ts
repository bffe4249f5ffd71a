/** 大纲的规则：写成的章把归它的条目讲完，小节只声明归本章的条目。 */
import { atField, words, type Course } from '../course.ts';

/** 有小节的章才算写成；只有章首的还在写，不催它。 */
export function itemsTaught({ chapters, syllabus }: Course): string[] {
  return chapters
    .filter(({ sections }) => sections.length > 0)
    .flatMap(({ folder, slug, sections }) => {
      const taught = new Set(sections.flatMap((section) => words(section, 'syllabus')));
      return syllabus.items
        .filter((item) => item.chapters.includes(slug) && !taught.has(item.id))
        .map(
          ({ id, title }) =>
            `content/chapters/${folder}：大纲条目 ${id}（${title}）归这一章，却没有小节讲，在讲到它的那一节 front matter 里写 syllabus: [${id}]`,
        );
    });
}

export function itemsDeclared({ chapters, syllabus }: Course): string[] {
  const items = new Map(syllabus.items.map((item) => [item.id, item]));
  return chapters.flatMap(({ slug, sections }) =>
    sections.flatMap((section) => {
      const declared = words(section, 'syllabus');
      const where = atField(section, 'syllabus');
      return declared.flatMap((id, position) => {
        const item = items.get(id);
        if (!item) return `${where}：大纲里没有条目 ${id}，对照 content/syllabus.yaml 改正`;
        if (declared.indexOf(id) < position) return `${where}：大纲条目 ${id} 写了两遍，请删去一个`;
        if (item.chapters.includes(slug)) return [];
        const home = item.chapters.length > 0 ? item.chapters.join('、') : '课程说明';
        return `${where}：大纲条目 ${id}（${item.title}）归 ${home}，不归 ${slug}，从这一节的 syllabus 删去它，或在 content/syllabus.yaml 这一条的 chapters 里加上 ${slug}`;
      });
    }),
  );
}
