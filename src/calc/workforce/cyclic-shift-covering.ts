import { each, atLeast, integerAtLeast, nonEmpty, reject } from '../core/checks.ts';
import { shiftCovering } from './shift-covering.ts';

/** 一类班次：连续上几个时段、一人多少钱，可从任一时段开始。 */
export interface ShiftKind {
  /** 连续时段数，正整数，不超过一天的时段数。 */
  length: number;
  /** 一人的成本，≥ 0，元。 */
  cost: number;
}

/** 循环班次覆盖的结果。 */
export interface CyclicShiftCoveringResult {
  /** 求解状态，含义同 `shiftCovering`。 */
  status: 'optimal' | 'infeasible' | 'limit';
  /** 最小总成本，元。 */
  cost: number;
  /** 允许小数人时的成本下界，元。 */
  lpBound: number;
  /** `starts[k][t]` 第 k 类班次在时段 t 上班的人数。 */
  starts: number[][];
  /** 各时段超出需求的人数。 */
  surplus: number[];
}

/**
 * 循环班次覆盖：二十四小时运转，班次可跨过午夜，全职长班与兼职短班怎么搭配最省。
 *
 * 目标：Σ cost_k·x_kt 最小。
 * 约束：每个时段在班人数 ≥ 需求；班次首尾相接循环；x_kt 为非负整数。
 * 假设：各类班次可从任一时段开始；每天需求相同。
 * 符号与单位：需求 `requirements[t]` 人；x `starts`；成本元。
 * 出处：同 `shiftCovering`；循环 1 结构见 Bartholdi, Orlin & Ratliff 1980。
 * 边界：需求全为 0 时成本 0；绕回使线性规划的解可能不是整数，此时精确求整数解。
 * 复杂度：变量数 = 班次类数 × 时段数；24 时段两类班次通常几十毫秒。
 *
 * @example
 * cyclicShiftCovering({ requirements: [1, 1, 1, 1], shifts: [{ length: 2, cost: 3 }] }).then(({ cost }) => cost) // 6
 */
export async function cyclicShiftCovering({
  requirements,
  shifts,
}: {
  /** 一天各时段的需求，≥ 0。 */
  requirements: readonly number[];
  /** 班次种类。 */
  shifts: readonly ShiftKind[];
}): Promise<CyclicShiftCoveringResult> {
  each('requirements', requirements, (name, value) => atLeast(name, value, 0));
  nonEmpty('shifts', shifts);
  const periods = requirements.length;
  shifts.forEach(({ length, cost }, k) => {
    integerAtLeast(`shifts[${k}].length`, length, 1);
    if (length > periods)
      reject(`shifts[${k}].length`, `≤ the number of periods (${periods})`, length);
    atLeast(`shifts[${k}].cost`, cost, 0);
  });
  const { status, cost, lpBound, workers, surplus } = await shiftCovering({
    requirements,
    shifts: shifts.flatMap(({ length }) =>
      requirements.map((_, start) => Array.from({ length }, (_, step) => (start + step) % periods)),
    ),
    costs: shifts.flatMap((shift) => requirements.map(() => shift.cost)),
  });
  const starts = shifts.map((_, k) => workers.slice(k * periods, (k + 1) * periods));
  return { status, cost, lpBound, starts, surplus };
}
