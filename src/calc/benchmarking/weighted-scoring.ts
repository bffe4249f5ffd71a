import { atLeast, matrix, reject, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/** 加权评分的结果。 */
export interface WeightedScores {
  /** 归一后的权重，和为 1。 */
  weights: number[];
  /** 各单位的加权总分。 */
  totals: number[];
  /** 名次，从 1 起；同分同名次，其后跳号。 */
  ranks: number[];
  /** 各指标的最好得分（标杆）。 */
  best: number[];
  /** 各单位各指标距标杆的加权差距：gaps[单位][指标]，越大越该补。 */
  gaps: number[][];
}

/**
 * 加权评分标杆：多个单位按同一组指标打分，归一权重后汇总，并指出离标杆差在哪。
 *
 * 假设：得分同一量纲、越高越好；指标可相互补偿。
 * 符号与单位：`scores[u][k]` 单位 u 在指标 k 上的得分；`weights[k]` 权重（任意正比例）；总分与得分同单位。
 * 出处：定义（加权平均）。
 * 边界：权重非负且不全为 0；总分相对差 1e-12 以内算同分。
 * 复杂度：O(单位数 × 指标数)，排名 O(n²)。
 *
 * @example
 * weightedScoring({ scores: [[80, 60], [70, 90]], weights: [3, 1] }).totals // [75, 75]
 */
export function weightedScoring(input: {
  /** 得分表：一行一个单位，一列一个指标。 */
  scores: readonly (readonly number[])[];
  /** 指标权重。 */
  weights: readonly number[];
}): WeightedScores {
  const { scores } = input;
  matrix('scores', scores);
  const width = (scores[0] as readonly number[]).length;
  sameLength('weights', input.weights, 'scores[0]', scores[0] as readonly number[]);
  let sum = 0;
  input.weights.forEach((weight, k) => (sum += atLeast(`weights[${k}]`, weight, 0)));
  if (!(sum > 0)) reject('weights', 'an array with a positive sum', input.weights);
  const weights = input.weights.map((weight) => weight / sum);
  const totals = scores.map((row) =>
    row.reduce((total, score, k) => total + (weights[k] as number) * score, 0),
  );
  const slack = 1e-12 * largest(totals.map(Math.abs));
  const ranks = totals.map((total) => 1 + totals.filter((other) => other > total + slack).length);
  const best = Array.from({ length: width }, (_, k) =>
    largest(scores.map((row) => row[k] as number)),
  );
  const gaps = scores.map((row) =>
    row.map((score, k) => (weights[k] as number) * ((best[k] as number) - score)),
  );
  return { weights, totals, ranks, best, gaps };
}
