/** 一页的前一页与后一页：章首、各节、小结，最后是测验。 */
import { quizChapters } from '../../../quiz/collection.ts';
import type { ChapterRef, ClosingRef, SectionRef } from '../../../lib/content.ts';

interface Neighbour {
  path: string;
  title: string;
}

const shown = (page: SectionRef | ClosingRef): Neighbour => ({
  path: page.path,
  title: 'number' in page ? `${page.label} ${page.entry.data.title}` : page.entry.data.title,
});

export async function neighbours(
  chapter: ChapterRef,
  page: SectionRef | ClosingRef,
): Promise<{ previous: Neighbour; next: Neighbour | undefined }> {
  const position = chapter.pages.indexOf(page);
  const before = chapter.pages[position - 1];
  const after = chapter.pages[position + 1];
  const quiz = (await quizChapters()).includes(chapter.slug);
  return {
    previous: before ? shown(before) : { path: chapter.path, title: '本章开头' },
    next: after
      ? shown(after)
      : quiz
        ? { path: `/quiz/${chapter.slug}/`, title: '本章测验' }
        : undefined,
  };
}
