import { atLeast, integerAtLeast, positive } from '../core/checks.ts';

/** 指数需求下动态定价的输入。 */
export interface DynamicPricingInput {
  /** 价格为 0 时的到达率 a，> 0，人/单位时间。 */
  baseRate: number;
  /** 价格敏感度 α，> 0，1/元：价格每升 1/α 元，需求降到 1/e。 */
  priceSensitivity: number;
  /** 剩余库存，非负整数，件。 */
  inventory: number;
  /** 剩余销售时间，≥ 0，与到达率同一时间单位。 */
  timeLeft: number;
}

/** 最优价格、期望收入与流体上界。 */
export interface DynamicPricingResult {
  /** 最优期望收入 J(n, t)，元。 */
  expectedRevenue: number;
  /** 此刻的最优价格，元；库存为 0 时为 Infinity（不卖）。 */
  price: number;
  /** 流体（确定性）模型的固定价格，元；库存为 0 时为 Infinity。 */
  fluidPrice: number;
  /** 流体模型收入，元；它是 J 的上界。 */
  fluidRevenue: number;
  /** 剩 1、2、…、n 件时各自的最优价格，元。 */
  priceByInventory: number[];
}

/**
 * Gallego–van Ryzin 动态定价：库存有限、到期作废时，此刻该卖多少钱。
 *
 * 目标：剩余时间内的期望收入最大。
 * 约束：卖出总数不超过库存；价格随时可调。
 * 假设：需求为泊松流，到达率 λ(p) = a·e^(−αp)；顾客不等降价；剩货无残值。
 * 符号与单位：a `baseRate`、α `priceSensitivity`、n `inventory`、t `timeLeft`；J = (1/α)·ln Σ_{i≤n} (λ*t)^i / i!，λ* = a/e；p* = 1/α + J(n) − J(n − 1)。
 * 出处：Gallego & van Ryzin 1994，Management Science 40(8)。
 * 边界：n = 0 时收入 0、价格 Infinity；t = 0 时收入 0、价格 1/α；库存充足时价格趋于 1/α。
 * 复杂度：O(n)。
 *
 * @example
 * dynamicPricing({ baseRate: 30, priceSensitivity: 0.02, inventory: 8, timeLeft: 1 }).price // 74.24853685837753
 */
export function dynamicPricing(input: DynamicPricingInput): DynamicPricingResult {
  const baseRate = positive('baseRate', input.baseRate);
  const sensitivity = positive('priceSensitivity', input.priceSensitivity);
  const inventory = integerAtLeast('inventory', input.inventory, 0);
  const timeLeft = atLeast('timeLeft', input.timeLeft, 0);
  const load = (baseRate / Math.E) * timeLeft;
  // 级数的相邻比值满足 Erlang B 递推：S_i/S_{i−1} = 1 + load·B_{i−1}/i。
  // 累加对数增量，既不溢出，价格也不靠两个大数相减。
  let blocking = 1;
  let logSum = 0;
  const priceByInventory: number[] = [];
  for (let i = 1; i <= inventory; i++) {
    const ratio = (load * blocking) / i;
    const increment = Math.log1p(ratio);
    blocking = ratio / (1 + ratio);
    logSum += increment;
    priceByInventory.push((1 + increment) / sensitivity);
  }
  const abundant = inventory >= load;
  let fluidPrice = 1 / sensitivity;
  let fluidRevenue = load / sensitivity;
  if (!abundant) {
    fluidPrice =
      inventory === 0 ? Infinity : Math.log((baseRate * timeLeft) / inventory) / sensitivity;
    fluidRevenue = inventory === 0 ? 0 : fluidPrice * inventory;
  } else if (inventory === 0) {
    fluidPrice = Infinity;
  }
  return {
    expectedRevenue: logSum / sensitivity,
    price: priceByInventory.at(-1) ?? Infinity,
    fluidPrice,
    fluidRevenue,
    priceByInventory,
  };
}
