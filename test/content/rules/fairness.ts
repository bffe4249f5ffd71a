/** 题库的公平：不懂题、只看长短和个数来猜的人，猜不出好成绩。 */
import type { BankEntry } from '../../../src/quiz/bank.ts';
import { score } from '../../../src/quiz/types/multiple/score.ts';
import type { MultipleQuestion } from '../../../src/quiz/types/multiple/ask.ts';

export interface Bank {
  file: string;
  entries: readonly BankEntry[];
}

interface Option {
  text: string;
  correct?: true | undefined;
}

/** 单选题总选最长（最短）的一项，多选题总勾长（短）的那一半，最多能得的分；凭运气约是两成五。 */
const mostByLength = 0.4;
/** 多选题里，对的个数相同的题最多占这么多，不然数个数就猜得出。 */
const mostAlike = 0.6;
/** 一道题里，最长的选项不超过最短的这么多倍，再加几个字；短选项差一两个字不算差得多。 */
const spread = { times: 1.6, plus: 6 };
/** 题太少时比例没有意义：刚开头的题库，等它长到这么多道再看。 */
const enough = 5;

const options = ({ item }: BankEntry) =>
  (item as unknown as { options: readonly Option[] }).options;
const ofType = ({ entries }: Bank, type: string) =>
  entries.filter(({ item }) => item.type === type);
const percent = (part: number) => `${Math.round(part * 100)}%`;

/** 看上去有多长：字母、数字和空格算半个字。 */
export function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[ -ɏ]/.test(character) ? 0.5 : 1), 0);
}

/** 总选这个长度的一项，猜中的机会；几项一样长，就在里面碰运气。 */
function chance(entry: BankEntry, extreme: (...widths: number[]) => number): number {
  const target = extreme(...options(entry).map(({ text }) => width(text)));
  const tied = options(entry).filter(({ text }) => width(text) === target);
  return tied.filter(({ correct }) => correct).length / tied.length;
}

/** 勾上长（短）的那一半，能得几分。 */
function half(entry: BankEntry, side: 1 | -1): number {
  const widths = options(entry).map(({ text }) => width(text));
  const sorted = widths.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] as number;
  const picked = widths.flatMap((each, index) => ((each - middle) * side >= 0 ? [index] : []));
  return score(entry.item as unknown as MultipleQuestion, picked).earned;
}

function guessing(
  { file }: Bank,
  entries: readonly BankEntry[],
  earned: (entry: BankEntry) => number,
  trick: string,
): string[] {
  if (entries.length < enough) return [];
  const mean = entries.reduce((sum, entry) => sum + earned(entry), 0) / entries.length;
  const given = entries.filter((entry) => earned(entry) >= 0.5).map(({ id }) => id);
  return mean > mostByLength
    ? [
        `${file}：${trick}，能得 ${percent(mean)}，最多 ${percent(mostByLength)}；改写这里面的几道：${given.join('、')}。把对的写得和错的一样简短，把错的写得一样具体，不要垫字`,
      ]
    : [];
}

export function longest(bank: Bank): string[] {
  return [
    ...guessing(bank, ofType(bank, 'single'), (entry) => chance(entry, Math.max), '单选总选最长的'),
    ...guessing(bank, ofType(bank, 'multiple'), (entry) => half(entry, 1), '多选总勾长的一半'),
  ];
}

export function shortest(bank: Bank): string[] {
  return [
    ...guessing(bank, ofType(bank, 'single'), (entry) => chance(entry, Math.min), '单选总选最短的'),
    ...guessing(bank, ofType(bank, 'multiple'), (entry) => half(entry, -1), '多选总勾短的一半'),
  ];
}

export function lengths({ file, entries }: Bank): string[] {
  return entries
    .filter(({ item }) => item.type === 'single' || item.type === 'multiple')
    .flatMap((entry) => {
      const widths = options(entry).map(({ text }) => width(text));
      const [least, most] = [Math.min(...widths), Math.max(...widths)];
      const limit = spread.times * least + spread.plus;
      return most <= limit
        ? []
        : [
            `${file} › ${entry.id}：最长的选项 ${most} 个字，最短的 ${least} 个字，差得太多；最长改到 ${Math.floor(limit)} 个字以内，或把最短的写具体，不要垫字`,
          ];
    });
}

export function rightNumber(bank: Bank): string[] {
  const entries = ofType(bank, 'multiple');
  if (entries.length < 2) return [];
  const groups = Map.groupBy(
    entries,
    (entry) => options(entry).filter(({ correct }) => correct).length,
  );
  return [...groups].flatMap(([count, alike]) =>
    alike.length <= Math.max(1, entries.length * mostAlike)
      ? []
      : [
          `${bank.file}：${entries.length} 道多选里有 ${alike.length} 道恰好 ${count} 个对，最多占 ${percent(mostAlike)}；在 ${alike.map(({ id }) => id).join('、')} 里挑几道，把一个选项的说法真正改对或改错，解释跟着改`,
        ],
  );
}

export function atLeastTwo(bank: Bank): string[] {
  return ofType(bank, 'multiple').flatMap((entry) =>
    options(entry).filter(({ correct }) => correct).length >= 2
      ? []
      : [`${bank.file} › ${entry.id}：多选只有一个对的；改成 type: single，或再改对一个选项`],
  );
}
