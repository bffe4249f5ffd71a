import { atLeast, finite, probability } from '../core/checks.ts';

/** 服务承诺的输入；一期（通常一年）。 */
export interface ServiceGuaranteeInput {
  /** 订单数。 */
  orders: number;
  /** 失误率。 */
  failureRate: number;
  /** 知晓率：遇到失误的顾客里知道有承诺的比例。 */
  awareness: number;
  /** 申领率：知道且遇到失误的顾客里来申领的比例。 */
  claimRate: number;
  /** 一次赔付额。 */
  payout: number;
  /** 滥用率：没有失误却来申领的订单比例，默认 0。 */
  abuseRate?: number | undefined;
  /** 每期固定的推行费用（宣传、培训），默认 0。 */
  fixedCost?: number | undefined;
  /** 一位顾客的终身价值，默认 0。 */
  lifetimeValue?: number | undefined;
  /** 遇到失误而没有获赔的顾客的留存率，默认 0。 */
  retentionUnpaid?: number | undefined;
  /** 遇到失误而获赔的顾客的留存率，默认 0。 */
  retentionPaid?: number | undefined;
  /** 承诺带来的新增订单，默认 0。 */
  newOrders?: number | undefined;
  /** 每个新增订单的毛利，默认 0。 */
  marginPerOrder?: number | undefined;
}

/** 服务承诺的结果。 */
export interface ServiceGuaranteeResult {
  /** 失误的订单数。 */
  failures: number;
  /** 获赔的订单数（真失误）。 */
  honestClaims: number;
  /** 滥用的订单数。 */
  falseClaims: number;
  /** 赔付成本 = 获赔 × 赔付额。 */
  payoutCost: number;
  /** 滥用成本。 */
  abuseCost: number;
  /** 总成本 = 赔付 + 滥用 + 固定。 */
  cost: number;
  /** 因获赔而多留下的顾客数。 */
  savedCustomers: number;
  /** 挽回价值 = 多留下的顾客 × 终身价值。 */
  savedValue: number;
  /** 新增订单毛利。 */
  newOrderValue: number;
  /** 总收益。 */
  benefit: number;
  /** 净收益。 */
  net: number;
  /** 沉默流失：失误而未申领的顾客流失掉的终身价值。 */
  silentLoss: number;
  /** 净收益为 0 的赔付额（其余不变）；没有人领则为 ±Infinity 或 NaN。 */
  breakEvenPayout: number;
}

/**
 * 服务承诺的经济账：赔付与滥用的成本，对照挽回的顾客与新增订单；申领少不等于省钱。
 *
 * 假设：各比例独立于赔付额；获赔与否只影响留存率；滥用按无失误订单的比例。
 * 符号与单位：金额同一货币；一期。成本 = 订单 × 失误率 × 知晓 × 申领 × 赔付 + 滥用 + 固定。
 * 出处：Hart (1988), The Power of Unconditional Service Guarantees；算式为教学设定。
 * 边界：获赔者留存低于未获赔者时“多留下的顾客”为负，照算；没有人领时盈亏平衡赔付额没有意义。
 * 复杂度：O(1)。
 *
 * @example
 * serviceGuarantee({ orders: 10000, failureRate: 0.02, awareness: 0.5, claimRate: 0.4, payout: 100, lifetimeValue: 800, retentionUnpaid: 0.4, retentionPaid: 0.9 }).net // 12000
 */
export function serviceGuarantee({
  orders,
  failureRate,
  awareness,
  claimRate,
  payout,
  abuseRate = 0,
  fixedCost = 0,
  lifetimeValue = 0,
  retentionUnpaid = 0,
  retentionPaid = 0,
  newOrders = 0,
  marginPerOrder = 0,
}: ServiceGuaranteeInput): ServiceGuaranteeResult {
  atLeast('orders', orders, 0);
  probability('failureRate', failureRate);
  probability('awareness', awareness);
  probability('claimRate', claimRate);
  atLeast('payout', payout, 0);
  probability('abuseRate', abuseRate);
  atLeast('fixedCost', fixedCost, 0);
  atLeast('lifetimeValue', lifetimeValue, 0);
  probability('retentionUnpaid', retentionUnpaid);
  probability('retentionPaid', retentionPaid);
  atLeast('newOrders', newOrders, 0);
  finite('marginPerOrder', marginPerOrder);
  const failures = orders * failureRate;
  const honestClaims = failures * awareness * claimRate;
  const falseClaims = orders * (1 - failureRate) * abuseRate;
  const payoutCost = honestClaims * payout;
  const abuseCost = falseClaims * payout;
  const cost = payoutCost + abuseCost + fixedCost;
  const savedCustomers = honestClaims * (retentionPaid - retentionUnpaid);
  const savedValue = savedCustomers * lifetimeValue;
  const newOrderValue = newOrders * marginPerOrder;
  const benefit = savedValue + newOrderValue;
  return {
    failures,
    honestClaims,
    falseClaims,
    payoutCost,
    abuseCost,
    cost,
    savedCustomers,
    savedValue,
    newOrderValue,
    benefit,
    net: benefit - cost,
    silentLoss: (failures - honestClaims) * (1 - retentionUnpaid) * lifetimeValue,
    breakEvenPayout: (benefit - fixedCost) / (honestClaims + falseClaims),
  };
}
