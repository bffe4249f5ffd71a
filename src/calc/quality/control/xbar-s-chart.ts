import { positive, reject } from '../../core/checks.ts';
import { controlChartConstants } from './control-chart-constants.ts';
import { pointsOutside } from './control-limits.ts';
import type { ControlLimits } from './control-limits.ts';
import { mean, subgroupStatistics } from './subgroup-statistics.ts';

/** X̄–S 图的输入。 */
export interface XbarSInput {
  /** 第一阶段的子组，等大，用来定控制限。 */
  subgroups: readonly (readonly number[])[];
  /** 第二阶段的子组，用已定的限监控；大小须与第一阶段相同。 */
  newSubgroups?: readonly (readonly number[])[] | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
}

/** X̄–S 图。 */
export interface XbarSChart {
  /** X̄ 图的中心线与控制限。 */
  means: ControlLimits;
  /** S 图的中心线与控制限。 */
  deviations: ControlLimits;
  /** 过程标准差的估计 S̄/c4。 */
  sigma: number;
  /** 各子组均值；第二阶段接在第一阶段之后。 */
  meanPoints: number[];
  /** 各子组标准差；第二阶段接在第一阶段之后。 */
  deviationPoints: number[];
  /** 第一阶段 X̄ 图越限的子组序号，从 1 起。 */
  meanSignals: number[];
  /** 第一阶段 S 图越限的子组序号。 */
  deviationSignals: number[];
  /** 第二阶段 X̄ 图越限的子组序号，接着第一阶段编号。 */
  newMeanSignals: number[];
  /** 第二阶段 S 图越限的子组序号，接着第一阶段编号。 */
  newDeviationSignals: number[];
}

/**
 * X̄–S 控制图：子组均值与标准差的控制限，σ 由平均标准差除以 c4 估计；子组大（n > 10）时优于极差。
 *
 * 假设：子组内只含普通原因，近似正态；子组等大。
 * 符号与单位：与数据同单位；X̄ 图限 X̿ ± A3·S̄，S 图限 B3·S̄、B4·S̄。
 * 出处：系数按 Montgomery, Introduction to Statistical Quality Control。
 * 边界：标准差下限小于 0 时取 0；数据全相同时上下限重合，不报警。
 * 复杂度：O(数据个数)。
 *
 * @example
 * xbarSChart({ subgroups: [[1, 3], [2, 6], [3, 3]] }).deviations.upper // 4.6195737421825545
 */
export function xbarSChart({ subgroups, newSubgroups, sigmas = 3 }: XbarSInput): XbarSChart {
  const base = subgroupStatistics('subgroups', subgroups);
  positive('sigmas', sigmas);
  const constants = controlChartConstants(base.size, sigmas);
  const center = mean(base.means);
  const meanDeviation = mean(base.deviations);
  const means = {
    center,
    lower: center - constants.A3 * meanDeviation,
    upper: center + constants.A3 * meanDeviation,
  };
  const deviations = {
    center: meanDeviation,
    lower: constants.B3 * meanDeviation,
    upper: constants.B4 * meanDeviation,
  };
  const later = newSubgroups?.length ? subgroupStatistics('newSubgroups', newSubgroups) : null;
  if (later && later.size !== base.size)
    reject('newSubgroups[0]', `${base.size} values long, as in subgroups`, newSubgroups?.[0]);
  const first = subgroups.length + 1;
  return {
    means,
    deviations,
    sigma: meanDeviation / constants.c4,
    meanPoints: [...base.means, ...(later?.means ?? [])],
    deviationPoints: [...base.deviations, ...(later?.deviations ?? [])],
    meanSignals: pointsOutside(base.means, means),
    deviationSignals: pointsOutside(base.deviations, deviations),
    newMeanSignals: later ? pointsOutside(later.means, means, first) : [],
    newDeviationSignals: later ? pointsOutside(later.deviations, deviations, first) : [],
  };
}
