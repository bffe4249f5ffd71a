/**
 * 记住正文里的一句话，正文改过以后再找回来：记原句和前后各一小段，空白不计
 * （汉字与数字之间的空格、换行，排版时常变）。找不到就说找不到，不乱认一句。
 */

export interface Quote {
  text: string;
  prefix: string;
  suffix: string;
  /** 记下时在第几个字，空白不计；一样像的几处，取离它最近的 */
  at: number;
}

export interface Found {
  /** 原文里的起止，左闭右开 */
  start: number;
  end: number;
  /** 一字不差；false 是照前后文认出来的，句子已经改过 */
  exact: boolean;
}

/** 前后各记这么多字 */
const AROUND = 32;
/** 照前后文去认，两头至少各要对上这么多字 */
const LEAST = 6;
/** 改过的句子与原句相像到这个程度才认：两字一组，相同的占多少 */
const ALIKE = 0.5;

interface Squeezed {
  text: string;
  /** 去掉空白后的第几个字 → 原文的第几个字 */
  places: number[];
}

function squeeze(text: string): Squeezed {
  const places: number[] = [];
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (/\s|\u200b/.test(letter)) continue;
    out += letter;
    places.push(i);
  }
  return { text: out, places };
}

/** 原文里 `start` 到 `end` 的一句，连同前后文。 */
export function quoteOf(text: string, start: number, end: number): Quote {
  const before = squeeze(text.slice(0, start)).text;
  return {
    text: text.slice(start, end).replace(/\s+/g, ' ').trim(),
    prefix: before.slice(-AROUND),
    suffix: squeeze(text.slice(end, end + AROUND * 4)).text.slice(0, AROUND),
    at: before.length,
  };
}

function everyIndex(text: string, part: string): number[] {
  const found: number[] = [];
  for (let i = text.indexOf(part); part !== '' && i >= 0; i = text.indexOf(part, i + 1))
    found.push(i);
  return found;
}

function sameTail(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n;
}

function sameHead(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** 两句话有多像，0 到 1：两字一组，相同的组数占总数的多少。 */
export function likeness(a: string, b: string): number {
  const pairs = (text: string) => {
    const count = new Map<string, number>();
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = text.slice(i, i + 2);
      count.set(pair, (count.get(pair) ?? 0) + 1);
    }
    return count;
  };
  const [mine, theirs] = [pairs(a), pairs(b)];
  const total = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  if (total === 0) return a === b ? 1 : 0;
  let shared = 0;
  for (const [pair, count] of mine) shared += Math.min(count, theirs.get(pair) ?? 0);
  return (2 * shared) / total;
}

/** 在现在的正文里找记下的那一句；找不到是 null。 */
export function findQuote(text: string, quote: Quote): Found | null {
  const now = squeeze(text);
  const wanted = squeeze(quote.text).text;
  const prefix = squeeze(quote.prefix).text;
  const suffix = squeeze(quote.suffix).text;
  const found = (start: number, length: number, exact: boolean): Found => ({
    start: now.places[start] ?? 0,
    end: (now.places[start + length - 1] ?? 0) + 1,
    exact,
  });
  const whole = everyIndex(now.text, wanted)
    .map((start) => ({
      start,
      around:
        sameTail(now.text.slice(Math.max(0, start - AROUND), start), prefix) +
        sameHead(now.text.slice(start + wanted.length, start + wanted.length + AROUND), suffix),
    }))
    .sort(
      (a, b) => b.around - a.around || Math.abs(a.start - quote.at) - Math.abs(b.start - quote.at),
    );
  // 一两个字的句子到处都有：前后文一个字也对不上，就不是那一处
  const [best] = whole;
  if (best && (wanted.length >= LEAST || best.around > 0))
    return found(best.start, wanted.length, true);

  const starts = everyIndex(now.text, prefix.slice(-LEAST)).map((i) => i + LEAST);
  const ends = everyIndex(now.text, suffix.slice(0, LEAST));
  if (prefix.length < LEAST || suffix.length < LEAST) return null;
  let nearest: { start: number; length: number; like: number } | null = null;
  for (const start of starts)
    for (const end of ends) {
      const length = end - start;
      if (length < 1 || length > 2.5 * wanted.length + LEAST) continue;
      const like = likeness(now.text.slice(start, end), wanted);
      if (like >= ALIKE && like > (nearest?.like ?? 0)) nearest = { start, length, like };
    }
  return nearest && found(nearest.start, nearest.length, false);
}
