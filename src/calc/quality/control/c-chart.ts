import { atLeast, each, integerAtLeast, positive } from '../../core/checks.ts';
import { pointsOutside } from './control-limits.ts';
import type { ControlLimits } from './control-limits.ts';
import { mean } from './subgroup-statistics.ts';

/** c 图的输入。 */
export interface CChartInput {
  /** 各检查单位的缺陷数。 */
  counts: readonly number[];
  /** 给定的平均缺陷数；缺省由数据估计。 */
  center?: number | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
}

/** c 图。 */
export interface CChart {
  /** 中心线与控制限。 */
  limits: ControlLimits;
  /** 越限的序号，从 1 起。 */
  signals: number[];
}

/**
 * c 控制图：同样大小的检查单位里的缺陷数（每天的投诉件数）。
 *
 * 假设：缺陷独立、稀少（泊松分布），以正态近似取限；检查单位大小不变。
 * 符号与单位：c̄ ± L·√c̄，个。
 * 出处：Montgomery, Introduction to Statistical Quality Control。
 * 边界：下限小于 0 取 0；全为 0 时上下限都是 0，不报警。
 * 复杂度：O(点数)。
 *
 * @example
 * cChart({ counts: [4, 7, 3, 6] }).limits.upper // 11.70820393249937
 */
export function cChart({ counts, center, sigmas = 3 }: CChartInput): CChart {
  each('counts', counts, (name, value) => integerAtLeast(name, value, 0));
  positive('sigmas', sigmas);
  const average = center === undefined ? mean(counts) : atLeast('center', center, 0);
  const spread = sigmas * Math.sqrt(average);
  const limits = {
    center: average,
    lower: Math.max(0, average - spread),
    upper: average + spread,
  };
  return { limits, signals: pointsOutside(counts, limits) };
}
