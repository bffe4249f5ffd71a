import { integerAtLeast, reject } from '../core/checks.ts';
import { largest, smallest } from '../core/extremes.ts';
import type { DistanceRows } from './plane-points.ts';
import { searchCover, solveCover } from './set-covering.ts';
import { checkDistances } from './siting-problem.ts';

/** p-中心的解。 */
export interface CenterSolution {
  /** 选中的候选点，升序。 */
  sites: number[];
  /** 最远需求到最近选中点的距离；有需求够不着时为 Infinity。 */
  radius: number;
  /** 已证的下界。 */
  lowerBound: number;
  /** 相对差。 */
  gap: number;
  /** 是否已证最优。 */
  proven: boolean;
}

/** p-中心的输入。 */
export interface CenterInput {
  /** 距离表：一行一个需求，一列一个候选点。 */
  distances: DistanceRows;
  /** 设施数 p。 */
  siteCount: number;
}

function prepare(input: CenterInput) {
  const { distances } = input;
  const sites = checkDistances(distances);
  const count = integerAtLeast('siteCount', input.siteCount, 1);
  if (count > sites) reject('siteCount', `≤ the number of candidate sites (${sites})`, count);
  const radii = [...new Set(distances.flatMap((row) => Array.from(row)))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const ones = Array.from({ length: sites }, () => 1);
  const coverRows = (radius: number) =>
    distances.map((row) => {
      const near: number[] = [];
      for (let j = 0; j < sites; j++) if ((row[j] as number) <= radius) near.push(j);
      return near;
    });
  return { distances, sites, count, radii, ones, coverRows };
}

/** 给定开放点时的最远距离。 */
function reachOf(distances: DistanceRows, open: readonly number[]): number {
  let worst = 0;
  for (const row of distances) {
    let least = Infinity;
    for (const j of open) least = Math.min(least, row[j] as number);
    if (least > worst) worst = least;
  }
  return worst;
}

/** 补足到 p 个点：多开无妨，课堂上说好的 p 个就是 p 个。 */
function padSites(open: readonly number[], count: number, sites: number): number[] {
  const chosen = new Set(open);
  for (let j = 0; j < sites && chosen.size < count; j++) chosen.add(j);
  return [...chosen].sort((a, b) => a - b);
}

function bracket(prepared: ReturnType<typeof prepare>) {
  const { distances, sites, count, radii, ones, coverRows } = prepared;
  // 任何解都至少要到“最难服务的需求”的最近候选点
  const floor = largest(distances.map((row) => smallest(Array.from(row))));
  if (floor === Infinity)
    return { low: Infinity, high: Infinity, open: padSites([], count, sites), low0: -1, high0: -1 };
  const startAt = Math.max(
    0,
    radii.findIndex((radius) => radius >= floor),
  );
  let open: number[] = padSites([], count, sites);
  let high = reachOf(distances, open);
  const attempt = (index: number) => {
    const rows = coverRows(radii[index] as number);
    const cover = searchCover(rows, ones, 150);
    if (cover.cost <= count) {
      const reach = reachOf(distances, cover.sites);
      if (reach < high) {
        high = reach;
        open = padSites(cover.sites, count, sites);
      }
    }
    return cover;
  };
  // 两次二分：一次找启发式能覆盖的最小半径，一次找下界证明覆盖不了的最大半径
  let fail = startAt - 1;
  let pass = radii.length;
  let proof = startAt - 1;
  while (pass - fail > 1) {
    const middle = (pass + fail) >> 1;
    const cover = attempt(middle);
    if (cover.lowerBound > count) proof = Math.max(proof, middle);
    if (cover.cost <= count) pass = middle;
    else fail = middle;
  }
  let unknown = pass;
  while (unknown - proof > 1) {
    const middle = (unknown + proof) >> 1;
    const cover = attempt(middle);
    if (cover.lowerBound > count) proof = middle;
    else unknown = middle;
  }
  const low = radii[proof + 1] ?? Infinity;
  return { low: Math.min(low, high), high, open, low0: proof, high0: radii.indexOf(high) };
}

function report(
  open: number[],
  radius: number,
  lowerBound: number,
  proven: boolean,
): CenterSolution {
  return {
    sites: open,
    radius,
    lowerBound,
    gap: radius > lowerBound && radius < Infinity ? (radius - lowerBound) / radius : 0,
    proven,
  };
}

/**
 * p-中心：开 p 个点，使最远的需求离它最近的点尽量近；快速求解并给出可证的下界。
 *
 * 假设：只看最差的需求，不看权重；候选点只在给定的点上（顶点 p-中心）。
 * 目标：使 maxᵢ minⱼ∈S dᵢⱼ 最小。
 * 约束：|S| = p。
 * 符号与单位：d `distances`，p `siteCount`；`radius` 与距离同单位。
 * 出处：Hakimi 1964、1965；对半径二分、逐个解集合覆盖 Minieka 1970。
 * 边界：最优半径必是距离表里的某个数；任何选法都够不着某需求时 radius 为 Infinity。
 * 复杂度：O(log n) 次集合覆盖。
 *
 * @example
 * pCenter({ distances: [[0, 2, 9], [2, 0, 7], [9, 7, 0]], siteCount: 1 }).radius // 7
 */
export function pCenter(input: CenterInput): CenterSolution {
  const { low, high, open } = bracket(prepare(input));
  return report(open, high, low, low === high && (high < Infinity || low === Infinity));
}

/** p-中心精确解：上下界之间的半径逐个二分，用 HiGHS 判断 p 个站能否覆盖（首次调用可能载入 WASM）。 */
export async function pCenterExact(
  input: CenterInput & { timeLimit?: number },
): Promise<CenterSolution> {
  const prepared = prepare(input);
  const start = bracket(prepared);
  if (start.low >= start.high) return report(start.open, start.high, start.low, true);
  const { distances, sites, count, radii, ones, coverRows } = prepared;
  let { open, high, low0: fail, high0: pass } = start;
  const proofs = { timeLimit: input.timeLimit ?? 60, limit: count };
  let proven = true;
  // 不设限时 pass 是已知可行的半径下标；无限远时取表尾之后
  if (pass < 0) pass = radii.length;
  while (pass - fail > 1) {
    const middle = (pass + fail) >> 1;
    const cover = await solveCover(coverRows(radii[middle] as number), ones, proofs);
    if (cover.cost <= count) {
      high = reachOf(distances, cover.sites);
      open = padSites(cover.sites, count, sites);
      pass = Math.min(middle, radii.indexOf(high));
    } else if (cover.lowerBound > count) fail = middle;
    else {
      proven = false;
      break;
    }
  }
  const low = proven ? high : Math.min(high, radii[fail + 1] ?? Infinity);
  return report(open, high, low, proven);
}
