import { atLeast, positive } from '../core/checks.ts';
import { normalLoss } from '../core/normal.ts';

/** 给定保护水平时两舱收入的输入。 */
export interface TwoClassRevenueInput {
  /** 高价，> 0，元。 */
  fareHigh: number;
  /** 低价，≥ 0，元。 */
  fareLow: number;
  /** 高价需求均值，≥ 0，件。 */
  meanHigh: number;
  /** 高价需求标准差，≥ 0，件。 */
  sdHigh: number;
  /** 总能力，≥ 0，件。 */
  capacity: number;
  /** 留给高价的座数，≥ 0；超过能力按能力算。 */
  protection: number;
}

/** 期望收入及其构成。 */
export interface TwoClassRevenueResult {
  /** 期望总收入，元。 */
  expectedRevenue: number;
  /** 低价卖出数（低价卖得完，故为 C − y）。 */
  lowSales: number;
  /** 高价期望卖出数 E[min(D₁, y)]。 */
  expectedHighSales: number;
  /** 期望空座 E[(y − D₁)⁺]。 */
  expectedEmpty: number;
}

/**
 * 两舱期望收入：留 y 个给高价、其余先按低价卖完时，能收多少钱。
 *
 * 假设：低价需求充足且先到；高价需求正态；留出的座位高价卖不掉就空着。
 * 符号与单位：R(y) = p₂(C − y) + p₁·E[min(D₁, y)]；y `protection`、C `capacity` 件；收入元。
 * 出处：Littlewood 1972 的边际分析所对应的目标函数；在 y* = F₁⁻¹(1 − p₂/p₁) 处最大。
 * 边界：正态左尾的负需求照公式计入，均值比标准差大三倍以上时影响可忽略；标准差为 0 时按确定需求算。
 * 复杂度：O(1)。
 *
 * @example
 * twoClassRevenue({ fareHigh: 900, fareLow: 360, meanHigh: 40, sdHigh: 12, capacity: 120, protection: 0 }).lowSales // 120
 */
export function twoClassRevenue(input: TwoClassRevenueInput): TwoClassRevenueResult {
  const fareHigh = positive('fareHigh', input.fareHigh);
  const fareLow = atLeast('fareLow', input.fareLow, 0);
  const mean = atLeast('meanHigh', input.meanHigh, 0);
  const sd = atLeast('sdHigh', input.sdHigh, 0);
  const capacity = atLeast('capacity', input.capacity, 0);
  const held = Math.min(capacity, atLeast('protection', input.protection, 0));
  const lost = sd === 0 ? Math.max(0, mean - held) : sd * normalLoss((held - mean) / sd);
  // 一个不留时高价一件也卖不出；公式在 y = 0 处的微小负值来自正态的负需求
  const expectedHighSales = Math.max(0, mean - lost);
  const lowSales = capacity - held;
  return {
    expectedRevenue: fareLow * lowSales + fareHigh * expectedHighSales,
    lowSales,
    expectedHighSales,
    expectedEmpty: held - expectedHighSales,
  };
}
