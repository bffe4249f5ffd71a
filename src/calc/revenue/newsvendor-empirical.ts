import { atLeast, each } from '../core/checks.ts';
import { criticalRatio, newsvendorOutcome } from './newsvendor-normal.ts';
import type { NewsvendorPrices, NewsvendorResult } from './newsvendor-normal.ts';

/** 经验需求报童的输入。 */
export interface NewsvendorEmpiricalInput extends NewsvendorPrices {
  /** 历史需求，每次一个数，等权，≥ 0，件。 */
  demands: readonly number[];
  /** 进货量；缺省取最优。 */
  quantity?: number | undefined;
}

/**
 * 报童模型（经验分布）：直接拿历史需求定进货量，不假设分布。
 *
 * 目标：在历史需求上平均利润最大。
 * 约束：售卖季开始前一次进货。
 * 假设：历史各期同样可能重演；记录的是需求而不是受缺货限制的销量。
 * 符号与单位：同正态报童；q* 为样本中最小的 q 使 F̂(q) ≥ 临界比。
 * 出处：样本平均近似的报童解；Cachon & Terwiesch 的经验分布法。
 * 边界：售价不高于进价时 q* = 0；残值等于进价时 q* 取样本最大值；样本小时 q* 只能落在见过的值上。
 * 复杂度：O(n log n)。
 *
 * @example
 * newsvendorEmpirical({ price: 10, cost: 4, salvage: 1, demands: [20, 35, 50, 10] }).quantity // 35
 */
export function newsvendorEmpirical(input: NewsvendorEmpiricalInput): NewsvendorResult {
  const demands = each('demands', input.demands, (name, value) => atLeast(name, value, 0));
  const ratio = criticalRatio(input);
  let quantity = 0;
  if (input.quantity !== undefined) quantity = atLeast('quantity', input.quantity, 0);
  else if (ratio > 0) {
    const sorted = [...demands].sort((a, b) => a - b);
    // n·临界比 恰为整数时（如 10 × 0.3）不让末位误差多走一档
    const rank = Math.min(sorted.length, Math.max(1, Math.ceil(ratio * sorted.length - 1e-9)));
    quantity = sorted[rank - 1]!;
  }
  let sales = 0;
  let lost = 0;
  for (const demand of demands) {
    sales += Math.min(demand, quantity);
    lost += Math.max(0, demand - quantity);
  }
  return newsvendorOutcome(input, {
    quantity,
    sales: sales / demands.length,
    lost: lost / demands.length,
  });
}
