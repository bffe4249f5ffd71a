import { atLeast, each } from '../core/checks.ts';
import type { StaffingParameters, StaffingResult } from './erlang-c-staffing.ts';
import { erlangCStaffing } from './erlang-c-staffing.ts';

/**
 * 分时段配员（SIPP）：逐段按独立稳态，把一天切成时段，各段按自己的到达率单独用 Erlang C 定人数。
 *
 * 目标：每段的在席坐席数各自最少。
 * 约束：每段各自满足服务水平与占用率上限（同 `erlangCStaffing`）。
 * 假设：时段内到达率不变，且服务时间远短于时段，上一段的积压可以忽略；服务时间长时会在高峰过后少配人。
 * 符号与单位：`arrivalRates` 各段到达率；其余参数同 `erlangCStaffing`，同一时间单位。
 * 出处：Green, Kolesar & Soares (2001) 对 SIPP 的评述。
 * 边界：某段到达率为 0 时给 `minimumAgents` 人；空数组抛 RangeError。
 * 复杂度：每段 O(√a · log a)。
 *
 * @example
 * intervalStaffing({ arrivalRates: [2 / 3, 1.5], meanService: 4, target: 1 / 3, serviceLevel: 0.8 }).map((r) => r.agents) // [5, 9]
 */
export function intervalStaffing({
  arrivalRates,
  ...rest
}: Omit<StaffingParameters, 'arrivalRate'> & {
  /** 各时段的到达率，每单位时间来话数。 */
  arrivalRates: readonly number[];
}): StaffingResult[] {
  each('arrivalRates', arrivalRates, (name, value) => atLeast(name, value, 0));
  return arrivalRates.map((arrivalRate) => erlangCStaffing({ ...rest, arrivalRate }));
}
