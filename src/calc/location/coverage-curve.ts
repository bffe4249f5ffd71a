import { integerAtLeast } from '../core/checks.ts';
import { maximalCovering } from './maximal-covering.ts';
import { coversWithin } from './set-covering.ts';
import type { DistanceRows } from './plane-points.ts';
import { checkDemandWeights, checkDistances } from './siting-problem.ts';

/** 覆盖曲线上的一点。 */
export interface CoveragePoint {
  /** 站数。 */
  siteCount: number;
  /** 这一步新加的站。 */
  added: number;
  /** 累计覆盖的权重。 */
  covered: number;
  /** 累计覆盖比例；总权重为 0 时为 NaN。 */
  share: number;
  /** 这一站新增的覆盖权重。 */
  increment: number;
  /** 同样站数下任何选法的覆盖上界；未要求时为 null。 */
  upperBound: number | null;
}

/**
 * 覆盖曲线：一站一站地加，每次加新增覆盖最多的，看边际覆盖怎样递减。
 *
 * 假设：已建的站不拆（贪心，各步嵌套）；半径内即算覆盖。
 * 目标：每步使新增覆盖权重最大。
 * 约束：每步只加一站。
 * 符号与单位：同 `maximalCovering`；`increment` 与权重同单位，逐步不增。
 * 出处：Church & ReVelle 1974 的贪心加点；贪心至少达到同站数最优的 1−1/e，Nemhauser, Wolsey & Fisher 1978。
 * 边界：再加也没有新增时仍按下标补站，increment 为 0；并列取下标小的候选点。
 * 复杂度：O(站数 × nm)。
 *
 * @example
 * coverageCurve({ distances: [[0, 9, 9], [9, 0, 9], [9, 9, 0]], weights: [1, 5, 3], radius: 1, maxSites: 2 })[1].covered // 8
 */
export function coverageCurve(input: {
  /** 距离表：一行一个需求，一列一个候选点。 */
  distances: DistanceRows;
  /** 各需求的权重，缺省全为 1。 */
  weights?: readonly number[];
  /** 覆盖半径（含边界）。 */
  radius: number;
  /** 画到几个站；缺省为候选点数。 */
  maxSites?: number;
  /** 是否同时给出每个站数的覆盖上界，缺省否。 */
  bounds?: boolean;
}): CoveragePoint[] {
  const { distances, radius, bounds = false } = input;
  const sites = checkDistances(distances);
  const weights = checkDemandWeights(input.weights, distances);
  const limit = Math.min(sites, integerAtLeast('maxSites', input.maxSites ?? sites, 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const coverList = Array.from({ length: sites }, (_, j) =>
    distances.flatMap((row, i) => (coversWithin(row[j] as number, radius) ? [i] : [])),
  );
  const done = new Uint8Array(distances.length);
  const open = new Set<number>();
  const curve: CoveragePoint[] = [];
  let covered = 0;
  for (let siteCount = 1; siteCount <= limit; siteCount++) {
    let added = -1;
    let increment = -1;
    for (let j = 0; j < sites; j++) {
      if (open.has(j)) continue;
      let gain = 0;
      for (const i of coverList[j] as number[]) if (!done[i]) gain += weights[i] as number;
      if (gain > increment) {
        increment = gain;
        added = j;
      }
    }
    open.add(added);
    for (const i of coverList[added] as number[]) done[i] = 1;
    covered += increment;
    const upperBound = bounds
      ? maximalCovering({ distances, weights, radius, siteCount, maxIterations: 150 }).upperBound
      : null;
    curve.push({ siteCount, added, covered, share: covered / total, increment, upperBound });
  }
  return curve;
}
