import { each, finite, integerAtLeast, positive, reject } from '../core/checks.ts';

/** 季节的作用方式：相加或相乘。 */
export type SeasonalForm = 'additive' | 'multiplicative';

/** 经典分解的结果。 */
export interface SeasonalDecomposition {
  /** 中心化移动平均（趋势），两端各半个周期没有值，为 NaN。 */
  trend: number[];
  /** 一个周期的季节指数，从第一期所在的季节排起；相加的和为 0，相乘的均值为 1。 */
  indices: number[];
  /** 去季节后的数列。 */
  adjusted: number[];
}

/**
 * 经典季节分解：用中心化移动平均分出趋势，再求每个季节的平均指数。
 *
 * 假设：季节型态各年相同；趋势在一个周期内近似线性。
 * 符号与单位：周期 `period` 期；相加时指数与数据同单位，相乘时为比率。
 * 出处：Macaulay 的移动平均比率法；做法与 R 的 `decompose` 一致（偶数周期两端各半权）。
 * 边界：至少两个完整周期；相乘时数据须全为正；周期为 1 时没有季节，是错误。
 * 复杂度：O(N·period)。
 *
 * @example
 * decomposeSeasons({ data: [8, 12, 10, 14, 12, 16], period: 2, form: 'additive' }).indices // [-1.5, 1.5]
 */
export function decomposeSeasons({
  data,
  period,
  form,
}: {
  /** 数据，按时间先后，至少两个周期。 */
  data: readonly number[];
  /** 周期长度，整数 ≥ 2。 */
  period: number;
  /** 相加或相乘。 */
  form: SeasonalForm;
}): SeasonalDecomposition {
  checkSeasonal({ data, period, form });
  const half = Math.floor(period / 2);
  const even = period % 2 === 0;
  const trend = Array.from({ length: data.length }, () => NaN);
  for (let t = half; t < data.length - half; t++) {
    let sum = 0;
    for (let k = -half; k <= half; k++)
      sum += (even && Math.abs(k) === half ? 0.5 : 1) * data[t + k]!;
    trend[t] = sum / period;
  }
  const sums = Array.from({ length: period }, () => 0);
  const counts = Array.from({ length: period }, () => 0);
  for (let t = half; t < data.length - half; t++) {
    const season = form === 'additive' ? data[t]! - trend[t]! : data[t]! / trend[t]!;
    sums[t % period]! += season;
    counts[t % period]!++;
  }
  const raw = sums.map((sum, s) => sum / counts[s]!);
  const mean = raw.reduce((sum, value) => sum + value, 0) / period;
  const indices = raw.map((value) => (form === 'additive' ? value - mean : value / mean));
  const adjusted = data.map((value, t) =>
    form === 'additive' ? value - indices[t % period]! : value / indices[t % period]!,
  );
  return { trend, indices, adjusted };
}

/** 季节模型共同的输入检查。 */
export function checkSeasonal({
  data,
  period,
  form,
}: {
  data: readonly number[];
  period: number;
  form: SeasonalForm;
}): void {
  if (form !== 'additive' && form !== 'multiplicative')
    reject('form', "'additive' or 'multiplicative'", form);
  each('data', data, form === 'multiplicative' ? positive : finite);
  integerAtLeast('period', period, 2);
  if (data.length < 2 * period) reject('data', `at least two periods long (${2 * period})`, data);
}
