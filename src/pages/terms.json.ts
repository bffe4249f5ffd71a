/** 搜索与术语表筛选用的术语清单；拼音首字母在构建时算好，浏览器里不带词典。 */
import { getCollection } from 'astro:content';
import type { TermRecord } from '../components/search/terms.ts';
import { pinyinInitials } from '../lib/pinyin-initials.ts';
import { syllabus } from './_syllabus.ts';

const chapterOf = new Map(
  syllabus.chapters.map(({ slug, number, title }) => [slug, `第 ${number} 章 ${title}`]),
);

export async function GET(): Promise<Response> {
  const terms = (await getCollection('glossary')).map(({ id, data }): TermRecord => {
    const names = [data.zh, ...(data.aliases ?? [])].filter((name) => /\p{Script=Han}/u.test(name));
    return {
      id,
      zh: data.zh,
      en: data.en,
      aliases: data.aliases ?? [],
      initials: [...new Set(names.map(pinyinInitials))],
      chapter: chapterOf.get(data.chapter) ?? '',
      taught: data.taught,
      definition: data.definition,
    };
  });
  return Response.json(terms);
}
