import { atLeast, positive, probability, reject } from '../core/checks.ts';

/** 两个价位、一道围栏。 */
export interface PriceFenceInput {
  /** 高价，> 0，元。 */
  highPrice: number;
  /** 低价，(0, 高价]，元。 */
  lowPrice: number;
  /** 付得起高价的人数，≥ 0。 */
  highDemand: number;
  /** 只付得起低价的人数，≥ 0。 */
  lowDemand: number;
  /** 能力，≥ 0，件。 */
  capacity: number;
  /** 漏过围栏的比例：付得起高价却买到低价的人占比。 */
  leakage: number;
}

/** 围栏的收入账与两种说法下的幅度。 */
export interface PriceFenceResult {
  /** 只卖高价的收入，元。 */
  uniformHighRevenue: number;
  /** 只卖低价的收入，元。 */
  uniformLowRevenue: number;
  /** 有围栏、给定漏出率时的收入，元。 */
  fencedRevenue: number;
  /** 相对较好的单一价的增益，元；围栏漏得多时为负。 */
  gain: number;
  /** 漏出造成的损失，元。 */
  dilution: number;
  /** 盈亏平衡的漏出率；两价相同或无人付得起高价时没有意义，为 null。 */
  breakEvenLeakage: number | null;
  /** 说成“打折”时的幅度：(高 − 低)/高。 */
  discountShare: number;
  /** 说成“加价”时的幅度：(高 − 低)/低。 */
  surchargeShare: number;
}

/**
 * 价格围栏：同一个差价，用条件（提前购、不可退、会员）把两类客人分开，值多少钱，漏到什么程度就不值了。
 *
 * 假设：两类客人人数确定；有围栏时先保证高价客人；漏出者占用低价名额；差价说成折扣或加价不改变金额，只改变幅度的读法。
 * 符号与单位：价格元；人数、能力件；漏出率与幅度为比例。
 * 出处：价格围栏与稀释（dilution）的标准算法，见 Phillips 2005；说法影响公平感见 Kahneman, Knetsch & Thaler 1986。
 * 边界：两价相等时增益为 0；能力不足以接待高价客人时漏出一部分并不减收，故平衡漏出率会更高。
 * 复杂度：O(1)。
 *
 * @example
 * priceFence({ highPrice: 600, lowPrice: 400, highDemand: 50, lowDemand: 80, capacity: 120, leakage: 0.2 }).fencedRevenue // 56000
 */
export function priceFence(input: PriceFenceInput): PriceFenceResult {
  const highPrice = positive('highPrice', input.highPrice);
  const lowPrice = positive('lowPrice', input.lowPrice);
  if (lowPrice > highPrice) reject('lowPrice', `≤ highPrice (${highPrice})`, lowPrice);
  const highDemand = atLeast('highDemand', input.highDemand, 0);
  const lowDemand = atLeast('lowDemand', input.lowDemand, 0);
  const capacity = atLeast('capacity', input.capacity, 0);
  const leakage = probability('leakage', input.leakage);
  const spread = highPrice - lowPrice;
  // 卖出总数与漏出无关，漏出只把一部分人从高价挪到低价
  const sold = Math.min(capacity, highDemand + lowDemand);
  const fencedAt = (share: number): number =>
    lowPrice * sold + spread * Math.min(capacity, highDemand * (1 - share));
  const uniformHighRevenue = highPrice * Math.min(capacity, highDemand);
  const uniformLowRevenue = lowPrice * sold;
  const best = Math.max(uniformHighRevenue, uniformLowRevenue);
  const fencedRevenue = fencedAt(leakage);
  let breakEvenLeakage: number | null = null;
  if (spread > 0 && highDemand > 0 && capacity > 0)
    breakEvenLeakage = 1 - (best - uniformLowRevenue) / spread / highDemand;
  return {
    uniformHighRevenue,
    uniformLowRevenue,
    fencedRevenue,
    gain: fencedRevenue - best,
    dilution: fencedAt(0) - fencedRevenue,
    breakEvenLeakage,
    discountShare: spread / highPrice,
    surchargeShare: spread / lowPrice,
  };
}
