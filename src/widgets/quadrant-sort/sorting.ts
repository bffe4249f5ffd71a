/** 归类串与两个人的一致：十个字母一串，A–D 是四格，x 是还没分。 */
import { cohenKappa, type CohenKappaResult } from '../../calc/quality/cohen-kappa.ts';
import { codes, sets, type Code, type Service, type SetId } from './services.ts';

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Sorter = { name: string; codes: string };
export type Mark = Code | null;

export const serviceCount = 10;
export const unsorted = 'x'.repeat(serviceCount);

/** 一串读成十格：全角、小写、1–4 都认得，看不懂的当作没分。 */
export function readMarks(text: string): Mark[] {
  const marks = [...text.normalize('NFKC').toUpperCase()]
    .slice(0, serviceCount)
    .map((letter): Mark => {
      const digit = '1234'.indexOf(letter);
      return (digit >= 0 ? codes[digit] : codes.find((code) => code === letter)) ?? null;
    });
  while (marks.length < serviceCount) marks.push(null);
  return marks;
}

/** 改一格，别的不动。 */
export function withMark(text: string, index: number, code: Mark): string {
  return readMarks(text)
    .map((mark, i) => (i === index ? code : mark) ?? 'x')
    .join('');
}

/** 虚构的第二位分拣者在这一组里怎么归。 */
export const fictional = (set: SetId): Sorter => ({
  name: '小周（虚构）',
  codes: sets[set].items.map(({ second }) => second).join(''),
});
export const startOf = (set: SetId): readonly Sorter[] => [
  { name: '我', codes: unsorted },
  fictional(set),
];

export interface Lines {
  labourLine: number;
  customLine: number;
}

/** 规则：过线的算高。线上的点算高，二进制的尾巴不作数。 */
export function ruleOf({ labour, custom }: Service, { labourLine, customLine }: Lines): Code {
  const hands = labour >= labourLine - 1e-9;
  const tailored = custom >= customLine - 1e-9;
  if (hands) return tailored ? 'D' : 'C';
  return tailored ? 'B' : 'A';
}

/** 只比两边都分过的；一项也没有就没有可比的。 */
export function agreementOf(
  first: readonly Mark[],
  second: readonly Mark[],
): CohenKappaResult | null {
  const both = first.flatMap((mark, i) => {
    const other = second[i];
    return mark && other ? [[mark, other] as const] : [];
  });
  if (both.length === 0) return null;
  return cohenKappa({
    first: both.map(([mark]) => mark),
    second: both.map(([, other]) => other),
  });
}

export const tallyOf = (marks: readonly Mark[]): number[] =>
  codes.map((code) => marks.filter((mark) => mark === code).length);
