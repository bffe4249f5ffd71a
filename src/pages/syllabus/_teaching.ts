/** 大纲条目各由哪几节讲：条目来自 syllabus.yaml，讲在哪里由各节的 front matter 说。 */
import { loadChapters, type ChapterRef, type SectionRef } from '../../lib/content.ts';
import { syllabus, type SyllabusChapter } from '../_syllabus.ts';

type SyllabusItem = (typeof syllabus)['items'][number];

/** 大纲里的一章；还没有写成时 `content` 是 undefined。 */
interface Chapter {
  outline: SyllabusChapter;
  content: ChapterRef | undefined;
  items: SyllabusItem[];
}

export async function loadOutline(): Promise<Chapter[]> {
  const chapters = await loadChapters();
  return syllabus.chapters.map((outline) => ({
    outline,
    content: chapters.find(({ slug, sections }) => slug === outline.slug && sections.length > 0),
    items: syllabus.items.filter((item) => item.chapters.includes(outline.slug)),
  }));
}

export function sectionsOn(item: SyllabusItem, content: ChapterRef | undefined): SectionRef[] {
  return content?.sections.filter(({ entry }) => entry.data.syllabus.includes(item.id)) ?? [];
}
