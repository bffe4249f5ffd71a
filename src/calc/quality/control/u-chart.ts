import { atLeast, each, integerAtLeast, positive, sameLength } from '../../core/checks.ts';
import { pointsOutside } from './control-limits.ts';
import type { ControlLimits } from './control-limits.ts';

/** u 图的输入。 */
export interface UChartInput {
  /** 各样本的缺陷数。 */
  counts: readonly number[];
  /** 检查面积（单位数，可为小数）：一个数表示各样本同大，数组表示逐个给出。 */
  sizes: number | readonly number[];
  /** 给定的单位缺陷数；缺省由数据合并估计。 */
  center?: number | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
}

/** u 图。 */
export interface UChart {
  /** 中心线 ū = 缺陷总数 ÷ 总面积。 */
  center: number;
  /** 各样本的单位缺陷数。 */
  points: number[];
  /** 各样本的控制限。 */
  limits: ControlLimits[];
  /** 越限的样本序号，从 1 起。 */
  signals: number[];
}

/**
 * u 控制图：单位缺陷数；检查面积可以不等，限随面积而变。
 *
 * 假设：缺陷服从泊松分布，均值与面积成正比，以正态近似取限。
 * 符号与单位：ū ± L·√(ū/n)，缺陷/单位面积。
 * 出处：Montgomery, Introduction to Statistical Quality Control。
 * 边界：下限小于 0 取 0；中心线按总数合并，不是各点的平均。
 * 复杂度：O(样本数)。
 *
 * @example
 * uChart({ counts: [4, 9, 5], sizes: [2, 3, 2.5] }).limits.map((limit) => limit.upper) // [5.686335345030996, 5.083281572999748, 5.339387691339814]
 */
export function uChart({ counts, sizes, center, sigmas = 3 }: UChartInput): UChart {
  each('counts', counts, (name, value) => integerAtLeast(name, value, 0));
  const areas = typeof sizes === 'number' ? counts.map(() => sizes) : sizes;
  if (typeof sizes === 'number') positive('sizes', sizes);
  else {
    each('sizes', areas, positive);
    sameLength('sizes', areas, 'counts', counts);
  }
  positive('sigmas', sigmas);
  const total = areas.reduce((sum, n) => sum + n, 0);
  const average =
    center === undefined
      ? counts.reduce((sum, value) => sum + value, 0) / total
      : atLeast('center', center, 0);
  const points = counts.map((value, i) => value / (areas[i] as number));
  const limits = areas.map((n) => {
    const spread = sigmas * Math.sqrt(average / n);
    return { center: average, lower: Math.max(0, average - spread), upper: average + spread };
  });
  return { center: average, points, limits, signals: pointsOutside(points, limits) };
}
