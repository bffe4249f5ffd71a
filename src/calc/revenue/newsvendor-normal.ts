import { atLeast, finite, reject } from '../core/checks.ts';
import { normalLoss, normalQuantile } from '../core/normal.ts';

/** 报童问题的价格：一次进货、一个售卖季。 */
export interface NewsvendorPrices {
  /** 售价，> salvage，元/件。 */
  price: number;
  /** 进价，≥ salvage，元/件。 */
  cost: number;
  /** 残值，元/件；要付处理费时为负。 */
  salvage: number;
}

/** 正态需求报童的输入。 */
export interface NewsvendorNormalInput extends NewsvendorPrices {
  /** 需求均值，≥ 0，件。 */
  mean: number;
  /** 需求标准差，≥ 0，件。 */
  sd: number;
  /** 进货量；缺省取最优。 */
  quantity?: number | undefined;
}

/** 报童问题的期望结果。 */
export interface NewsvendorResult {
  /** 临界比 (售价 − 进价)/(售价 − 残值)。 */
  criticalRatio: number;
  /** 进货量（给定的或最优的），件。 */
  quantity: number;
  /** 期望缺货 E[(D − q)⁺]，件。 */
  expectedLostSales: number;
  /** 期望销量 E[min(D, q)]，件。 */
  expectedSales: number;
  /** 期望剩余 q − 期望销量，件。 */
  expectedLeftover: number;
  /** 期望利润，元。 */
  expectedProfit: number;
}

/** 临界比；残值高于进价时多进无限多也不亏，模型没有意义，拒绝。 */
export function criticalRatio({ price, cost, salvage }: NewsvendorPrices): number {
  finite('price', price);
  finite('cost', cost);
  finite('salvage', salvage);
  if (salvage > cost) reject('salvage', `≤ cost (${cost})`, salvage);
  if (price <= salvage) reject('price', `> salvage (${salvage})`, price);
  return (price - cost) / (price - salvage);
}

/** 由期望销量与缺货拼出结果；进货无限多时只在残值等于进价时出现，剩货不亏。 */
export function newsvendorOutcome(
  prices: NewsvendorPrices,
  { quantity, sales, lost }: { quantity: number; sales: number; lost: number },
): NewsvendorResult {
  const { price, cost, salvage } = prices;
  const leftover = quantity - sales;
  const holding = cost === salvage ? 0 : (cost - salvage) * leftover;
  return {
    criticalRatio: criticalRatio(prices),
    quantity,
    expectedLostSales: lost,
    expectedSales: sales,
    expectedLeftover: leftover,
    // 加 0 使 −0 归为 0
    expectedProfit: (price - cost) * sales - holding + 0,
  };
}

/**
 * 报童模型（正态）：只能备一次货，备多了折价、备少了丢单，备多少。
 *
 * 目标：期望利润 (p − c)·E[销量] − (c − s)·E[剩余] 最大。
 * 约束：售卖季开始前一次进货。
 * 假设：需求正态；缺货即失去、无额外罚金；剩货全按残值处理。
 * 符号与单位：p `price`、c `cost`、s `salvage` 元/件；μ `mean`、σ `sd` 件；q* = μ + σ·Φ⁻¹((p − c)/(p − s))。
 * 出处：Arrow, Harris & Marschak 1951；教科书用法见 Cachon & Terwiesch。
 * 边界：售价不高于进价时 q* = 0；残值等于进价时 q* = Infinity；分位数为负时取 0，销量与利润也取 0；给定进货量时负需求照公式计入；σ = 0 时 q* = μ。
 * 复杂度：O(1)。
 *
 * @example
 * newsvendorNormal({ price: 190, cost: 110, salvage: 90, mean: 3192, sd: 1181 }).quantity // 4185.954676849612
 */
export function newsvendorNormal(input: NewsvendorNormalInput): NewsvendorResult {
  const mean = atLeast('mean', input.mean, 0);
  const sd = atLeast('sd', input.sd, 0);
  const ratio = criticalRatio(input);
  let quantity: number;
  if (input.quantity !== undefined) quantity = atLeast('quantity', input.quantity, 0);
  else {
    const best = sd === 0 ? mean : ratio > 0 ? mean + sd * normalQuantile(ratio) : 0;
    // 一件不备就没有销量；公式在 q = 0 处的负销量来自正态的负需求
    if (ratio <= 0 || best <= 0)
      return newsvendorOutcome(input, { quantity: 0, sales: 0, lost: mean });
    quantity = best;
  }
  let lost: number;
  if (quantity === Infinity) lost = 0;
  else lost = sd === 0 ? Math.max(0, mean - quantity) : sd * normalLoss((quantity - mean) / sd);
  return newsvendorOutcome(input, { quantity, sales: mean - lost, lost });
}
