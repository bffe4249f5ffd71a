/** 从内容集合里取题；只在构建时用。 */
import { getCollection } from 'astro:content';
import { ask, readBank } from './bank.ts';
import type { Question } from './question.ts';

/** 有题库的各章。 */
export async function quizChapters(): Promise<string[]> {
  return (await getCollection('quizzes')).map(({ id }) => id);
}

async function bankOf(chapter: string) {
  const entry = (await getCollection('quizzes')).find(({ id }) => id === chapter);
  return entry ? readBank(entry.filePath ?? chapter, entry.data) : [];
}

/** 一章的全部题目。 */
export async function questionsOf(chapter: string): Promise<Question[]> {
  return Promise.all((await bankOf(chapter)).map((each) => ask(chapter, each)));
}

/** 一章里的一道题；没有这一题是 null。 */
export async function chapterQuestion(
  chapter: string,
  id: string,
  seed?: number,
): Promise<Question | null> {
  const entry = (await bankOf(chapter)).find((each) => each.id === id);
  return entry ? ask(chapter, entry, seed) : null;
}

/** 归一节的全部题目的编号；`section` 写 queueing/utilization-cliff。 */
export async function questionIds(section: string): Promise<string[]> {
  const [chapter = '', name] = section.split('/');
  return (await bankOf(chapter)).filter(({ item }) => item.section === name).map(({ id }) => id);
}

/** 放在一节末尾的自测题；`section` 写 queueing/utilization-cliff。 */
export async function checksOf(section: string): Promise<Question[]> {
  const [chapter = '', name] = section.split('/');
  const chosen = (await bankOf(chapter)).filter(({ item }) => item.check && item.section === name);
  return Promise.all(chosen.map((each) => ask(chapter, each)));
}

export async function sectionsWithChecks(): Promise<string[]> {
  const chapters = await quizChapters();
  const found = await Promise.all(
    chapters.map(async (chapter) =>
      (await bankOf(chapter))
        .filter(({ item }) => item.check)
        .map(({ item }) => `${chapter}/${item.section}`),
    ),
  );
  return [...new Set(found.flat())];
}
