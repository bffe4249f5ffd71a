import { each, finite, matrix, nonEmpty, reject } from '../../core/checks.ts';
import { largest, smallest } from '../../core/extremes.ts';

/** 样本均值。 */
export function mean(values: readonly number[]): number {
  nonEmpty('values', values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 样本标准差，除以 n − 1；只有一个数时为 NaN。两遍算法：数据离 0 很远时一遍公式会抵消。 */
export function standardDeviation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return values.length < 2 ? NaN : Math.sqrt(squares / (values.length - 1));
}

/** 极差。 */
export function range(values: readonly number[]): number {
  nonEmpty('values', values);
  return largest(values) - smallest(values);
}

/** 各子组的均值、极差、标准差。 */
export interface SubgroupStatistics {
  /** 子组大小 n。 */
  size: number;
  /** 各子组均值。 */
  means: number[];
  /** 各子组极差。 */
  ranges: number[];
  /** 各子组标准差（n − 1）。 */
  deviations: number[];
}

/**
 * 子组统计量：每个子组的均值、极差与标准差。
 *
 * 假设：各子组等大，n ≥ 2（常数 d2、c4 随 n 而变，不等大须另用公式）。
 * 符号与单位：与数据同单位。
 * 出处：定义。
 * 边界：只有一个子组也可以；子组大小为 1 或不等是输入错误。
 * 复杂度：O(数据个数)。
 *
 * @example
 * subgroupStatistics('subgroups', [[1, 3], [2, 8]]).ranges // [2, 6]
 */
export function subgroupStatistics(
  name: string,
  subgroups: readonly (readonly number[])[],
): SubgroupStatistics {
  matrix(name, subgroups);
  const size = (subgroups[0] as readonly number[]).length;
  if (size < 2) reject(`${name}[0]`, 'a subgroup of at least 2 values', subgroups[0]);
  subgroups.forEach((group, i) => each(`${name}[${i}]`, group, finite));
  return {
    size,
    means: subgroups.map(mean),
    ranges: subgroups.map(range),
    deviations: subgroups.map(standardDeviation),
  };
}
