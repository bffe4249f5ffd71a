import { atLeast, finite, reject } from '../../core/checks.ts';
import { normalCdf, normalSurvival } from '../../core/normal.ts';
import { controlChartConstants } from './control-chart-constants.ts';
import { mean, standardDeviation, subgroupStatistics } from './subgroup-statistics.ts';

/** 规格限；单侧规格省去另一侧。 */
export interface Specification {
  /** 规格下限；没有则不给。 */
  lower?: number | null | undefined;
  /** 规格上限；没有则不给。 */
  upper?: number | null | undefined;
}

/** 过程能力的输入。 */
export interface CapabilityInput extends Specification {
  /** 过程均值。 */
  mean: number;
  /** 过程标准差。 */
  sd: number;
}

/** 过程能力。 */
export interface CapabilityResult {
  /** Cp = 规格宽 ÷ 6σ；单侧规格为 null。 */
  potential: number | null;
  /** Cpk = 均值到较近规格限的距离 ÷ 3σ；均值在规格外为负。 */
  actual: number;
  /** 下侧指数 Cpl；没有下限为 null。 */
  lowerIndex: number | null;
  /** 上侧指数 Cpu；没有上限为 null。 */
  upperIndex: number | null;
  /** 低于下限的百万分率。 */
  ppmBelow: number;
  /** 高于上限的百万分率。 */
  ppmAbove: number;
  /** 规格外合计百万分率。 */
  ppm: number;
}

/**
 * 过程能力：Cp、Cpk 与正态假设下的规格外百万分率。
 *
 * 假设：过程受控且近似正态；控制限与规格限是两回事，前者来自过程，后者来自顾客。
 * 符号与单位：μ `mean`、σ `sd`、规格同单位；Cp = (USL − LSL)/6σ，Cpk = min(USL − μ, μ − LSL)/3σ。
 * 出处：Kane (1986)；六西格玛 1.5σ 漂移对应 3.4 ppm。
 * 边界：单侧规格 Cp 为 null；σ = 0 时指数为 ±Infinity（均值恰在限上为 NaN），ppm 为 0 或 1e6；均值在规格外 Cpk 为负。尾部用生存函数，ppm 小到 1e-300 也不丢位。
 * 复杂度：O(1)。
 *
 * @example
 * capability({ mean: 1.5, sd: 1, lower: -6, upper: 6 }).ppm // 3.397673156638977
 */
export function capability({ mean: centre, sd, lower, upper }: CapabilityInput): CapabilityResult {
  finite('mean', centre);
  atLeast('sd', sd, 0);
  const low = lower ?? undefined;
  const high = upper ?? undefined;
  if (low === undefined && high === undefined)
    reject('lower, upper', 'given on at least one side', lower);
  if (low !== undefined) finite('lower', low);
  if (high !== undefined) finite('upper', high);
  if (low !== undefined && high !== undefined && !(low < high))
    reject('upper', 'greater than lower', high);

  const lowerIndex = low === undefined ? null : (centre - low) / (3 * sd);
  const upperIndex = high === undefined ? null : (high - centre) / (3 * sd);
  // σ = 0 时 (0)/0 无意义，改按均值在不在规格内判。
  const tailBelow =
    low === undefined ? 0 : sd === 0 ? (centre < low ? 1 : 0) : normalCdf((low - centre) / sd);
  const tailAbove =
    high === undefined
      ? 0
      : sd === 0
        ? centre > high
          ? 1
          : 0
        : normalSurvival((high - centre) / sd);
  return {
    potential: low === undefined || high === undefined ? null : (high - low) / (6 * sd),
    actual: Math.min(lowerIndex ?? Infinity, upperIndex ?? Infinity),
    lowerIndex,
    upperIndex,
    ppmBelow: 1e6 * tailBelow,
    ppmAbove: 1e6 * tailAbove,
    ppm: 1e6 * (tailBelow + tailAbove),
  };
}

/** 由子组数据求能力的输入。 */
export interface SubgroupCapabilityInput extends Specification {
  /** 等大的子组。 */
  subgroups: readonly (readonly number[])[];
  /** 组内 σ 用 R̄/d2 还是 S̄/c4，默认 `range`。 */
  spread?: 'range' | 'deviation' | undefined;
}

/** 组内（短期）与总体（长期）两种能力。 */
export interface SubgroupCapabilityResult {
  /** 全部数据的均值。 */
  mean: number;
  /** 组内标准差。 */
  withinSd: number;
  /** 总体标准差（全部数据，n − 1）。 */
  overallSd: number;
  /** Cp、Cpk：用组内标准差。 */
  within: CapabilityResult;
  /** Pp、Ppk：用总体标准差。 */
  overall: CapabilityResult;
}

/** 由子组数据求 Cp、Cpk（组内 σ）与 Pp、Ppk（总体 σ）；两者相差大，说明组间有特殊原因。 */
export function capabilityOfSubgroups({
  subgroups,
  lower,
  upper,
  spread = 'range',
}: SubgroupCapabilityInput): SubgroupCapabilityResult {
  const statistics = subgroupStatistics('subgroups', subgroups);
  if (spread !== 'range' && spread !== 'deviation')
    reject('spread', "'range' or 'deviation'", spread);
  const { d2, c4 } = controlChartConstants(statistics.size);
  const withinSd =
    spread === 'range' ? mean(statistics.ranges) / d2 : mean(statistics.deviations) / c4;
  const centre = mean(statistics.means);
  const overallSd = standardDeviation(subgroups.flat());
  return {
    mean: centre,
    withinSd,
    overallSd,
    within: capability({ mean: centre, sd: withinSd, lower, upper }),
    overall: capability({ mean: centre, sd: overallSd, lower, upper }),
  };
}
