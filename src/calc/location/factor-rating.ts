import { atLeast, matrix, reject, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/** 因素评分的结果。 */
export interface FactorRating {
  /** 各方案加权总分，权重原样使用，不归一。 */
  totals: number[];
  /** 总分最高的方案下标；并列取最靠前的。 */
  best: number;
  /** 与最高分并列（相对差不超过 1e-12）的全部方案下标。 */
  tied: number[];
  /** 各因素对各方案的贡献：contributions[因素][方案] = 权重 × 得分。 */
  contributions: number[][];
}

/**
 * 因素评分法：若干因素各有权重，方案逐项打分，加权求和后比较。
 *
 * 假设：因素之间可相互补偿；得分同一量纲、越高越好。
 * 符号与单位：w `weights[f]` 因素权重（通常和为 1，不强制）；s `scores[f][a]` 方案 a 在因素 f 上的得分；总分与得分同单位。
 * 出处：Heizer & Render《Operations Management》选址章的因素评分法。
 * 边界：权重须非负且不全为 0；并列时 `best` 取最靠前者，`tied` 列出全部。
 * 复杂度：O(因素数 × 方案数)。
 *
 * @example
 * factorRating({ weights: [0.6, 0.4], scores: [[70, 60], [50, 80]] }).totals // [62, 68]
 */
export function factorRating(input: {
  /** 因素权重。 */
  weights: readonly number[];
  /** 得分表：一行一个因素，一列一个方案。 */
  scores: readonly (readonly number[])[];
}): FactorRating {
  const { weights, scores } = input;
  matrix('scores', scores);
  sameLength('weights', weights, 'scores', scores);
  let sum = 0;
  weights.forEach((weight, f) => (sum += atLeast(`weights[${f}]`, weight, 0)));
  if (!(sum > 0)) reject('weights', 'an array with a positive sum', weights);
  const contributions = scores.map((row, f) => row.map((score) => (weights[f] as number) * score));
  const first = contributions[0] as number[];
  const totals = first.map((_, a) =>
    contributions.reduce((total, row) => total + (row[a] as number), 0),
  );
  let best = 0;
  totals.forEach((total, a) => {
    if (total > (totals[best] as number)) best = a;
  });
  const top = totals[best] as number;
  const slack = 1e-12 * Math.max(largest(totals.map(Math.abs)), Number.MIN_VALUE);
  const tied = totals.flatMap((total, a) => (top - total <= slack ? [a] : []));
  return { totals, best, tied, contributions };
}
