import { atLeast, reject } from '../core/checks.ts';

/** 利特尔法则的三个量；恰好给两个，求第三个。 */
export interface LittlesLawInput {
  /** 系统内平均人数（或件数）L。 */
  inventory?: number | undefined;
  /** 单位时间进出系统的平均人数 λ；长期看进等于出。 */
  throughput?: number | undefined;
  /** 一个人在系统里的平均逗留时间 W，与 `throughput` 用同一时间单位。 */
  flowTime?: number | undefined;
}

/** 三个量齐全的结果。 */
export interface LittlesLawResult {
  /** 系统内平均人数 L。 */
  inventory: number;
  /** 通过率 λ。 */
  throughput: number;
  /** 平均逗留时间 W。 */
  flowTime: number;
}

/**
 * 利特尔法则：稳定系统里，平均人数 = 通过率 × 平均逗留时间，三者知二求一。
 *
 * 假设：系统长期稳定（进等于出、无人凭空消失），三个量都是长期平均；不要求泊松到达，也不管排队规则。
 * 符号与单位：L `inventory` 人；λ `throughput` 人/单位时间；W `flowTime` 同一时间单位。
 * 出处：Little (1961), A Proof for the Queuing Formula L = λW。
 * 边界：通过率为 0 而系统内有人，逗留时间为 Infinity；逗留时间为 0 而系统内有人，通过率为 Infinity；0/0 无从确定，返回 NaN。
 * 复杂度：O(1)。
 *
 * @example
 * littlesLaw({ inventory: 900, flowTime: 7.5 }).throughput // 120
 */
export function littlesLaw({ inventory, throughput, flowTime }: LittlesLawInput): LittlesLawResult {
  const given = [inventory, throughput, flowTime].filter((value) => value !== undefined).length;
  if (given !== 2)
    reject('inventory, throughput, flowTime', 'given as exactly two of the three', given);
  if (inventory === undefined) {
    const rate = atLeast('throughput', throughput as number, 0);
    const time = atLeast('flowTime', flowTime as number, 0);
    return { inventory: rate * time, throughput: rate, flowTime: time };
  }
  atLeast('inventory', inventory, 0);
  if (throughput === undefined) {
    const time = atLeast('flowTime', flowTime as number, 0);
    return { inventory, throughput: inventory / time, flowTime: time };
  }
  atLeast('throughput', throughput, 0);
  return { inventory, throughput, flowTime: inventory / throughput };
}
