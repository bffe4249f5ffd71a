import { positive, reject } from '../../core/checks.ts';
import { controlChartConstants } from './control-chart-constants.ts';
import { pointsOutside } from './control-limits.ts';
import type { ControlLimits } from './control-limits.ts';
import { mean, subgroupStatistics } from './subgroup-statistics.ts';

/** X̄–R 图的输入。 */
export interface XbarRInput {
  /** 第一阶段的子组，等大，用来定控制限。 */
  subgroups: readonly (readonly number[])[];
  /** 第二阶段的子组，用已定的限监控；大小须与第一阶段相同。 */
  newSubgroups?: readonly (readonly number[])[] | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
}

/** X̄–R 图。 */
export interface XbarRChart {
  /** X̄ 图的中心线与控制限。 */
  means: ControlLimits;
  /** R 图的中心线与控制限。 */
  ranges: ControlLimits;
  /** 过程标准差的估计 R̄/d2。 */
  sigma: number;
  /** 各子组均值；第二阶段接在第一阶段之后。 */
  meanPoints: number[];
  /** 各子组极差；第二阶段接在第一阶段之后。 */
  rangePoints: number[];
  /** 第一阶段 X̄ 图越限的子组序号，从 1 起。 */
  meanSignals: number[];
  /** 第一阶段 R 图越限的子组序号。 */
  rangeSignals: number[];
  /** 第二阶段 X̄ 图越限的子组序号，接着第一阶段编号。 */
  newMeanSignals: number[];
  /** 第二阶段 R 图越限的子组序号，接着第一阶段编号。 */
  newRangeSignals: number[];
}

/**
 * X̄–R 控制图：子组均值与极差的控制限，σ 由平均极差估计；可分定限与监控两个阶段。
 *
 * 假设：子组内只含普通原因，近似正态；子组等大。
 * 符号与单位：与数据同单位；X̄ 图限 X̿ ± A2·R̄，R 图限 D3·R̄、D4·R̄。
 * 出处：Shewhart (1931)；系数按 Montgomery, Introduction to Statistical Quality Control。
 * 边界：极差下限小于 0 时取 0；数据全相同时上下限重合，不报警。X̄ 图的下限可以为负，不截断。
 * 复杂度：O(数据个数)。
 *
 * @example
 * xbarRChart({ subgroups: [[1, 3], [2, 6], [3, 3]] }).means.upper // 6.759942411946499
 */
export function xbarRChart({ subgroups, newSubgroups, sigmas = 3 }: XbarRInput): XbarRChart {
  const base = subgroupStatistics('subgroups', subgroups);
  positive('sigmas', sigmas);
  const constants = controlChartConstants(base.size, sigmas);
  const center = mean(base.means);
  const meanRange = mean(base.ranges);
  const means = {
    center,
    lower: center - constants.A2 * meanRange,
    upper: center + constants.A2 * meanRange,
  };
  const ranges = {
    center: meanRange,
    lower: constants.D3 * meanRange,
    upper: constants.D4 * meanRange,
  };
  const later = newSubgroups?.length ? subgroupStatistics('newSubgroups', newSubgroups) : null;
  if (later && later.size !== base.size)
    reject('newSubgroups[0]', `${base.size} values long, as in subgroups`, newSubgroups?.[0]);
  const first = subgroups.length + 1;
  return {
    means,
    ranges,
    sigma: meanRange / constants.d2,
    meanPoints: [...base.means, ...(later?.means ?? [])],
    rangePoints: [...base.ranges, ...(later?.ranges ?? [])],
    meanSignals: pointsOutside(base.means, means),
    rangeSignals: pointsOutside(base.ranges, ranges),
    newMeanSignals: later ? pointsOutside(later.means, means, first) : [],
    newRangeSignals: later ? pointsOutside(later.ranges, ranges, first) : [],
  };
}
