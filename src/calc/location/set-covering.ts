import { atLeast, positive, reject, sameLength } from '../core/checks.ts';
import { smallest } from '../core/extremes.ts';
import { climbDual } from './dual-bound.ts';
import { solveMixedInteger } from './mixed-integer.ts';
import type { DistanceRows } from './plane-points.ts';
import { checkDistances } from './siting-problem.ts';

/** 集合覆盖的解。 */
export interface CoveringSolution {
  /** 选中的候选点，升序；不可行时为空。 */
  sites: number[];
  /** 总费用；费用缺省为 1 时即站数；不可行时为 Infinity。 */
  cost: number;
  /** 已证的下界。 */
  lowerBound: number;
  /** 相对差。 */
  gap: number;
  /** 是否已证最优（或已证不可行）。 */
  proven: boolean;
  /** 任何候选点都覆盖不到的需求；非空即不可行。 */
  uncoverable: number[];
}

/** 集合覆盖的输入。 */
export interface CoveringInput {
  /** 距离表：一行一个需求，一列一个候选点。 */
  distances: DistanceRows;
  /** 覆盖半径（含边界）。 */
  radius: number;
  /** 各候选点的费用，缺省全为 1（求最少站数）。 */
  costs?: readonly number[];
}

/** 距离是否在半径之内；留 1e-12 的相对余地，免得 0.1+0.2 一类的舍入把边界上的需求判出去。 */
export function coversWithin(distance: number, radius: number): boolean {
  return distance <= radius + 1e-12 * radius;
}

/** 约简后的集合覆盖：行是需求，列是候选点。 */
interface CoveringCore {
  rows: number[][];
  columns: number[][];
  costs: number[];
  /** 列在原问题里的下标。 */
  original: number[];
}

/** 位集合的族：一行一个集合，子集判断按 32 位一批比较。 */
function bitSets(count: number, universe: number) {
  const words = Math.ceil(universe / 32);
  const bits = new Uint32Array(count * words);
  return {
    add(set: number, item: number): void {
      const at = set * words + (item >>> 5);
      bits[at] = (bits[at] as number) | (1 << (item & 31));
    },
    contains(large: number, small: number): boolean {
      const from = small * words;
      const to = large * words;
      for (let w = 0; w < words; w++)
        if ((bits[from + w] as number) & ~(bits[to + w] as number)) return false;
      return true;
    },
  };
}

const shortestOf = (indices: readonly number[], lists: readonly (readonly number[])[]): number[] =>
  indices.reduce<readonly number[]>(
    (best, k) =>
      (lists[k] as readonly number[]).length < best.length ? (lists[k] as readonly number[]) : best,
    lists[indices[0] as number] as readonly number[],
  ) as number[];

/** 把行的清单转成列的清单。 */
function transpose(rows: readonly (readonly number[])[], width: number): number[][] {
  const columns = Array.from({ length: width }, (): number[] => []);
  rows.forEach((row, i) => row.forEach((j) => (columns[j] as number[]).push(i)));
  return columns;
}

/** 去掉被蕴含的需求与被支配的候选点，反复到不动；最优值不变。 */
function reduceCovering(
  rowsIn: readonly (readonly number[])[],
  costsIn: readonly number[],
): CoveringCore {
  let rows = rowsIn.map((row) => [...row]);
  let columns = transpose(rows, costsIn.length);
  for (let changed = true; changed;) {
    // 候选点甲覆盖的乙都覆盖且乙不更贵：甲可删。乙必在甲所覆盖的任一需求的行里，取最短的一行来找
    const byColumn = bitSets(columns.length, rows.length);
    columns.forEach((column, j) => column.forEach((i) => byColumn.add(j, i)));
    const gone = new Uint8Array(columns.length);
    columns.forEach((column, j) => {
      if (column.length === 0) return;
      for (const k of shortestOf(column, rows)) {
        if (k === j || gone[k] || (columns[k] as number[]).length < column.length) continue;
        const dearer = (costsIn[k] as number) - (costsIn[j] as number);
        if (dearer > 0 || !byColumn.contains(k, j)) continue;
        // 完全相同时只留下标小的
        if (dearer === 0 && (columns[k] as number[]).length === column.length && k > j) continue;
        gone[j] = 1;
        break;
      }
    });
    rows = rows.map((row) => row.filter((j) => !gone[j]));
    columns = transpose(rows, costsIn.length);

    // 需求乙的候选集包含甲的：满足甲就满足乙，乙可删。乙必在甲的任一候选点的列里
    const byRow = bitSets(rows.length, columns.length);
    rows.forEach((row, i) => row.forEach((j) => byRow.add(i, j)));
    const implied = new Uint8Array(rows.length);
    rows.forEach((row, i) => {
      if (implied[i]) return;
      for (const other of shortestOf(row, columns)) {
        const length = (rows[other] as number[]).length;
        if (other === i || implied[other] || length < row.length || !byRow.contains(other, i))
          continue;
        if (length === row.length && other < i) continue;
        implied[other] = 1;
      }
    });
    const before = rows.length;
    rows = rows.filter((_, i) => !implied[i]);
    columns = transpose(rows, costsIn.length);
    changed = rows.length < before;
  }
  const original = columns.flatMap((column, j) => (column.length > 0 ? [j] : []));
  const place = new Map(original.map((j, k) => [j, k]));
  const core = rows.map((row) => row.map((j) => place.get(j) as number));
  return {
    rows: core,
    columns: transpose(core, original.length),
    costs: original.map((j) => costsIn[j] as number),
    original,
  };
}

/** 在给定的优先价格下贪心补全，再按费用从高到低撤掉多余的点。 */
function completeCover(
  core: CoveringCore,
  initial: readonly number[],
  price: (column: number) => number,
): number[] {
  const times = new Int32Array(core.rows.length);
  // fresh[k]：点 k 还能新覆盖多少需求；某需求首次被覆盖时只改动含它的列，不必每步重数
  const fresh = Int32Array.from(core.columns, (column) => column.length);
  const chosen = new Set<number>();
  let missing = core.rows.length;
  const take = (k: number) => {
    chosen.add(k);
    for (const i of core.columns[k] as number[]) {
      if (times[i] === 0) {
        missing--;
        for (const other of core.rows[i] as number[]) fresh[other] = (fresh[other] as number) - 1;
      }
      times[i] = (times[i] as number) + 1;
    }
  };
  for (const k of initial) take(k);
  while (missing > 0) {
    let best = -1;
    let ratio = Infinity;
    for (let k = 0; k < fresh.length; k++) {
      const count = fresh[k] as number;
      if (count === 0) continue;
      const value = Math.max(price(k), 1e-12) / count;
      if (value < ratio) {
        ratio = value;
        best = k;
      }
    }
    take(best);
  }
  const bySize = [...chosen].sort(
    (a, b) =>
      (core.costs[b] as number) - (core.costs[a] as number) ||
      (core.columns[a] as number[]).length - (core.columns[b] as number[]).length,
  );
  for (const k of bySize) {
    const column = core.columns[k] as number[];
    if (!column.every((i) => (times[i] as number) > 1)) continue;
    chosen.delete(k);
    for (const i of column) times[i] = (times[i] as number) - 1;
  }
  return [...chosen];
}

/**
 * 候选集表述的快速求解：rows[i] 是能覆盖需求 i 的候选点。供 p-中心反复调用。
 *
 * @internal
 */
export function searchCover(
  rows: readonly (readonly number[])[],
  costs: readonly number[],
  maxIterations = 300,
) {
  const core = reduceCovering(rows, costs);
  const integral = core.costs.every(Number.isInteger);
  const costOf = (columns: readonly number[]) =>
    columns.reduce((sum, k) => sum + (core.costs[k] as number), 0);
  let best = completeCover(core, [], (k) => core.costs[k] as number);
  let upper = costOf(best);
  const strengthen = (bound: number) =>
    integral ? Math.ceil(bound - 1e-9 * Math.max(1, Math.abs(bound))) : bound;
  const reduced = new Float64Array(core.columns.length);
  let iteration = 0;
  const climb = climbDual({
    start: Float64Array.from(core.rows, (row) =>
      smallest(row.map((k) => (core.costs[k] as number) / (core.columns[k] as number[]).length)),
    ),
    nonNegative: true,
    evaluate: (multipliers, subgradient) => {
      let bound = 0;
      for (let i = 0; i < multipliers.length; i++) bound += multipliers[i] as number;
      subgradient.fill(1);
      const inside: number[] = [];
      for (let k = 0; k < core.columns.length; k++) {
        let value = core.costs[k] as number;
        for (const i of core.columns[k] as number[]) value -= multipliers[i] as number;
        reduced[k] = value;
        if (value >= 0) continue;
        bound += value;
        inside.push(k);
        for (const i of core.columns[k] as number[])
          subgradient[i] = (subgradient[i] as number) - 1;
      }
      // 乘子为 0 且次梯度为负的方向走不动，不能算进步长
      for (let i = 0; i < multipliers.length; i++)
        if (multipliers[i] === 0 && (subgradient[i] as number) < 0) subgradient[i] = 0;
      if (iteration++ % 5 === 0) {
        const trial = completeCover(core, inside, (k) => reduced[k] as number);
        const cost = costOf(trial);
        if (cost < upper) {
          upper = cost;
          best = trial;
        }
      }
      return bound;
    },
    target: () => upper,
    closed: (bound) => strengthen(bound) >= upper * (1 - 1e-9),
    maxIterations,
  });
  return {
    core,
    sites: best.map((k) => core.original[k] as number).sort((a, b) => a - b),
    cost: upper,
    lowerBound: Math.min(upper, Math.max(0, strengthen(climb.bound))),
    integral,
  };
}

/**
 * 候选集表述的精确求解；`limit` 给出时只问「费用能否不超过 limit」，找到即停。
 *
 * @internal
 */
export async function solveCover(
  rows: readonly (readonly number[])[],
  costs: readonly number[],
  options: { limit?: number; timeLimit?: number } = {},
) {
  const fast = searchCover(rows, costs, 800);
  const { limit = -Infinity, timeLimit } = options;
  const settled =
    fast.cost <= fast.lowerBound * (1 + 1e-9) ||
    fast.cost <= limit ||
    (limit > -Infinity && fast.lowerBound > limit);
  if (settled) return { ...fast, proven: true };
  const { core } = fast;
  const solved = await solveMixedInteger({
    costs: core.costs,
    integers: core.costs.length,
    rows: core.rows.map((indices) => ({ indices, lower: 1 })),
    absoluteGap: fast.integral ? 0.99 : 0,
    ...(timeLimit === undefined ? {} : { timeLimit }),
  });
  let { sites, cost } = fast;
  if (solved.solution.length > 0) {
    const found = core.original.filter((_, k) => (solved.solution[k] as number) > 0.5);
    const value = found.reduce((sum, j) => sum + (costs[j] as number), 0);
    if (value < cost) {
      sites = found;
      cost = value;
    }
  }
  const proven = solved.status === 'optimal';
  return {
    ...fast,
    sites,
    cost,
    lowerBound: proven ? cost : Math.max(fast.lowerBound, Math.min(cost, solved.bound)),
    proven,
  };
}

function prepare(input: CoveringInput) {
  const { distances } = input;
  const sites = checkDistances(distances);
  const radius = atLeast('radius', input.radius, 0);
  const costs = input.costs ?? Array.from({ length: sites }, () => 1);
  if (costs.length !== sites)
    sameLength('costs', costs, 'distances[0]', Array.from(distances[0] as ArrayLike<number>));
  costs.forEach((cost, j) => positive(`costs[${j}]`, cost));
  const rows = distances.map((row) => {
    const near: number[] = [];
    for (let j = 0; j < sites; j++) if (coversWithin(row[j] as number, radius)) near.push(j);
    return near;
  });
  const uncoverable = rows.flatMap((row, i) => (row.length === 0 ? [i] : []));
  return { rows, costs, uncoverable };
}

function infeasible(uncoverable: number[]): CoveringSolution {
  return { sites: [], cost: Infinity, lowerBound: Infinity, gap: 0, proven: true, uncoverable };
}

function relativeGap(cost: number, bound: number): number {
  return cost > bound ? (cost - bound) / cost : 0;
}

/**
 * 集合覆盖（LSCP）：覆盖全部需求最少要几个站（或最少花多少）；快速求解并给出可证的下界。
 *
 * 假设：半径内即算覆盖；需求不分轻重，一个也不能少。
 * 目标：使 Σⱼ fⱼ·yⱼ 最小（缺省 fⱼ=1，即站数）。
 * 约束：Σ_{dᵢⱼ≤r} yⱼ ≥ 1，对每个需求 i；yⱼ ∈ {0,1}。
 * 符号与单位：d `distances` 与 r `radius` 同单位；f `costs`。
 * 出处：Toregas, Swain, ReVelle & Bergman 1971；拉格朗日下界 Beasley 1990。
 * 边界：有需求在半径内没有任何候选点时不可行：cost 为 Infinity，`uncoverable` 指名是哪些需求，不抛错；距离恰等于半径算覆盖。
 * 复杂度：支配约简后每次下界迭代 O(非零元数)。
 *
 * @example
 * setCovering({ distances: [[0, 3, 9], [3, 0, 3], [9, 3, 0]], radius: 3 }).sites // [1]
 */
export function setCovering(input: CoveringInput): CoveringSolution {
  const { rows, costs, uncoverable } = prepare(input);
  if (uncoverable.length > 0) return infeasible(uncoverable);
  const { sites, cost, lowerBound } = searchCover(rows, costs);
  const gap = relativeGap(cost, lowerBound);
  return { sites, cost, lowerBound, gap, proven: gap <= 1e-9, uncoverable };
}

/** 集合覆盖精确解：下界对不上时交给 HiGHS 证到最优（首次调用载入 WASM）。 */
export async function setCoveringExact(
  input: CoveringInput & { timeLimit?: number },
): Promise<CoveringSolution> {
  const { rows, costs, uncoverable } = prepare(input);
  if (uncoverable.length > 0) return infeasible(uncoverable);
  const { sites, cost, lowerBound, proven } = await solveCover(
    rows,
    costs,
    input.timeLimit === undefined ? {} : { timeLimit: input.timeLimit },
  );
  return { sites, cost, lowerBound, gap: relativeGap(cost, lowerBound), proven, uncoverable };
}

/** 由覆盖清单求最少站数：covers[i] 列出能覆盖需求 i 的候选点（课堂上的「✓」表）。 */
export function setCoveringFromList(input: {
  /** 每个需求能由哪些候选点覆盖。 */
  covers: readonly (readonly number[])[];
  /** 候选点数。 */
  sites: number;
}): CoveringSolution {
  const { covers, sites } = input;
  covers.forEach((row, i) =>
    row.forEach((j) => {
      if (!Number.isInteger(j) || j < 0 || j >= sites)
        reject(`covers[${i}]`, `indices from 0 to ${sites - 1}`, j);
    }),
  );
  return setCovering({
    distances: covers.map((row) => {
      const near = new Set(row);
      return Array.from({ length: sites }, (_, j) => (near.has(j) ? 0 : 1));
    }),
    radius: 0,
  });
}
