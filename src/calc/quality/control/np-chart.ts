import { each, integerAtLeast, positive, probability, reject } from '../../core/checks.ts';
import { pointsOutside } from './control-limits.ts';
import type { ControlLimits } from './control-limits.ts';

/** np 图的输入。 */
export interface NpChartInput {
  /** 各样本的不合格数。 */
  defectives: readonly number[];
  /** 样本量，各样本相同。 */
  size: number;
  /** 给定的不合格率；缺省由数据估计。 */
  proportion?: number | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
}

/** np 图。 */
export interface NpChart {
  /** 中心线与控制限，单位为件。 */
  limits: ControlLimits;
  /** 不合格率 p̄。 */
  proportion: number;
  /** 越限的样本序号，从 1 起。 */
  signals: number[];
}

/**
 * np 控制图：不合格品数；样本量相同时与 p 图等价，只是纵轴用件数。
 *
 * 假设：样本内各件独立、不合格概率相同（二项分布），以正态近似取限；样本等大。
 * 符号与单位：n·p̄ ± L·√(n·p̄(1 − p̄))，件。
 * 出处：Montgomery, Introduction to Statistical Quality Control。
 * 边界：下限小于 0 取 0，上限大于 n 取 n。
 * 复杂度：O(样本数)。
 *
 * @example
 * npChart({ defectives: [4, 9, 5], size: 100 }).limits.upper // 13.12460525222275
 */
export function npChart({ defectives, size, proportion, sigmas = 3 }: NpChartInput): NpChart {
  each('defectives', defectives, (name, value) => integerAtLeast(name, value, 0));
  integerAtLeast('size', size, 1);
  positive('sigmas', sigmas);
  defectives.forEach((value, i) => {
    if (value > size) reject(`defectives[${i}]`, `at most the sample size ${size}`, value);
  });
  const p =
    proportion === undefined
      ? defectives.reduce((sum, value) => sum + value, 0) / (size * defectives.length)
      : probability('proportion', proportion);
  const center = size * p;
  const spread = sigmas * Math.sqrt(center * (1 - p));
  const limits = {
    center,
    lower: Math.max(0, center - spread),
    upper: Math.min(size, center + spread),
  };
  return { limits, proportion: p, signals: pointsOutside(defectives, limits) };
}
