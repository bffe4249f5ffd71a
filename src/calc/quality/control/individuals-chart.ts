import { each, finite, positive, reject } from '../../core/checks.ts';
import { controlChartConstants } from './control-chart-constants.ts';
import { pointsOutside } from './control-limits.ts';
import type { ControlLimits } from './control-limits.ts';
import { mean } from './subgroup-statistics.ts';

/** 单值图的输入。 */
export interface IndividualsInput {
  /** 第一阶段的单值，至少两个，用来定限。 */
  values: readonly number[];
  /** 第二阶段的单值，用已定的限监控。 */
  newValues?: readonly number[] | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
}

/** 单值与移动极差图。 */
export interface IndividualsChart {
  /** 单值图的中心线与控制限。 */
  individuals: ControlLimits;
  /** 移动极差图的中心线与控制限。 */
  movingRanges: ControlLimits;
  /** 过程标准差的估计：平均移动极差 ÷ d2(2)。 */
  sigma: number;
  /** 相邻两值之差的绝对值；比单值少一个。 */
  rangePoints: number[];
  /** 越限的单值序号，从 1 起。 */
  signals: number[];
  /** 越限的移动极差所在的序号（以后一个值计，从 2 起）。 */
  rangeSignals: number[];
  /** 第二阶段越限的单值序号，接着第一阶段编号。 */
  newSignals: number[];
}

/**
 * 单值–移动极差控制图：一次只有一个数（每天一次的投诉处理时间）时用，σ 由相邻两值之差估计。
 *
 * 假设：相邻观测独立、近似正态；移动极差跨度为 2。
 * 符号与单位：与数据同单位；限为 x̄ ± L·MR̄/d2(2)；移动极差上限 D4(2)·MR̄。
 * 出处：Montgomery, Introduction to Statistical Quality Control。
 * 边界：少于两个值是输入错误；全部相同时上下限重合，不报警；移动极差下限为 0，单值下限可为负。
 * 复杂度：O(值数)。
 *
 * @example
 * individualsChart({ values: [10, 12, 11, 15] }).individuals.upper // 18.2035884781693
 */
export function individualsChart({
  values,
  newValues,
  sigmas = 3,
}: IndividualsInput): IndividualsChart {
  each('values', values, finite);
  if (values.length < 2) reject('values', 'at least two values', values);
  positive('sigmas', sigmas);
  if (newValues?.length) each('newValues', newValues, finite);
  const { d2, D3, D4 } = controlChartConstants(2, sigmas);
  const rangePoints = values.slice(1).map((value, i) => Math.abs(value - (values[i] as number)));
  const meanRange = mean(rangePoints);
  const sigma = meanRange / d2;
  const center = mean(values);
  const individuals = { center, lower: center - sigmas * sigma, upper: center + sigmas * sigma };
  const movingRanges = { center: meanRange, lower: D3 * meanRange, upper: D4 * meanRange };
  return {
    individuals,
    movingRanges,
    sigma,
    rangePoints,
    signals: pointsOutside(values, individuals),
    rangeSignals: pointsOutside(rangePoints, movingRanges, 2),
    newSignals: newValues ? pointsOutside(newValues, individuals, values.length + 1) : [],
  };
}
