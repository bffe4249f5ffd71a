import { each, atLeast, integerAtLeast, reject } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';
import { integerBisect } from '../core/integer-bisect.ts';
import { solveLinearProgram } from '../core/simplex.ts';

/** 连班排班的结果。 */
export interface DaysOffResult {
  /** 最少人数。 */
  workers: number;
  /** `startsOn[d]` 从第 d 天开始连上班的人数；达到最少人数的一种排法。 */
  startsOn: number[];
  /** 允许小数人时的最少人数，是人数的下界。 */
  lpBound: number;
  /** 手算下界 max(最忙一天, ⌈一周总需求 ÷ 连班天数⌉)；真正的最优可能更大。 */
  simpleBound: number;
  /** 各天超出需求的人数。 */
  surplus: number[];
}

/** 给定总人数，能否排出；能则返回各天开工人数。 */
function arrangement(
  needs: readonly number[],
  workDays: number,
  workers: number,
): number[] | undefined {
  const days = needs.length;
  // 令 P_i 为第 1 到 i 天开工人数之和，每条覆盖要求都成了两个前缀和之差的下界，
  // 于是用最短路（Bellman–Ford）求整数解，不必分支定界
  const edges: [number, number, number][] = [];
  for (let i = 0; i < days; i++) edges.push([i + 1, i, 0]);
  for (let day = 0; day < days; day++) {
    const from = day - workDays + 1;
    if (from >= 0) edges.push([day + 1, from, -needs[day]!]);
    else edges.push([day + 1, days + from, workers - needs[day]!]);
  }
  edges.push([0, days, workers], [days, 0, -workers]);
  const distance = Array.from({ length: days + 1 }, () => 0);
  for (let round = 0; round <= days + 1; round++) {
    let changed = false;
    for (const [from, to, weight] of edges) {
      if (distance[from]! + weight < distance[to]!) {
        distance[to] = distance[from]! + weight;
        changed = true;
      }
    }
    if (!changed) return needs.map((_, i) => distance[i + 1]! - distance[i]!);
  }
  return undefined;
}

/**
 * 连班排班：每人连上几天、连休几天，周而复始，最少要多少人。
 *
 * 目标：总人数 Σ x_d 最小。
 * 约束：每天在班人数 Σ_{d 在该天之前连班天数内开工} x_d ≥ 需求；x_d 为非负整数。
 * 假设：每人每个周期恰休连续的 days − workDays 天；各人等价；周期循环。
 * 符号与单位：需求 `requirements[d]` 人/天；x `startsOn`；连班天数 `workDays`，缺省 5。
 * 出处：Tibrewala, Philippe & Browne 1972；Baker 1974；循环 1 矩阵的解法见 Bartholdi, Orlin & Ratliff 1980。
 * 边界：需求全为 0 时 0 人；小数需求按向上取整排班，`lpBound` 与 `simpleBound` 仍用原数；连班天数等于周期长度时人数即最忙一天的需求。
 * 复杂度：O(days²·log 人数)，另加一个小线性规划。
 *
 * @example
 * daysOff({ requirements: [17, 13, 15, 19, 14, 16, 11] }).workers // 23
 */
export function daysOff({
  requirements,
  workDays = 5,
}: {
  /** 周期内各天的需求人数，≥ 0。 */
  requirements: readonly number[];
  /** 连续上班天数，缺省 5。 */
  workDays?: number;
}): DaysOffResult {
  each('requirements', requirements, (name, value) => atLeast(name, value, 0));
  const days = requirements.length;
  integerAtLeast('workDays', workDays, 1);
  if (workDays > days) reject('workDays', `≤ the number of days (${days})`, workDays);
  const needs = requirements.map((value) => Math.max(0, Math.ceil(value - 1e-9)));
  const total = needs.reduce((sum, value) => sum + value, 0);
  const peak = largest(needs);
  const lower = Math.max(peak, Math.ceil(total / workDays));
  const relaxed = solveLinearProgram({
    objective: Array.from({ length: days }, () => 1),
    sense: 'min',
    constraints: requirements.map((need, day) => ({
      coefficients: requirements.map((_, start) =>
        (day - start + days) % days < workDays ? 1 : 0,
      ),
      relation: '>=' as const,
      rhs: need,
    })),
  });
  // 可行性对人数单调：多一个人总能照样排
  const workers =
    integerBisect({
      predicate: (count) => arrangement(needs, workDays, count) !== undefined,
      low: lower,
      high: lower + total,
    }) ?? total;
  const startsOn = arrangement(needs, workDays, workers) ?? needs;
  const surplus = requirements.map((need, day) => {
    let present = 0;
    for (let back = 0; back < workDays; back++) present += startsOn[(day - back + days) % days]!;
    return present - need;
  });
  const sum = requirements.reduce((a, b) => a + b, 0);
  return {
    workers,
    startsOn,
    lpBound: relaxed.objective,
    simpleBound: Math.max(largest(needs), Math.ceil(sum / workDays - 1e-9)),
    surplus,
  };
}
