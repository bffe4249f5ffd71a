import { atLeast, positive, reject } from '../core/checks.ts';
import { normalQuantile } from '../core/normal.ts';

/** 两舱问题（正态高价需求）的输入。 */
export interface LittlewoodInput {
  /** 高价 p₁，> 0，元。 */
  fareHigh: number;
  /** 低价 p₂，[0, p₁]，元。 */
  fareLow: number;
  /** 高价需求均值，≥ 0，件。 */
  meanHigh: number;
  /** 高价需求标准差，≥ 0，件。 */
  sdHigh: number;
  /** 总能力，≥ 0，件。 */
  capacity: number;
}

/** 保护水平与低价舱的订座上限。 */
export interface LittlewoodResult {
  /** 临界比 1 − p₂/p₁：高价舱应留到的“不够用”概率的补数。 */
  criticalRatio: number;
  /** 保护水平 y*，件；不取整，不因能力不足而截断。 */
  protection: number;
  /** 低价舱订座上限 max(0, C − y*)。 */
  bookingLimitLow: number;
  /** 整数座位的订座上限：C − ⌊y*⌋，不小于 0。 */
  bookingLimitRounded: number;
}

/** 保护水平向下取整；容许 1e-9 的舍入误差，免得 50 被算成 49.999… 再取成 49。 */
export function wholeSeats(protection: number): number {
  return Math.floor(protection + 1e-9);
}

/**
 * Littlewood 规则（正态）：两种价格时，该给高价客人留多少。
 *
 * 目标：期望收入最大。
 * 约束：低价先到；卖出的总数不超过能力。
 * 假设：低价需求在高价之前到齐且卖得完；高价需求正态；两者独立；不买升舱、不退票。
 * 符号与单位：p₁ `fareHigh`、p₂ `fareLow` 元；μ `meanHigh`、σ `sdHigh`、C `capacity` 件；y* = μ + σ·Φ⁻¹(1 − p₂/p₁)。
 * 出处：Littlewood 1972（AGIFORS）。低价需求不出现在公式里：留座只看价比与高价需求。
 * 边界：p₂ = p₁ 时不留（y* = 0，不是 NaN）；p₂ = 0 且 σ > 0 时 y* 为 Infinity；σ = 0 时 y* = μ；分位数为负时 y* = 0。
 * 复杂度：O(1)。
 *
 * @example
 * littlewood({ fareHigh: 100, fareLow: 40, meanHigh: 50, sdHigh: 100, capacity: 100 }).protection // 75.33471031357998
 */
export function littlewood(input: LittlewoodInput): LittlewoodResult {
  const { meanHigh, sdHigh } = input;
  const capacity = atLeast('capacity', input.capacity, 0);
  atLeast('meanHigh', meanHigh, 0);
  atLeast('sdHigh', sdHigh, 0);
  const ratio = fareRatio(input.fareHigh, input.fareLow);
  const protection = protectionAtRatio({ ratio, mean: meanHigh, sd: sdHigh });
  return {
    criticalRatio: 1 - ratio,
    protection,
    bookingLimitLow: Math.max(0, capacity - protection),
    bookingLimitRounded: Math.max(0, capacity - wholeSeats(protection)),
  };
}

/** 价比 p₂/p₁，并检查 0 ≤ p₂ ≤ p₁、p₁ > 0。 */
export function fareRatio(fareHigh: number, fareLow: number): number {
  positive('fareHigh', fareHigh);
  atLeast('fareLow', fareLow, 0);
  if (fareLow > fareHigh) reject('fareLow', `≤ fareHigh (${fareHigh})`, fareLow);
  return fareLow / fareHigh;
}

/** 价比为 ratio 时对正态需求的保护水平，不小于 0。 */
export function protectionAtRatio({
  ratio,
  mean,
  sd,
}: {
  ratio: number;
  mean: number;
  sd: number;
}): number {
  if (ratio >= 1) return 0;
  if (sd === 0) return mean;
  // 上尾概率恰是价比，取 −Φ⁻¹(ratio) 而不先算 1 − ratio，价比极小时不丢精度
  return Math.max(0, mean - sd * normalQuantile(ratio));
}
