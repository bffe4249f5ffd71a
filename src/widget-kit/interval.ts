/** 几次重复仿真的均值与 95% 置信区间，图上画误差棒用。 */

/** 自由度 1…30 的 t 分位数（0.975）；再大用正态。 */
const t975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

export interface Interval {
  count: number;
  mean: number;
  low: number;
  high: number;
}

export function interval(samples: readonly number[]): Interval {
  const count = samples.length;
  const mean = samples.reduce((sum, x) => sum + x, 0) / count;
  if (count < 2) return { count, mean, low: Number.NaN, high: Number.NaN };
  const variance = samples.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (count - 1);
  const half = (t975[count - 2] ?? 1.96) * Math.sqrt(variance / count);
  return { count, mean, low: mean - half, high: mean + half };
}
