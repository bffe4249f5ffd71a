/**
 * 「选若干点、各需求去费用最低的开放点」这一类问题的内部形状：p-中值、最大覆盖、设施选址共用。
 *
 * @internal
 */

import { atLeast, nonEmpty, reject, sameLength } from '../core/checks.ts';
import type { DistanceRows } from './plane-points.ts';

/** 整理好的问题。费用表按需求、按候选点各存一份：两种扫描方向都要顺着内存走。 */
export interface SitingProblem {
  /** 需求点数。 */
  demands: number;
  /** 候选点数。 */
  sites: number;
  /** costs[i·sites+j]：需求 i 由候选点 j 服务的费用。 */
  costs: Float64Array;
  /** bySite[j·demands+i]：同一张表的转置。 */
  bySite: Float64Array;
  /** 各候选点的开设费。 */
  fixed: Float64Array;
  /** 要开几个；null 表示由开设费自己权衡。 */
  count: number | null;
  /** 全部数据为整数，下界可以向上取整。 */
  integral: boolean;
  /** 代替不可达（Infinity）的大数；费用达到它说明有需求够不着。 */
  unreachable: number;
}

/** 检查距离（或费用）表：各行等长，元素非负，允许 Infinity；`name` 为调用者的参数名；返回候选点数。 */
export function checkDistances(distances: DistanceRows, name = 'distances'): number {
  nonEmpty(name, distances);
  const sites = distances[0]?.length ?? 0;
  if (sites === 0) reject(`${name}[0]`, 'a non-empty row', distances[0]);
  distances.forEach((row, i) => {
    if (row.length !== sites)
      reject(`${name}[${i}]`, `a row of ${sites} number(s)`, Array.from(row));
    for (let j = 0; j < sites; j++)
      // NaN 比较恒假，写成否定式才拦得住
      if (!((row[j] as number) >= 0))
        reject(`${name}[${i}][${j}]`, 'a number ≥ 0 (Infinity if unreachable)', row[j]);
  });
  return sites;
}

/** 权重缺省为 1；给出时须与需求等长、非负。 */
export function checkDemandWeights(
  weights: readonly number[] | undefined,
  distances: DistanceRows,
): readonly number[] {
  if (weights === undefined) return distances.map(() => 1);
  nonEmpty('weights', weights);
  sameLength('weights', weights, 'distances', distances);
  weights.forEach((weight, i) => atLeast(`weights[${i}]`, weight, 0));
  return weights;
}

/** 由费用函数建立问题。 */
export function buildSitingProblem(input: {
  demands: number;
  sites: number;
  cost: (demand: number, site: number) => number;
  fixed?: readonly number[];
  count: number | null;
}): SitingProblem {
  const { demands, sites, cost, count } = input;
  const costs = new Float64Array(demands * sites);
  const fixed = Float64Array.from(input.fixed ?? Array.from({ length: sites }, () => 0));
  let integral = fixed.every(Number.isInteger);
  let ceiling = 1;
  for (const value of fixed) ceiling += value;
  let blocked = false;
  for (let i = 0; i < demands; i++) {
    let rowMax = 0;
    for (let j = 0; j < sites; j++) {
      const value = cost(i, j);
      costs[i * sites + j] = value;
      if (value === Infinity) blocked = true;
      else {
        if (value > rowMax) rowMax = value;
        if (integral && !Number.isInteger(value)) integral = false;
      }
    }
    ceiling += rowMax;
  }
  // 任何不用到它的解都比用到一次的便宜，最优性因此不变
  const unreachable = blocked ? 2 * ceiling : Infinity;
  if (blocked)
    for (let k = 0; k < costs.length; k++) if (costs[k] === Infinity) costs[k] = unreachable;
  if (integral && ceiling > 2 ** 50) integral = false;
  const bySite = new Float64Array(demands * sites);
  for (let i = 0; i < demands; i++)
    for (let j = 0; j < sites; j++) bySite[j * demands + i] = costs[i * sites + j] as number;
  return {
    demands,
    sites,
    costs,
    bySite,
    fixed,
    count,
    integral: integral && !blocked,
    unreachable,
  };
}

/** 一组开放点的总费用（服务费＋开设费）；够不着的需求使其为 Infinity。 */
export function sitingCost(problem: SitingProblem, open: readonly number[]): number {
  const { demands, bySite, fixed, unreachable } = problem;
  let total = 0;
  for (const j of open) total += fixed[j] as number;
  for (let i = 0; i < demands; i++) {
    let least = Infinity;
    for (const j of open) {
      const value = bySite[j * demands + i] as number;
      if (value < least) least = value;
    }
    if (least >= unreachable) return Infinity;
    total += least;
  }
  return total;
}

/** 各需求去哪个开放点；并列取下标小的。 */
export function assignDemands(problem: SitingProblem, open: readonly number[]): number[] {
  const { demands, bySite } = problem;
  return Array.from({ length: demands }, (_, i) => {
    let least = Infinity;
    let choice = -1;
    for (const j of open) {
      const value = bySite[j * demands + i] as number;
      if (value < least) {
        least = value;
        choice = j;
      }
    }
    return choice;
  });
}

/** 整数数据的最优值必为整数，下界可以向上取整；留 1e-9 的余地给舍入误差。 */
export function strengthenBound(problem: SitingProblem, bound: number): number {
  return problem.integral ? Math.ceil(bound - 1e-9 * Math.max(1, Math.abs(bound))) : bound;
}

/** 下界超过它就不可能有比现有费用更好的解：整数数据要好至少好 1。 */
export function improvementCutoff(problem: SitingProblem, cost: number): number {
  return problem.integral ? cost - 1 + 1e-6 : cost * (1 - 1e-9);
}
