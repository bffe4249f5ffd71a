import { integerAtLeast, within } from '../core/checks.ts';
import { poissonCdf, poissonPmf, poissonSurvival } from '../core/poisson.ts';
import { integerBisect } from '../core/integer-bisect.ts';
import { criticalRatio, newsvendorOutcome } from './newsvendor-normal.ts';
import type { NewsvendorPrices, NewsvendorResult } from './newsvendor-normal.ts';

/** 泊松需求报童的输入。 */
export interface NewsvendorPoissonInput extends NewsvendorPrices {
  /** 需求均值，≥ 0，件。 */
  mean: number;
  /** 进货量，非负整数；缺省取最优。 */
  quantity?: number | undefined;
}

/**
 * 报童模型（泊松）：需求是零星个位数到几百件时的整数进货量。
 *
 * 目标：期望利润最大。
 * 约束：售卖季开始前一次进货，整数件。
 * 假设：需求服从泊松分布；缺货即失去；剩货全按残值处理。
 * 符号与单位：同正态报童；q* 为最小的 q 使 P(D ≤ q) ≥ (p − c)/(p − s)。
 * 出处：同正态报童；E[min(D, q)] = μ·P(D ≤ q − 1) + q·P(D > q) 由泊松恒等式 k·P(k) = μ·P(k − 1) 得出。
 * 边界：均值至多 10¹²；售价不高于进价时 q* = 0；残值等于进价时 q* = Infinity；均值为 0 时 q* = 0。
 * 复杂度：O(√mean · log mean)。
 *
 * @example
 * newsvendorPoisson({ price: 50, cost: 30, salvage: 10, mean: 30 }).expectedProfit // 512.8385682340972
 */
export function newsvendorPoisson(input: NewsvendorPoissonInput): NewsvendorResult {
  const mean = within('mean', input.mean, 0, 1e12);
  const ratio = criticalRatio(input);
  let quantity: number;
  if (input.quantity !== undefined) quantity = integerAtLeast('quantity', input.quantity, 0);
  else if (ratio <= 0 || mean === 0) quantity = 0;
  else if (ratio >= 1) quantity = Infinity;
  else {
    // 用上尾与 1 − 临界比 = (c − s)/(p − s) 比较，临界比接近 1 时仍分得清
    const overage = (input.cost - input.salvage) / (input.price - input.salvage);
    const enough = (q: number) => poissonSurvival(q, mean) <= overage * (1 + 1e-13);
    quantity =
      integerBisect({ predicate: enough, low: 0, high: Number.MAX_SAFE_INTEGER }) ?? Infinity;
  }
  if (quantity === Infinity) return newsvendorOutcome(input, { quantity, sales: mean, lost: 0 });
  const sales = mean * poissonCdf(quantity - 1, mean) + quantity * poissonSurvival(quantity, mean);
  return newsvendorOutcome(input, { quantity, sales, lost: expectedExcess(quantity, mean) });
}

/** E[(D − q)⁺]。q 在均值以上时逐项相加，不做 μ − 销量 的相减，极小的缺货量也保住有效位。 */
function expectedExcess(quantity: number, mean: number): number {
  if (quantity < mean)
    return (
      mean - mean * poissonCdf(quantity - 1, mean) - quantity * poissonSurvival(quantity, mean)
    );
  let term = poissonPmf(quantity + 1, mean);
  let sum = 0;
  for (let k = quantity + 1; k < quantity + 10_000_000; k++) {
    const part = (k - quantity) * term;
    sum += part;
    // 比值 mean/(k+1) 降到 1 以下之后各项几何衰减
    if (part <= sum * 1e-17 * (1 - mean / (k + 1))) break;
    term *= mean / (k + 1);
  }
  return sum;
}
