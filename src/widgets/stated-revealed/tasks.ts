/** 八道二选一：三个属性，各题没有一边样样好；左右也错开，一路按左边的不会显得只爱便宜。 */

export const attributes = [
  { name: '价格', levels: ['200 元', '300 元', '400 元'] },
  { name: '等待', levels: ['10 分钟', '40 分钟', '70 分钟'] },
  { name: '态度', levels: ['热情', '平常'] },
] as const;
export const names = attributes.map(({ name }) => name);
export const levels = attributes.map(({ levels: each }) => each.length);

export type Profile = readonly number[];
/** 63 对各有长短的组合里，信息矩阵的行列式大的八对：换掉哪一对都不会更大，离再大的一组不到百分之一。 */
export const tasks: readonly (readonly [Profile, Profile])[] = [
  [
    [0, 0, 1],
    [1, 2, 0],
  ],
  [
    [1, 0, 0],
    [0, 1, 1],
  ],
  [
    [2, 1, 0],
    [1, 2, 1],
  ],
  [
    [0, 1, 0],
    [2, 0, 1],
  ],
  [
    [0, 2, 0],
    [2, 1, 1],
  ],
  [
    [2, 2, 0],
    [1, 0, 1],
  ],
  [
    [2, 0, 0],
    [1, 1, 1],
  ],
  [
    [0, 2, 1],
    [1, 1, 0],
  ],
];
export const taskCount = tasks.length;
export const unanswered = 'x'.repeat(taskCount);

/** 一道题选了哪边：0 是甲，1 是乙。 */
export type Pick = 0 | 1 | null;

/** 八个字母读成八个选择：甲乙、A B、1 2、全角都认得，看不懂的当作没选。 */
export function readPicks(text: string): Pick[] {
  const picks = [...text.normalize('NFKC').toUpperCase()]
    .slice(0, taskCount)
    .map((letter): Pick => ('A1甲'.includes(letter) ? 0 : 'B2乙'.includes(letter) ? 1 : null));
  while (picks.length < taskCount) picks.push(null);
  return picks;
}
/** 改一道，别的不动。 */
export const withPick = (text: string, index: number, pick: Pick) =>
  readPicks(text)
    .map((each, i) => (i === index ? pick : each))
    .map((each) => (each === null ? 'x' : 'AB'[each]))
    .join('');

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Person = {
  name: string;
  price: number;
  wait: number;
  manner: number;
  answers: string;
};

/** 嘴上的三样折成百分比；一分也没给的说不出。 */
export function declaredOf({ price, wait, manner }: Person): number[] | null {
  const all = price + wait + manner;
  return all > 0 ? [price / all, wait / all, manner / all] : null;
}
