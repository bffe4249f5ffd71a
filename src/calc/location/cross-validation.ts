import { integerAtLeast, reject } from '../core/checks.ts';
import { createRandom } from '../core/random.ts';
import { leastSquares, predictOutcome } from './least-squares.ts';

/** 交叉验证的结果。 */
export interface CrossValidation {
  /** 样本外 R² = 1 − PRESS/SST；可以为负，说明不如直接猜均值；因变量无变化时为 NaN。 */
  outOfSampleR2: number;
  /** 样本外误差的均方根。 */
  rootMeanSquareError: number;
  /** 样本内 R²，供对照。 */
  inSampleR2: number;
  /** 各样本的样本外预测。 */
  predictions: number[];
  /** 各样本分到哪一折。 */
  folds: number[];
}

/**
 * 交叉验证：轮流留出一折样本，用其余样本回归去预测它，看「拟合得好」是否等于「猜得准」。
 *
 * 假设：样本可交换；每折留出后其余样本仍足以估计系数。
 * 符号与单位：`folds` 折数，等于样本数即留一法（此时不用随机）；`seed` 分折的种子；误差与因变量同单位。
 * 出处：Stone 1974；留一误差之和即 PRESS，Allen 1974。
 * 边界：折数须在 2 与样本数之间；某折留出后列不满秩则按 `leastSquares` 报 RangeError。
 * 复杂度：折数 × 一次回归。
 *
 * @example
 * crossValidate({ rows: [[1], [2], [3], [4]], outcome: [2, 4, 6, 8], folds: 4 }).outOfSampleR2 // 1
 */
export function crossValidate(input: {
  /** 自变量，一行一个样本。 */
  rows: readonly (readonly number[])[];
  /** 因变量。 */
  outcome: readonly number[];
  /** 折数，缺省为样本数（留一法）。 */
  folds?: number;
  /** 分折的种子，缺省 1。 */
  seed?: number;
}): CrossValidation {
  const { rows, outcome, seed = 1 } = input;
  const full = leastSquares({ rows, outcome });
  const n = rows.length;
  const folds = integerAtLeast('folds', input.folds ?? n, 2);
  if (folds > n) reject('folds', `≤ the number of samples (${n})`, folds);
  const order = Array.from({ length: n }, (_, i) => i);
  const shuffled = folds === n ? order : createRandom(seed).shuffle(order);
  const fold = order.map(() => 0);
  shuffled.forEach((i, rank) => (fold[i] = rank % folds));
  const predictions = order.map(() => 0);
  for (let f = 0; f < folds; f++) {
    const kept = order.filter((i) => fold[i] !== f);
    const fit = leastSquares({
      rows: kept.map((i) => rows[i] as readonly number[]),
      outcome: kept.map((i) => outcome[i] as number),
    });
    for (const i of order)
      if (fold[i] === f) predictions[i] = predictOutcome(fit, rows[i] as readonly number[]).value;
  }
  const mean = outcome.reduce((sum, value) => sum + value, 0) / n;
  const press = outcome.reduce(
    (sum, value, i) => sum + (value - (predictions[i] as number)) ** 2,
    0,
  );
  const total = outcome.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    outOfSampleR2: total > 0 ? 1 - press / total : NaN,
    rootMeanSquareError: Math.sqrt(press / n),
    inSampleR2: full.r2,
    predictions,
    folds: fold,
  };
}
