import { positive, reject } from '../../core/checks.ts';
import { controlChartConstants } from './control-chart-constants.ts';
import { pointsOutside } from './control-limits.ts';
import { pChart } from './p-chart.ts';
import type { PChart, PChartInput } from './p-chart.ts';
import { mean } from './subgroup-statistics.ts';

/** 莱尼 p′ 图。 */
export interface LaneyPChart extends PChart {
  /** 各点按二项分布标准化：z = (p − p̄)/√(p̄(1 − p̄)/n)；p̄ 为 0 或 1 时没有定义，为 NaN。 */
  scores: number[];
  /** σ_z：相邻两个 z 之差估计的标准差。1 是恰如二项分布，大于 1 是过度离散；没有定义时为 NaN。 */
  inflation: number;
}

/**
 * 莱尼 p′ 控制图：样本很大时，二项分布的限窄得不合情理；把它按点与点之间实有的波动放宽（或收窄）。
 *
 * 假设：中心的率在各样本之间也会变动，这种变动算普通原因；标准化以后相邻两点独立、近似正态。
 * 符号与单位：p̄ ± L·σ_z·√(p̄(1 − p̄)/n)，σ_z = MR̄(z)/d2(2)；率在 0 与 1 之间，z 与 σ_z 无量纲。
 * 出处：Laney (2002), Improved Control Charts for Attributes, Quality Engineering 14(4):531–537。
 * 边界：少于两个样本是输入错误；下限小于 0 取 0，上限大于 1 取 1；p̄ 为 0 或 1、各点的率全同时上下限重合，不报警。前后两点相关时 σ_z 偏小，限仍嫌窄。
 * 复杂度：O(样本数)。
 *
 * @example
 * laneyPChart({ defectives: [100, 140, 90], sizes: 1000 }).inflation // 4.030566663511159
 */
export function laneyPChart(input: PChartInput): LaneyPChart {
  const { sigmas = 3, sizes, defectives } = input;
  positive('sigmas', sigmas);
  if (defectives.length < 2) reject('defectives', 'at least two samples', defectives);
  // 一倍 σ 的宽自己算：p 图的限可能已截到 0 或 1
  const { center, points, limits: binomial } = pChart(input);
  const deviations = points.map((_, i) =>
    Math.sqrt((center * (1 - center)) / (typeof sizes === 'number' ? sizes : (sizes[i] as number))),
  );
  const scores = points.map((point, i) => (point - center) / (deviations[i] as number));
  const ranges = scores.slice(1).map((score, i) => Math.abs(score - (scores[i] as number)));
  const inflation = mean(ranges) / controlChartConstants(2).d2;
  const limits = Number.isFinite(inflation)
    ? deviations.map((deviation) => {
        const spread = sigmas * inflation * deviation;
        return {
          center,
          lower: Math.max(0, center - spread),
          upper: Math.min(1, center + spread),
        };
      })
    : binomial;
  return { center, points, limits, signals: pointsOutside(points, limits), scores, inflation };
}
