/** 差一个字的词：打错了同音字、漏了一个字母，替读者猜他要找的是哪一个。 */
import { fold } from './fold.ts';

/**
 * 各声母开头、排在最前的字。浏览器自带拼音次序，与它们比一比就知道一个字的拼音首字母，不必带词典。
 */
const firstOfLetter = [...'阿八擦搭婀发旮哈讥咔垃妈拿噢趴七然仨他挖夕丫匝'];
const letters = 'abcdefghjklmnopqrstwxyz';

let collator: Intl.Collator | null | undefined;

/** 一个汉字的拼音首字母；不是汉字，或者浏览器不懂拼音次序时，是空串。 */
export function initialOf(character: string): string {
  if (!/^\p{Script=Han}$/u.test(character)) return '';
  if (collator === undefined) {
    const made = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
    collator = made.compare('队', '爱') > 0 && made.compare('爱', '阿') > 0 ? made : null;
  }
  const order = collator;
  if (!order) return '';
  return (
    letters[firstOfLetter.findLastIndex((first) => order.compare(first, character) <= 0)] ?? ''
  );
}

/** 改一个字、多一个字、少一个字或相邻两个颠倒，就能变成另一个。 */
export function isOneApart(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let tail = 0;
  while (
    tail < a.length - from &&
    tail < b.length - from &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const left = a.slice(from, a.length - tail);
  const right = b.slice(from, b.length - tail);
  if (left.length + right.length === 0) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** 汉字两个字的词只差一个字，多半不是同一个词；读音的首字母也一样才算打错。 */
function isLikely(wrong: readonly string[], right: readonly string[]): boolean {
  const shortest = /^\p{Script=Han}/u.test(right[0] ?? '') ? 3 : 4;
  if (right.length >= shortest && wrong.length >= shortest) return true;
  return (
    wrong.length === right.length &&
    wrong.length === 2 &&
    wrong.every((character, at) => {
      if (character === right[at]) return true;
      const initial = initialOf(character);
      return initial !== '' && initial === initialOf(right[at] ?? '');
    })
  );
}

/**
 * 在词表里找与 `query` 只差一个字的词。汉字也看词的一头（“排队论”里的“排队”），西文只看整个词；
 * 有几个时取词表里出现最多的。没有就是 null。
 */
export function nearMiss(query: string, names: readonly string[]): string | null {
  const wrong = [...fold(query)];
  if (wrong.length < 2 || names.some((name) => fold(name).includes(wrong.join('')))) return null;
  const counts = new Map<string, { text: string; count: number }>();
  for (const text of new Set(names.flatMap((name) => candidates(name, wrong.length)))) {
    const key = fold(text);
    const right = [...key];
    if (isOneApart(wrong, right) && isLikely(wrong, right)) counts.set(key, { text, count: 0 });
  }
  for (const name of names)
    for (const [key, found] of counts) if (fold(name).includes(key)) found.count++;
  const best = [...counts.values()].sort(
    (a, b) => b.count - a.count || b.text.length - a.text.length,
  );
  return best[0]?.text ?? null;
}

/** 名字本身，以及它开头、结尾长度合适的一段；从中间截的多半跨着两个词。 */
function candidates(name: string, length: number): string[] {
  const found: string[] = name.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}’'-])+/gu) ?? [];
  for (const run of name.match(/\p{Script=Han}+/gu) ?? []) {
    const characters = [...run];
    for (let size = Math.max(2, length - 1); size <= length + 1; size++)
      if (size <= characters.length)
        found.push(characters.slice(0, size).join(''), characters.slice(-size).join(''));
  }
  return [name, ...found];
}
