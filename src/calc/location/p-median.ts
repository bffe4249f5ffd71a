import { integerAtLeast, reject } from '../core/checks.ts';
import type { DistanceRows } from './plane-points.ts';
import { searchSites, solveSites } from './siting-search.ts';
import type { SitingEffort, SitingResult } from './siting-search.ts';
import {
  assignDemands,
  buildSitingProblem,
  checkDemandWeights,
  checkDistances,
} from './siting-problem.ts';
import type { SitingProblem } from './siting-problem.ts';

/** p-中值的解。 */
export interface MedianSolution {
  /** 选中的候选点，升序。 */
  sites: number[];
  /** 加权距离总和；有需求够不着任何选中点时为 Infinity。 */
  cost: number;
  /** 除以总权重的平均距离；总权重为 0 时为 NaN。 */
  meanDistance: number;
  /** 最远的（权重为正的）需求到其服务点的距离。 */
  maxDistance: number;
  /** 各需求的服务点；够不着时仍写最近的下标。 */
  assignment: number[];
  /** 已证的费用下界。 */
  lowerBound: number;
  /** 相对差 (cost − lowerBound)/cost。 */
  gap: number;
  /** 是否已证最优。 */
  proven: boolean;
  /** 下界迭代次数。 */
  iterations: number;
}

/** p-中值的输入。 */
export interface MedianInput {
  /** 距离表：一行一个需求，一列一个候选点。 */
  distances: DistanceRows;
  /** 各需求的权重，缺省全为 1。 */
  weights?: readonly number[];
  /** 设施数 p。 */
  siteCount: number;
}

function prepare(input: MedianInput): { problem: SitingProblem; weights: readonly number[] } {
  const { distances } = input;
  const sites = checkDistances(distances);
  const weights = checkDemandWeights(input.weights, distances);
  const count = integerAtLeast('siteCount', input.siteCount, 1);
  if (count > sites) reject('siteCount', `≤ the number of candidate sites (${sites})`, count);
  const problem = buildSitingProblem({
    demands: distances.length,
    sites,
    // 0 × Infinity 是 NaN：零权重的需求够不着也不花钱
    cost: (i, j) =>
      (weights[i] as number) === 0
        ? 0
        : (weights[i] as number) * ((distances[i] as ArrayLike<number>)[j] as number),
    count,
  });
  return { problem, weights };
}

function report(
  input: MedianInput,
  weights: readonly number[],
  problem: SitingProblem,
  result: SitingResult,
): MedianSolution {
  const assignment = assignDemands(problem, result.open);
  let maxDistance = 0;
  assignment.forEach((site, i) => {
    if ((weights[i] as number) > 0)
      maxDistance = Math.max(
        maxDistance,
        (input.distances[i] as ArrayLike<number>)[site] as number,
      );
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    sites: result.open,
    cost: result.cost,
    meanDistance: result.cost / total,
    maxDistance,
    assignment,
    lowerBound: result.lowerBound,
    gap: result.gap,
    proven: result.proven,
    iterations: result.iterations,
  };
}

/**
 * p-中值：开 p 个点，使需求到最近点的加权距离总和最小；快速求解并给出可证的差距。
 *
 * 假设：每个需求去最近的开放点；点的容量不限。
 * 目标：使 Σᵢ wᵢ·dᵢⱼ·xᵢⱼ 最小。
 * 约束：Σⱼ xᵢⱼ = 1；xᵢⱼ ≤ yⱼ；Σⱼ yⱼ = p；yⱼ ∈ {0,1}。
 * 符号与单位：d `distances`，w `weights`，p `siteCount`；`cost` 为权重 × 距离；`lowerBound` 是拉格朗日下界，
 *   真正的最优值必在 [lowerBound, cost] 内；数据全为整数时下界已向上取整。
 * 出处：模型 Hakimi 1964；换点法 Teitz & Bart 1968；拉格朗日下界 Cornuéjols, Fisher & Nemhauser 1977。
 * 边界：距离可为 Infinity（不可达）；p 个点照顾不了所有需求时 cost 为 Infinity；并列的最优解只报一组。
 * 复杂度：一轮换点 O(nm)，一次下界迭代远小于 O(nm)；九百结点、p=90 约半秒。
 *
 * @example
 * pMedian({ distances: [[0, 2, 9], [2, 0, 7], [9, 7, 0]], siteCount: 1 }).cost // 9
 */
export function pMedian(input: MedianInput & SitingEffort): MedianSolution {
  const { problem, weights } = prepare(input);
  return report(input, weights, problem, searchSites(problem, input));
}

/**
 * p-中值精确解：启发式与下界对不上时，约简后由 HiGHS 证到最优。
 *
 * 首次调用会载入约 3.5 MB 的 WASM；到 `timeLimit`（秒，缺省 60）仍未证完时 `proven` 为 false，差距照报。
 */
export async function pMedianExact(
  input: MedianInput & { timeLimit?: number },
): Promise<MedianSolution> {
  const { problem, weights } = prepare(input);
  return report(input, weights, problem, await solveSites(problem, input));
}
