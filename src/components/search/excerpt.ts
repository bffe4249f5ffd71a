import { fold, foldMap, partsOf } from './fold.ts';

export interface Piece {
  text: string;
  hit: boolean;
}

/** 在 text 里标出查询的每一段；返回的是文字，由调用者放进文本节点。 */
export function markHits(text: string, query: string): Piece[] {
  const { folded, origin } = foldMap(text);
  const whole = fold(query);
  const needles = folded.includes(whole) ? [whole] : partsOf(query);
  const ranges = needles
    .flatMap((needle) => occurrences(folded, needle))
    .sort((a, b) => a[0] - b[0]);

  const pieces: Piece[] = [];
  let at = 0;
  const push = (to: number, hit: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  for (const [from, to] of ranges) {
    push(origin[from] ?? text.length, false);
    push(endOf(text, origin[to - 1] ?? 0), true);
  }
  push(text.length, false);
  return pieces;
}

function occurrences(folded: string, needle: string): [number, number][] {
  const found: [number, number][] = [];
  for (
    let at = folded.indexOf(needle);
    needle !== '' && at >= 0;
    at = folded.indexOf(needle, at + needle.length)
  )
    found.push([at, at + needle.length]);
  return found;
}

function endOf(text: string, start: number): number {
  return start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
}

/**
 * 命中处前后的一小段；命中在很后面时从半句开始，前面加省略号。
 * 正文以 `title` 开头时优先取标题之后的命中：标题已经显示在上面了。
 */
export function excerptAround(text: string, query: string, title = '', length = 90): string {
  const { folded, origin } = foldMap(text);
  const needle = [fold(query), ...partsOf(query)].find((part) => folded.includes(part));
  const heading = folded.slice(0, 80).indexOf(fold(title));
  const body = heading < 0 ? 0 : heading + fold(title).length;
  const later = needle ? folded.indexOf(needle, body) : body;
  const found = later < 0 && needle ? folded.indexOf(needle) : later;
  const start = origin[found] ?? 0;
  const from = start < 30 ? 0 : sentenceStart(text, start);
  const to = Math.min(text.length, from + length);
  return `${from > 0 ? '…' : ''}${text
    .slice(from, to)
    .replace(/\s+/g, ' ')
    .trim()}${to < text.length ? '…' : ''}`;
}

/** 往回找最近的句读，最多退 30 个字；没有就退 20 个字，但不切断西文单词。 */
function sentenceStart(text: string, at: number): number {
  const window = text.slice(at - 30, at);
  const stop = Math.max(
    ...['。', '？', '！', '；', '，', '. ', '\n'].map((mark) => window.lastIndexOf(mark)),
  );
  if (stop >= 0) return at - 30 + stop + 1;
  const word = /[\p{Script=Latin}\p{N}]/u;
  let from = at - 20;
  while (from < at && word.test(text[from - 1] ?? '') && word.test(text[from] ?? '')) from++;
  return from;
}
