import {
  each,
  integerAtLeast,
  positive,
  probability,
  reject,
  sameLength,
} from '../../core/checks.ts';
import { pointsOutside } from './control-limits.ts';
import type { ControlLimits } from './control-limits.ts';

/** p 图的输入。 */
export interface PChartInput {
  /** 各样本的不合格数。 */
  defectives: readonly number[];
  /** 样本量：一个数表示各样本同大，数组表示逐个给出。 */
  sizes: number | readonly number[];
  /** 给定的不合格率（第二阶段用已定的中心线）；缺省由数据合并估计。 */
  center?: number | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
}

/** p 图。 */
export interface PChart {
  /** 中心线 p̄ = 不合格总数 ÷ 检查总数。 */
  center: number;
  /** 各样本的不合格率。 */
  points: number[];
  /** 各样本的控制限。 */
  limits: ControlLimits[];
  /** 越限的样本序号，从 1 起。 */
  signals: number[];
}

/**
 * p 控制图：不合格品率；样本量可以不等，限随样本量而变。
 *
 * 假设：样本内各件独立、不合格概率相同（二项分布），以正态近似取限。
 * 符号与单位：p̄ ± L·√(p̄(1 − p̄)/n)；率在 0 与 1 之间。
 * 出处：Shewhart (1931)；Montgomery, Introduction to Statistical Quality Control。
 * 边界：下限小于 0 取 0，上限大于 1 取 1；p̄ 为 0 或 1 时上下限重合，不报警。n·p̄ 很小时正态近似差，下限为 0 不表示没有改善。
 * 复杂度：O(样本数)。
 *
 * @example
 * pChart({ defectives: [6], sizes: 200, center: 0.03 }).limits[0].upper // 0.06618701424544446
 */
export function pChart({ defectives, sizes, center, sigmas = 3 }: PChartInput): PChart {
  each('defectives', defectives, (name, value) => integerAtLeast(name, value, 0));
  const counts = typeof sizes === 'number' ? defectives.map(() => sizes) : sizes;
  if (typeof sizes === 'number') integerAtLeast('sizes', sizes, 1);
  else {
    each('sizes', counts, (name, value) => integerAtLeast(name, value, 1));
    sameLength('sizes', counts, 'defectives', defectives);
  }
  positive('sigmas', sigmas);
  defectives.forEach((value, i) => {
    if (value > (counts[i] as number))
      reject(`defectives[${i}]`, `at most the sample size ${counts[i]}`, value);
  });
  const total = counts.reduce((sum, n) => sum + n, 0);
  const average =
    center === undefined
      ? defectives.reduce((sum, value) => sum + value, 0) / total
      : probability('center', center);
  const points = defectives.map((value, i) => value / (counts[i] as number));
  const limits = counts.map((n) => {
    const spread = sigmas * Math.sqrt((average * (1 - average)) / n);
    return {
      center: average,
      lower: Math.max(0, average - spread),
      upper: Math.min(1, average + spread),
    };
  });
  return { center: average, points, limits, signals: pointsOutside(points, limits) };
}
