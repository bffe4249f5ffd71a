import { atLeast, integerAtLeast, reject } from '../core/checks.ts';
import { coversWithin } from './set-covering.ts';
import type { DistanceRows } from './plane-points.ts';
import { buildSitingProblem, checkDemandWeights, checkDistances } from './siting-problem.ts';
import { searchSites, solveSites } from './siting-search.ts';
import type { SitingEffort, SitingResult } from './siting-search.ts';

/** 最大覆盖的解。 */
export interface CoverageSolution {
  /** 选中的候选点，升序。 */
  sites: number[];
  /** 覆盖到的权重。 */
  covered: number;
  /** 覆盖到的权重占总权重的比例；总权重为 0 时为 NaN。 */
  share: number;
  /** 没覆盖到的需求下标（含权重为 0 的）。 */
  uncovered: number[];
  /** 可覆盖权重的已证上界。 */
  upperBound: number;
  /** 相对差 (upperBound − covered)/upperBound。 */
  gap: number;
  /** 是否已证最优。 */
  proven: boolean;
}

/** 最大覆盖的输入。 */
export interface CoverageInput {
  /** 距离表：一行一个需求，一列一个候选点。 */
  distances: DistanceRows;
  /** 各需求的权重，缺省全为 1。 */
  weights?: readonly number[];
  /** 设施数。 */
  siteCount: number;
  /** 覆盖半径（含边界）。 */
  radius: number;
}

function prepare(input: CoverageInput) {
  const { distances } = input;
  const sites = checkDistances(distances);
  const weights = checkDemandWeights(input.weights, distances);
  const radius = atLeast('radius', input.radius, 0);
  const count = integerAtLeast('siteCount', input.siteCount, 1);
  if (count > sites) reject('siteCount', `≤ the number of candidate sites (${sites})`, count);
  const covers = (i: number, j: number) =>
    coversWithin((distances[i] as ArrayLike<number>)[j] as number, radius);
  // 覆盖不到就“付”该需求的权重：最大覆盖于是成了一个费用只有 0 与权重两档的 p-中值
  const problem = buildSitingProblem({
    demands: distances.length,
    sites,
    cost: (i, j) => (covers(i, j) ? 0 : (weights[i] as number)),
    count,
  });
  return { problem, weights, covers };
}

function report(
  { weights, covers }: ReturnType<typeof prepare>,
  result: SitingResult,
): CoverageSolution {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const uncovered = weights.flatMap((_, i) => (result.open.some((j) => covers(i, j)) ? [] : [i]));
  const missed = new Set(uncovered);
  const covered = weights.reduce((sum, weight, i) => (missed.has(i) ? sum : sum + weight), 0);
  const upperBound = result.proven
    ? covered
    : Math.max(covered, total - Math.max(0, result.lowerBound));
  return {
    sites: result.open,
    covered,
    share: covered / total,
    uncovered,
    upperBound,
    gap: upperBound > covered ? (upperBound - covered) / upperBound : 0,
    proven: result.proven,
  };
}

/**
 * 最大覆盖（MCLP）：点数有限时，使半径内覆盖到的需求权重最多；快速求解并给出可证的上界。
 *
 * 假设：半径内即算覆盖，多个点覆盖同一需求只算一次。
 * 目标：使 Σᵢ wᵢ·zᵢ 最大。
 * 约束：zᵢ ≤ Σ_{dᵢⱼ≤r} yⱼ；Σⱼ yⱼ = p；yⱼ ∈ {0,1}，0 ≤ zᵢ ≤ 1。
 * 符号与单位：d `distances` 与 r `radius` 同单位；w `weights`；p `siteCount`；`covered` 与权重同单位。
 * 出处：Church & ReVelle 1974。
 * 边界：距离恰等于半径算覆盖；谁也覆盖不到时 covered 为 0；并列的最优解只报一组。
 * 复杂度：同 p-中值：一轮换点 O(nm)。
 *
 * @example
 * maximalCovering({ distances: [[0, 9], [9, 0]], weights: [3, 5], siteCount: 1, radius: 2 }).covered // 5
 */
export function maximalCovering(input: CoverageInput & SitingEffort): CoverageSolution {
  const prepared = prepare(input);
  return report(prepared, searchSites(prepared.problem, { restarts: 2, ...input }));
}

/** 最大覆盖精确解：上界对不上时交给 HiGHS 证到最优（首次调用载入 WASM）。 */
export async function maximalCoveringExact(
  input: CoverageInput & { timeLimit?: number },
): Promise<CoverageSolution> {
  const prepared = prepare(input);
  return report(prepared, await solveSites(prepared.problem, input));
}
