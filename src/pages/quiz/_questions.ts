/** 一章的全部题目；页面和题目文件都从这里取。 */
import { getCollection } from 'astro:content';
import { ask, readBank } from '../../quiz/bank.ts';
import type { Question } from '../../quiz/question.ts';

export async function quizChapters(): Promise<string[]> {
  return (await getCollection('quizzes')).map(({ id }) => id);
}

export async function questionsOf(chapter: string): Promise<Question[]> {
  const entry = (await getCollection('quizzes')).find(({ id }) => id === chapter);
  if (!entry) return [];
  const bank = readBank(entry.filePath ?? chapter, entry.data);
  return Promise.all(bank.map((each) => ask(chapter, each)));
}
