import { atLeast, each, integerAtLeast, nonEmpty, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';
import { solveLinearProgram } from '../core/simplex.ts';
import { solveMixedInteger } from '../location/mixed-integer.ts';

/** 班次覆盖问题。 */
export interface ShiftCoveringInput {
  /** 各时段需要的人数，≥ 0。 */
  requirements: readonly number[];
  /** 每种班次覆盖的时段（从 0 起的下标，不重复）。 */
  shifts: readonly (readonly number[])[];
  /** 每种班次一人的成本，≥ 0，元。 */
  costs: readonly number[];
}

/** 最省的排法。 */
export interface ShiftCoveringResult {
  /** `optimal` 已证明最优；`infeasible` 有需求的时段没有班次覆盖；`limit` 求解到时限，给出的是找到的最好排法。 */
  status: 'optimal' | 'infeasible' | 'limit';
  /** 最小总成本，元；无解时为 Infinity。 */
  cost: number;
  /** 各班次人数；无解时为空。最优排法可能不唯一。 */
  workers: number[];
  /** 允许小数人时的成本下界，元；无解时为 Infinity。 */
  lpBound: number;
  /** 各时段超出需求的人数；无解时为空。 */
  surplus: number[];
}

/**
 * 班次覆盖：每个时段要够人，每个班次只能整块上，怎么排最省。
 *
 * 目标：Σ costs_s·x_s 最小。
 * 约束：每个时段 Σ_{s 覆盖 t} x_s ≥ requirements_t；x_s 为非负整数。
 * 假设：同一班次的人等价；班次可以含休息（中间缺几个时段）。
 * 符号与单位：x `workers` 人；成本元。
 * 出处：集合覆盖式排班，Dantzig 1954；例见 Hillier & Lieberman 的 Union Airways。
 * 边界：需求全为 0 时成本 0；小数需求按向上取整排班，下界仍用原数；有需求的时段没有班次覆盖时 `infeasible`。
 * 复杂度：先解线性规划，解已是整数就到此为止（班次为不绕回的连续时段时必然如此）；否则交给 HiGHS 分支切割，最坏指数。
 *
 * @example
 * shiftCovering({ requirements: [2, 5, 3], shifts: [[0, 1], [1, 2]], costs: [10, 12] }).then(({ cost }) => cost) // 56
 */
export async function shiftCovering(input: ShiftCoveringInput): Promise<ShiftCoveringResult> {
  const { requirements, shifts, costs } = input;
  const nonNegative = (name: string, value: number): number => atLeast(name, value, 0);
  each('requirements', requirements, nonNegative);
  nonEmpty('shifts', shifts);
  each('costs', costs, nonNegative);
  sameLength('costs', costs, 'shifts', shifts);
  const covers = shifts.map((periods, s) => {
    const row = new Uint8Array(requirements.length);
    for (const period of periods) {
      integerAtLeast(`shifts[${s}]`, period, 0);
      if (period >= requirements.length)
        throw new RangeError(
          `shifts[${s}] must be periods below ${requirements.length} (got ${period})`,
        );
      row[period] = 1;
    }
    return row;
  });
  const needs = requirements.map((value) => Math.max(0, Math.ceil(value - 1e-9)));
  const relax = (required: readonly number[]) =>
    solveLinearProgram({
      objective: costs,
      sense: 'min',
      constraints: required.map((need, t) => ({
        coefficients: covers.map((row) => row[t]!),
        relation: '>=' as const,
        rhs: need,
      })),
    });
  const bound = relax(requirements);
  if (bound.status === 'infeasible')
    return { status: 'infeasible', cost: Infinity, workers: [], lpBound: Infinity, surplus: [] };
  const surplusOf = (workers: readonly number[]): number[] =>
    requirements.map((need, t) =>
      workers.reduce((sum, count, s) => sum + count * covers[s]![t]!, -need),
    );
  const finish = (workers: number[], status: 'optimal' | 'limit'): ShiftCoveringResult => ({
    status,
    cost: workers.reduce((sum, count, s) => sum + count * costs[s]!, 0),
    workers,
    lpBound: bound.objective,
    surplus: surplusOf(workers),
  });
  const whole = needs.every((need, t) => need === requirements[t]) ? bound : relax(needs);
  const rounded = whole.solution.map((value) => Math.round(value) + 0);
  if (
    whole.status === 'optimal' &&
    whole.solution.every((value, s) => Math.abs(value - rounded[s]!) < 1e-7) &&
    surplusOf(rounded).every((extra) => extra >= -1e-9)
  )
    return finish(rounded, 'optimal');
  const peak = largest(needs);
  const exact = await solveMixedInteger({
    costs,
    // 同一班次多于最忙时段的需求必然浪费，给上界可让分支更快
    upper: costs.map(() => peak),
    integers: costs.length,
    rows: needs.map((need, t) => ({
      indices: covers.flatMap((row, s) => (row[t] === 1 ? [s] : [])),
      lower: need,
    })),
  });
  if (exact.solution.length === 0)
    return { status: 'limit', cost: Infinity, workers: [], lpBound: bound.objective, surplus: [] };
  // 求解器的整数容差是 1e-6，取整后按原系数重算成本；加 0 使 −0 归为 0
  return finish(
    exact.solution.map((value) => Math.round(value) + 0),
    exact.status === 'optimal' ? 'optimal' : 'limit',
  );
}
