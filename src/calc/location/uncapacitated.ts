import { atLeast, finite, integerAtLeast, nonEmpty, reject, sameLength } from '../core/checks.ts';
import type { DistanceRows } from './plane-points.ts';
import { assignDemands, buildSitingProblem, checkDistances } from './siting-problem.ts';
import type { SitingProblem } from './siting-problem.ts';
import { searchSites, solveSites } from './siting-search.ts';
import type { SitingEffort, SitingResult } from './siting-search.ts';

/** 无容量设施选址的解。 */
export interface FacilitySolution {
  /** 开设的设施，升序。 */
  sites: number[];
  /** 开设费与服务费合计；有需求谁也服务不了时为 Infinity。 */
  cost: number;
  /** 其中开设费。 */
  fixedCost: number;
  /** 其中服务费。 */
  serviceCost: number;
  /** 各需求由谁服务。 */
  assignment: number[];
  /** 已证的费用下界。 */
  lowerBound: number;
  /** 相对差。 */
  gap: number;
  /** 是否已证最优。 */
  proven: boolean;
}

/** 无容量设施选址的输入。 */
export interface FacilityInput {
  /** serviceCosts[i][j]：需求 i 全由设施 j 服务的费用；Infinity 表示不能服务。 */
  serviceCosts: DistanceRows;
  /** 各设施的开设费。 */
  fixedCosts: readonly number[];
}

function prepare(input: FacilityInput): SitingProblem {
  const { serviceCosts, fixedCosts } = input;
  const sites = checkDistances(serviceCosts, 'serviceCosts');
  nonEmpty('fixedCosts', fixedCosts);
  sameLength(
    'fixedCosts',
    fixedCosts,
    'serviceCosts[0]',
    Array.from(serviceCosts[0] as ArrayLike<number>),
  );
  fixedCosts.forEach((value, j) => atLeast(`fixedCosts[${j}]`, value, 0));
  return buildSitingProblem({
    demands: serviceCosts.length,
    sites,
    cost: (i, j) => (serviceCosts[i] as ArrayLike<number>)[j] as number,
    fixed: fixedCosts,
    count: null,
  });
}

function report(problem: SitingProblem, result: SitingResult): FacilitySolution {
  const fixedCost = result.open.reduce((sum, j) => sum + (problem.fixed[j] as number), 0);
  return {
    sites: result.open,
    cost: result.cost,
    fixedCost,
    serviceCost: result.cost - fixedCost,
    assignment: assignDemands(problem, result.open),
    lowerBound: result.lowerBound,
    gap: result.gap,
    proven: result.proven,
  };
}

/**
 * 无容量设施选址（UFLP）：开几处、开在哪，使开设费与服务费合计最小；快速求解并给出可证的差距。
 *
 * 假设：设施容量不限，每个需求由最便宜的已开设施服务。
 * 目标：使 Σⱼ fⱼ·yⱼ + Σᵢⱼ cᵢⱼ·xᵢⱼ 最小。
 * 约束：Σⱼ xᵢⱼ = 1；xᵢⱼ ≤ yⱼ；yⱼ ∈ {0,1}。
 * 符号与单位：f `fixedCosts`，c `serviceCosts`，同一币种与期间；`lowerBound` 是拉格朗日下界。
 * 出处：Kuehn & Hamburger 1963（加撤换）；Erlenkotter 1978（对偶）；拉格朗日下界 Cornuéjols, Fisher & Nemhauser 1977。
 * 边界：至少开一处；费用可为 Infinity（不能服务）；开设费为 0 的设施可能因不影响总费用而不列入。
 * 复杂度：一轮加撤换 O(nm)。
 *
 * @example
 * uncapacitated({ serviceCosts: [[1, 8], [8, 1]], fixedCosts: [4, 5] }).cost // 11
 */
export function uncapacitated(input: FacilityInput & SitingEffort): FacilitySolution {
  const problem = prepare(input);
  return report(problem, searchSites(problem, input));
}

/** 无容量设施选址精确解：下界对不上时交给 HiGHS 证到最优（首次调用载入 WASM）。 */
export async function uncapacitatedExact(
  input: FacilityInput & { timeLimit?: number },
): Promise<FacilitySolution> {
  const problem = prepare(input);
  return report(problem, await solveSites(problem, input));
}

/**
 * 读 OR-Library 的 cap 文本：首行「仓库数 顾客数」，再是每仓「容量 开设费」，再是每位顾客的需求量与由各仓服务其全部需求的费用。
 *
 * `fixedCost` 给出时替换所有非零的开设费（cap71–74 只差这一个数，其中一仓始终免费）；
 * `freeWarehouse` 指定免费的仓库（从 1 编号），文件里已有免费仓时以文件为准。
 */
export function parseFacilityInstance(
  text: string,
  options: { fixedCost?: number; freeWarehouse?: number } = {},
): FacilityInput {
  const numbers = text.trim().split(/\s+/).map(Number);
  const sites = integerAtLeast('text warehouse count', numbers[0] as number, 1);
  const demands = integerAtLeast('text customer count', numbers[1] as number, 1);
  if (numbers.length < 2 + 2 * sites + demands * (1 + sites))
    reject('text', `${sites} warehouses and ${demands} customers long`, text.slice(0, 20));
  const fixedCosts = Array.from({ length: sites }, (_, j) =>
    finite(`warehouse ${j + 1} fixed cost`, numbers[3 + 2 * j] as number),
  );
  const serviceCosts = Array.from({ length: demands }, (_, i) => {
    const from = 2 + 2 * sites + i * (1 + sites) + 1;
    return numbers.slice(from, from + sites);
  });
  const { fixedCost } = options;
  const freeWarehouse = fixedCosts.includes(0) ? undefined : options.freeWarehouse;
  return {
    serviceCosts,
    fixedCosts: fixedCosts.map((value, j) => {
      if (value === 0 || j + 1 === freeWarehouse) return 0;
      return fixedCost ?? value;
    }),
  };
}
