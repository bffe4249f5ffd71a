/** 选点问题的两把工具：快的（启发式＋拉格朗日下界）与准的（约简后交给 HiGHS）。 */

import { createRandom } from '../core/random.ts';
import { climbDual } from './dual-bound.ts';
import { greedySites, OpenSet } from './interchange.ts';
import { solveMixedInteger } from './mixed-integer.ts';
import type { SparseRow } from './mixed-integer.ts';
import { branchSites } from './siting-branch.ts';
import { improvementCutoff, sitingCost, strengthenBound } from './siting-problem.ts';
import type { SitingProblem } from './siting-problem.ts';
import { Relaxation } from './siting-relaxation.ts';

/** 搜索的力度。 */
export interface SitingEffort {
  /** 随机重启次数，缺省 0。 */
  restarts?: number;
  /** 随机重启的种子，缺省 1。 */
  seed?: number;
  /** 下界迭代上限，缺省 400。 */
  maxIterations?: number;
  /** 相对差小到多少就停，缺省 0（一直做到迭代上限或证出最优）。 */
  gapTarget?: number;
}

/**
 * 搜索的结果。
 *
 * @internal
 */
export interface SitingResult {
  /** 开放点，升序。 */
  open: number[];
  /** 总费用。 */
  cost: number;
  /** 已证的下界。 */
  lowerBound: number;
  /** (费用 − 下界) ÷ 费用。 */
  gap: number;
  /** 费用与下界之差在舍入误差内，即已证最优。 */
  proven: boolean;
  /** 下界迭代次数。 */
  iterations: number;
  /** 最好下界对应的乘子，供约简使用。 */
  multipliers: Float64Array;
}

/** 相对差；费用为 0 或无穷时记 0，此时是否最优看 proven。 */
function relativeGap(cost: number, bound: number): number {
  return cost > bound && cost > 0 && Number.isFinite(cost) ? (cost - bound) / cost : 0;
}

const provenGap = 1e-9;

/**
 * 贪心、换点、重启求可行解，再由拉格朗日松弛给下界并顺手改进可行解。
 *
 * @internal
 */
export function searchSites(problem: SitingProblem, effort: SitingEffort = {}): SitingResult {
  const { restarts = 0, seed = 1, maxIterations = 400, gapTarget = 0 } = effort;
  const { sites, demands, count } = problem;
  let state = greedySites(problem);
  state.improve();
  let upper = state.cost();
  let open = [...state.open];
  if (restarts > 0) {
    const random = createRandom(seed);
    const all = Array.from({ length: sites }, (_, j) => j);
    for (let r = 0; r < restarts; r++) {
      const size = count ?? random.integer(1, sites + 1);
      const trial = new OpenSet(problem, random.shuffle(all).slice(0, size));
      trial.improve();
      const cost = trial.cost();
      if (cost < upper) {
        upper = cost;
        open = [...trial.open];
        state = trial;
      }
    }
  }

  const relaxation = new Relaxation(problem);
  const start = new Float64Array(demands);
  for (let i = 0; i < demands; i++) {
    const nearest = state.nearest[i] as number;
    const second = state.second[i] as number;
    start[i] = second < problem.unreachable ? (nearest + second) / 2 : nearest;
  }
  let iteration = 0;
  const tried = new Set<string>();
  const climb = climbDual({
    start,
    evaluate: (multipliers, subgradient) => {
      const bound = relaxation.evaluate(multipliers, subgradient);
      if (iteration++ % 8 === 0) {
        const key = relaxation.chosen.join();
        if (!tried.has(key)) {
          tried.add(key);
          const trial = new OpenSet(problem, relaxation.chosen);
          if (trial.cost() < upper * 1.1) trial.improve(sites);
          const cost = trial.cost();
          if (cost < upper) {
            upper = cost;
            open = [...trial.open];
          }
        }
      }
      return bound;
    },
    target: () => upper,
    closed: (bound) => {
      const strong = strengthenBound(problem, bound);
      return relativeGap(upper, strong) <= Math.max(gapTarget, provenGap);
    },
    maxIterations,
  });
  open.sort((a, b) => a - b);
  const cost = sitingCost(problem, open);
  // 够不着的情形：下界也含大数 M 就说明任何选法都不行，否则只是还没找到可行解
  const strong =
    cost === Infinity
      ? infeasibleBound(problem, climb.bound)
      : Math.min(cost, strengthenBound(problem, climb.bound));
  const gap = relativeGap(cost, strong);
  const proven = cost === Infinity ? strong === Infinity : gap <= provenGap;
  return {
    open,
    cost,
    lowerBound: proven ? cost : strong,
    gap: proven ? 0 : gap,
    proven,
    iterations: climb.iterations,
    multipliers: climb.multipliers,
  };
}

/** 下界已超过任何可行解的费用，说明根本没有可行解。 */
function infeasibleBound(problem: SitingProblem, bound: number): number {
  return bound > problem.unreachable / 2 ? Infinity : bound;
}

/**
 * 精确求解：先搜索，证不出最优就分支定界；仍证不完才约简模型交给 HiGHS。
 *
 * @internal
 */
export async function solveSites(
  problem: SitingProblem,
  options: { timeLimit?: number } = {},
): Promise<SitingResult> {
  const fast = searchSites(problem, { restarts: 5, maxIterations: 1500 });
  if (fast.proven || !Number.isFinite(fast.cost)) return fast;
  const branched = branchSites(problem, fast, nodeLimit);
  if (branched.proven)
    return { ...fast, ...branched, lowerBound: branched.cost, gap: 0, proven: true };
  return solveReduced(problem, { ...fast, open: branched.open, cost: branched.cost }, options);
}

/** 分支定界的结点上限：pmed 一类实例几十个结点就够，超过它多半是退化多，交给分支切割更快。 */
const nodeLimit = 150;

async function solveReduced(
  problem: SitingProblem,
  fast: SitingResult,
  options: { timeLimit?: number },
): Promise<SitingResult> {
  const { sites, demands, costs, fixed, count, integral } = problem;
  const relaxation = new Relaxation(problem);
  const bound = relaxation.evaluate(fast.multipliers, new Float64Array(demands));
  relaxation.fix(bound, improvementCutoff(problem, fast.cost));
  const candidates: number[] = [];
  const mustOpen: number[] = [];
  relaxation.status.forEach((status, j) => {
    if (status >= 0) candidates.push(j);
    if (status === 1) mustOpen.push(j);
  });
  // 约简后不可能再有更好的解：现有解就是最优
  if (count !== null && candidates.length < count)
    return { ...fast, lowerBound: fast.cost, gap: 0, proven: true };

  // 半径模型（Cornuéjols, Nemhauser & Wolsey；Elloumi 2010）：z 表示「费用不超过第 k 档的点一个没开」，
  // 比逐对分配的模型小得多，线性松弛同样紧
  const column = new Map(candidates.map((j, k) => [j, k]));
  const objective = candidates.map((j) => fixed[j] as number);
  const lower = candidates.map(() => 0);
  for (const j of mustOpen) lower[column.get(j) as number] = 1;
  const rows: SparseRow[] = [];
  if (count === null) rows.push({ indices: candidates.map((_, k) => k), lower: 1 });
  else rows.push({ indices: candidates.map((_, k) => k), lower: count, upper: count });
  let base = 0;
  const mustSet = new Set(mustOpen);
  for (let i = 0; i < demands; i++) {
    const order = [...candidates].sort(
      (a, b) => (costs[i * sites + a] as number) - (costs[i * sites + b] as number),
    );
    const costOf = (j: number) => costs[i * sites + j] as number;
    // 至多关掉 candidates−count 个，或碰到必开点，再远的档都用不到
    let farthest = costOf(
      order[count === null ? order.length - 1 : order.length - count] as number,
    );
    for (const j of order)
      if (mustSet.has(j)) {
        farthest = Math.min(farthest, costOf(j));
        break;
      }
    let level = costOf(order[0] as number);
    base += level;
    let group: number[] = [];
    let previous = -1;
    const close = (nextLevel: number) => {
      const missing = objective.length;
      objective.push(nextLevel - level);
      lower.push(0);
      const indices = [missing, ...group.map((j) => column.get(j) as number)];
      const values = indices.map(() => 1);
      if (previous >= 0) {
        indices.push(previous);
        values.push(-1);
      }
      rows.push({ indices, values, lower: previous >= 0 ? 0 : 1 });
      previous = missing;
      level = nextLevel;
      group = [];
    };
    for (const j of order) {
      if (costOf(j) > level) {
        if (level >= farthest) break;
        close(costOf(j));
      }
      group.push(j);
    }
  }
  const solved = await solveMixedInteger({
    costs: objective,
    lower,
    integers: candidates.length,
    rows,
    absoluteGap: integral ? 0.99 : 0,
    ...(options.timeLimit === undefined ? {} : { timeLimit: options.timeLimit }),
  });
  let open = fast.open;
  let cost = fast.cost;
  if (solved.solution.length > 0) {
    const found = candidates.filter((_, k) => (solved.solution[k] as number) > 0.5);
    const value = sitingCost(problem, found);
    if (value < cost) {
      open = found;
      cost = value;
    }
  }
  if (solved.status !== 'limit')
    return { ...fast, open, cost, lowerBound: cost, gap: 0, proven: true };
  const reached = Math.min(
    cost,
    Math.max(fast.lowerBound, Math.min(strengthenBound(problem, base + solved.bound), cost)),
  );
  return {
    ...fast,
    open,
    cost,
    lowerBound: reached,
    gap: relativeGap(cost, reached),
    proven: false,
  };
}
