/** 编码串与一致性：二十个字母一串，A–D 是四类，x 是还没分。 */
import { cohenKappa, type CohenKappaResult } from '../../calc/quality/cohen-kappa.ts';
import { fleissKappa, type FleissKappaResult } from '../../calc/quality/fleiss-kappa.ts';
import { codes, type Code, type Story } from './stories.ts';

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Coder = {
  name: string;
  codes: string;
};

export const storyCount = 20;
/** 名字最多这么多字：列表里放得下，链接里也带得走 */
export const longestName = 10;
export const unsorted = 'x'.repeat(storyCount);

/** 半角化、大写；1–4 与 A–D 等价，x、0、点、横杠都是没分。 */
function letter(character: string): Code | null | undefined {
  const plain = character.normalize('NFKC').toUpperCase();
  const digit = '1234'.indexOf(plain);
  const index = codes.indexOf(plain as Code);
  if (plain.length === 1 && digit >= 0) return codes[digit];
  if (index >= 0) return codes[index];
  return 'X0.-'.includes(plain) ? null : undefined;
}

/** 一串读成二十格；看不懂的位置另外报出来，当作没分。 */
export function readString(text: string): { marks: (Code | null)[]; odd: number[] } {
  const marks: (Code | null)[] = [];
  const odd: number[] = [];
  [...text].slice(0, storyCount).forEach((character, i) => {
    const code = letter(character);
    if (code === undefined) odd.push(i + 1);
    marks.push(code ?? null);
  });
  while (marks.length < storyCount) marks.push(null);
  return { marks, odd };
}

export function writeString(marks: readonly (Code | null)[]): string {
  return marks.map((code) => code ?? 'x').join('');
}

/** 改一格，别的不动。 */
export function withMark(text: string, index: number, code: Code | null): string {
  return writeString(readString(text).marks.map((mark, i) => (i === index ? code : mark)));
}

export const tallyOf = (marks: readonly (Code | null)[]): number[] =>
  codes.map((code) => marks.filter((mark) => mark === code).length);

/** 和编辑比：只算分过的；一个也没分就没有可比的。 */
export function againstEditors(
  marks: readonly (Code | null)[],
  stories: readonly Story[],
): CohenKappaResult | null {
  const done = stories.flatMap((story, i) => {
    const mark = marks[i];
    return mark ? [[mark, story.code] as const] : [];
  });
  if (done.length === 0) return null;
  return cohenKappa({
    first: done.map(([mine]) => mine),
    second: done.map(([, theirs]) => theirs),
  });
}

export interface ClassAgreement {
  /** 至少分了一个的人数 */
  people: number;
  /** 每个故事归入四类的人数 */
  tallies: number[][];
  /** 两个人以上才有 */
  kappa: FleissKappaResult | null;
  /** 分歧最大的故事（从 0 数）；人人一致或不足两人时没有 */
  mostDivisive: number | null;
  /** 最分不清的一类；没有定义时没有 */
  hardestGroup: Code | null;
}

export function amongClass(coders: readonly Coder[]): ClassAgreement {
  const all = coders
    .map(({ codes: text }) => readString(text).marks)
    .filter((marks) => marks.some((mark) => mark !== null));
  const tallies = Array.from({ length: storyCount }, (_, i) =>
    tallyOf(all.map((marks) => marks[i] ?? null)),
  );
  const people = all.length;
  const comparable = tallies.some((row) => row.reduce((sum, count) => sum + count, 0) >= 2);
  if (people < 2 || !comparable)
    return { people, tallies, kappa: null, mostDivisive: null, hardestGroup: null };
  const kappa = fleissKappa(tallies);
  let mostDivisive: number | null = null;
  kappa.agreementByItem.forEach((agreement, i) => {
    if (agreement < 1 && agreement < (kappa.agreementByItem[mostDivisive ?? -1] ?? 1))
      mostDivisive = i;
  });
  let hardest: number | null = null;
  kappa.kappaByCategory.forEach((value, j) => {
    if (value < 1 && value < (kappa.kappaByCategory[hardest ?? -1] ?? 1)) hardest = j;
  });
  return {
    people,
    tallies,
    kappa,
    mostDivisive,
    hardestGroup: hardest === null ? null : (codes[hardest] ?? null),
  };
}
