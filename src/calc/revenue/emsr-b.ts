import { atLeast } from '../core/checks.ts';
import { checkFareClasses } from './fare-class.ts';
import type { FareClass } from './fare-class.ts';
import { protectionAtRatio, wholeSeats } from './littlewood.ts';

/**
 * EMSR-b：把较高的几个等级合并成一个，再用一次 Littlewood 规则；业界最常用的多舱保护水平。
 *
 * 假设：低价先到；各等级需求独立、正态；等级从高价到低价排列。
 * 符号与单位：返回长度 n − 1 的数组 y_j = S + Φ⁻¹(1 − p_{j+1}/p̄)·√Σσ²，S = Σ_{i≤j} μ_i，p̄ = Σ p_i μ_i / S（元，按需求加权），件。
 * 出处：Belobaba 1987；Belobaba & Weatherford 的 EMSR-b 变体；见 Talluri & van Ryzin 2004。
 * 边界：标准差全为 0 时等于均值之和；前面的等级全空时 p̄ 取最高价；不取整、不因能力截断；只有一个等级时返回空数组。
 * 复杂度：O(n)。
 *
 * @example
 * emsrB([{ fare: 1500, mean: 20, sd: 8 }, { fare: 1000, mean: 35, sd: 12 }, { fare: 600, mean: 60, sd: 18 }]) // [16.55418160563634, 54.72189732721302]
 */
export function emsrB(classes: readonly FareClass[]): number[] {
  checkFareClasses(classes);
  const protection: number[] = [];
  let mean = 0;
  let variance = 0;
  let revenue = 0;
  for (let j = 0; j + 1 < classes.length; j++) {
    const current = classes[j]!;
    mean += current.mean;
    variance += current.sd * current.sd;
    revenue += current.fare * current.mean;
    const averageFare = mean > 0 ? revenue / mean : classes[0]!.fare;
    const ratio = classes[j + 1]!.fare / averageFare;
    protection.push(protectionAtRatio({ ratio, mean, sd: Math.sqrt(variance) }));
  }
  return protection;
}

/** 嵌套订座上限（整数座）：最高等级为全部能力，其余为 C − ⌊保护水平⌋，不小于 0。 */
export function nestedBookingLimits(capacity: number, protection: readonly number[]): number[] {
  atLeast('capacity', capacity, 0);
  protection.forEach((seats, j) => atLeast(`protection[${j}]`, seats, 0));
  return [capacity, ...protection.map((seats) => Math.max(0, capacity - wholeSeats(seats)))];
}
