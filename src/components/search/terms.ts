import { fold } from './fold.ts';

/** `terms.json` 里的一条。 */
export interface TermRecord {
  id: string;
  zh: string;
  en: string;
  aliases: string[];
  /** 中文名与中文别名的拼音首字母 */
  initials: string[];
  chapter: string;
  /** 讲它的一节，写“章/节” */
  taught: string;
  definition: string;
}

/** 中文名、英文名、别名或拼音首字母正好是这个词。 */
export function isNamed(term: TermRecord, query: string): boolean {
  return (rank(term, fold(query)) ?? 2) < 2;
}

/** 命中得越好数越小；null 是没有命中。 */
function rank(term: TermRecord, query: string): number | null {
  const own = fold(term.zh);
  const names = [term.en, ...term.aliases].map(fold);
  if (own === query) return 0;
  if (names.includes(query) || term.initials.includes(query)) return 1;
  if (own.startsWith(query)) return 2;
  if (names.some((name) => name.startsWith(query))) return 3;
  // 一个字母的首字母前缀命中太多，没有用。
  if (query.length >= 2 && term.initials.some((initials) => initials.startsWith(query))) return 4;
  // 一个字母在英文名里到处都是。
  if (/^[a-z]$/.test(query)) return null;
  return [own, ...names].some((name) => name.includes(query)) ? 5 : null;
}

/** 中文名、英文名、别名、拼音首字母都能找；同样好的照原来的次序。 */
export function findTerms(terms: readonly TermRecord[], query: string): TermRecord[] {
  const folded = fold(query);
  if (folded === '') return [];
  return terms
    .map((term) => ({ term, rank: rank(term, folded) }))
    .filter((found): found is { term: TermRecord; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ term }) => term);
}

/** 一句话里提到的术语，长的优先，互不重叠（“平均等待时间”里不再数“等待”）。 */
export function termsWithin(terms: readonly TermRecord[], sentence: string): TermRecord[] {
  let rest = fold(sentence);
  const names = terms
    .flatMap((term) => [term.zh, ...term.aliases].map((name) => ({ term, name: fold(name) })))
    .filter(({ name }) => [...name].length >= 2)
    .sort((a, b) => b.name.length - a.name.length);
  const found: TermRecord[] = [];
  for (const { term, name } of names) {
    if (!rest.includes(name)) continue;
    // 换成不会出现的字符，短的名字就不会再从里面或接缝处数出来
    rest = rest.replaceAll(name, '\0');
    if (!found.includes(term)) found.push(term);
  }
  return found;
}
