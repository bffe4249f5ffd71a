/**
 * 示意的账：步骤各有快慢，余地越大快慢差得越多、用的人越贵；客人要的每一步都做到、又等得起，才接得住。
 * 假设各步快慢互不相干，总时间近似正态。
 */
import { normalQuantile } from '../../calc/core/normal.ts';
import { fixedWay, skipped, stepCount, type Customer, type Step } from './services.ts';

export type Side = 'now' | 'after';
export interface Rates {
  /** 照单做时，一步的标准差占它的用时几成 */
  fixedSpread: number;
  /** 全随他时，再添几成 */
  freeSpread: number;
  /** 会判断的人贵几成 */
  premium: number;
}

/** 照单做的人一小时多少元。 */
export const wage = 30;
const nine = normalQuantile(0.9);

/** 余地：照单 0，几种一半，随他 1；不做的没有。 */
export const latitude = (way: number) => Math.max(0, way - fixedWay) / 2;
/** 八个数字，看不懂的当作不需要。 */
export const needsOf = (text: string) =>
  Array.from({ length: stepCount }, (_, i) => {
    const digit = '0123'.indexOf(text.normalize('NFKC')[i] ?? '0');
    return Math.max(0, digit);
  });

export type Unserved = { kind: 'step'; step: number } | { kind: 'time' } | null;

export function measure(
  steps: readonly Step[],
  side: Side,
  customers: readonly Customer[],
  { fixedSpread, freeSpread, premium }: Rates,
  /** 改前改后都做的几步 */
  kept: readonly number[],
) {
  const done = steps.filter((step) => step[side] !== skipped);
  const spreads = done.map(
    (step) => step.minutes * (fixedSpread + freeSpread * latitude(step[side])),
  );
  const time = done.reduce((sum, { minutes }) => sum + minutes, 0);
  const spread = Math.hypot(...spreads);
  const nineOfTen = time + nine * spread;
  /** 客人为什么接不住：头一处做不到的；处处做得到，就看等不等得起 */
  const unserved = customers.map(({ needs, limit }): Unserved => {
    const wanted = needsOf(needs);
    const step = steps.findIndex((each, i) => each[side] < (wanted[i] ?? 0));
    if (step >= 0) return { kind: 'step', step };
    return nineOfTen > limit + 1e-9 ? { kind: 'time' } : null;
  });
  const all = customers.reduce((sum, { share }) => sum + share, 0);
  const served = customers.reduce(
    (sum, { share }, i) => sum + (unserved[i] === null ? share : 0),
    0,
  );
  return {
    /** 复杂度：几步 */
    complexity: done.length,
    /** 多样度：改前改后都做的几步，余地的平均；添的、砍的记在复杂度上，不叫平均跟着跑 */
    divergence:
      kept.length === 0
        ? 0
        : kept.reduce((sum, i) => sum + latitude(steps[i]?.[side] ?? fixedWay), 0) / kept.length,
    time,
    /** 一位客人的总时间的标准差 */
    spread,
    nineOfTen,
    cost: done.reduce(
      (sum, step) => sum + (step.minutes / 60) * wage * (1 + premium * latitude(step[side])),
      0,
    ),
    /** 接得住的客人占几成 */
    served: all > 0 ? served / all : 0,
    unserved,
  };
}
export type Measured = ReturnType<typeof measure>;
