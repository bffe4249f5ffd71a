import { each, finite, reject, sameLength } from '../core/checks.ts';

/** 两位评分者给同一批对象的等级分，按同一次序。 */
export interface WeightedKappaInput {
  /** 第一位给的分；等级写成数，相邻的等级差多少由数说了算。 */
  first: readonly number[];
  /** 第二位给的分，与第一位等长。 */
  second: readonly number[];
  /** 差得远怎样罚：`linear` 按差几级，`quadratic` 按差几级的平方；默认 `linear`。 */
  weights?: 'linear' | 'quadratic' | undefined;
}

/** 加权一致性的结果。 */
export interface WeightedKappaResult {
  /** 对象数。 */
  items: number;
  /** 分数一模一样的比例。 */
  agreement: number;
  /** 观察到的分歧：每个对象的罚分（差几级，或它的平方）的平均。 */
  disagreement: number;
  /** 各按自己的分布随手打分，碰巧会有的分歧。 */
  expected: number;
  /** 加权 κ = 1 − 观察到的分歧 ÷ 碰巧的分歧；两位都只打过同一个分时没有定义，为 NaN。 */
  kappa: number;
}

/**
 * 加权 kappa：两个人打等级分，差一级和差三级不一样罚，扣掉碰巧以后的一致还剩多少。
 *
 * 假设：等级有次序，数字之差就是差得多远；两人各自独立打分；碰巧的分歧按各人自己的分布算。
 * 符号与单位：罚分 v = |a − b| 或 (a − b)²；κ 无量纲，1 为全同，0 与碰巧相当，可为负。
 * 出处：Cohen (1968), Weighted Kappa；平方罚分时等于 Lin 的一致性相关系数，见 Fleiss & Cohen (1973)。
 * 边界：只有两级时与科恩 kappa 相同；等级数不必给，罚分乘一个常数不改变 κ；两位都只打过同一个分时 κ 为 NaN。
 * 复杂度：O(对象数 + 不同分数的个数²)。
 *
 * @example
 * weightedKappa({ first: [1, 2, 3, 3], second: [1, 3, 3, 2], weights: 'quadratic' }).kappa // 0.6363636363636364
 */
export function weightedKappa({
  first,
  second,
  weights = 'linear',
}: WeightedKappaInput): WeightedKappaResult {
  each('first', first, finite);
  each('second', second, finite);
  sameLength('second', second, 'first', first);
  if (weights !== 'linear' && weights !== 'quadratic')
    reject('weights', "'linear' or 'quadratic'", weights);
  const penalty = (a: number, b: number) => (weights === 'linear' ? Math.abs(a - b) : (a - b) ** 2);
  const items = first.length;
  let [same, observed] = [0, 0];
  first.forEach((a, i) => {
    const b = second[i] as number;
    if (a === b) same++;
    observed += penalty(a, b);
  });
  let chance = 0;
  const others = tally(second);
  for (const [a, times] of tally(first))
    for (const [b, otherTimes] of others) chance += times * otherTimes * penalty(a, b);
  const expected = chance / items ** 2;
  return {
    items,
    agreement: same / items,
    disagreement: observed / items,
    expected,
    kappa: expected === 0 ? Number.NaN : 1 - observed / items / expected,
  };
}

function tally(scores: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return counts;
}
