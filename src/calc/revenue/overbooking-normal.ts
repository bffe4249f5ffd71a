import { atLeast } from '../core/checks.ts';
import { normalQuantile } from '../core/normal.ts';

/** 正态爽约数的超售输入。 */
export interface OverbookingNormalInput {
  /** 一个空座损失的收入，≥ 0，元。 */
  lostRevenue: number;
  /** 拒载一人的成本，≥ 0，元。 */
  bumpCost: number;
  /** 爽约人数的均值，≥ 0，人。 */
  noShowMean: number;
  /** 爽约人数的标准差，≥ 0，人。 */
  noShowSd: number;
  /** 座位（房间）数，≥ 0。 */
  capacity: number;
}

/** 正态爽约数的超售结果。 */
export interface OverbookingNormalResult {
  /** 临界比 空座损失/(空座损失 + 拒载成本)；两者都为 0 时为 NaN。 */
  criticalRatio: number;
  /** 临界比的标准正态分位数。 */
  z: number;
  /** 超售张数，不取整，不小于 0。 */
  overbook: number;
  /** 向上取整的超售张数。 */
  overbookRoundedUp: number;
  /** 总受理数 = 能力 + 向上取整的超售张数。 */
  totalReservations: number;
}

/**
 * 超售的临界比法（正态）：把超售看作对“爽约人数”的报童问题。
 *
 * 目标：空座损失与拒载成本的期望和最小。
 * 约束：一次定下受理上限。
 * 假设：爽约人数正态，且不随受理数变化；需求足以卖满受理上限。
 * 符号与单位：B `lostRevenue`、P `bumpCost` 元；超售 Y = μ + σ·Φ⁻¹(B/(B + P)) 张。
 * 出处：Netessine & Shumsky 2002，INFORMS Transactions on Education 3(1)。
 * 边界：拒载不花钱时 Infinity；空座不损失时为 0；分位数为负时不超售；σ = 0 时恰为均值；两种成本都为 0 时任何数都一样，取 0。
 * 复杂度：O(1)。
 *
 * @example
 * overbookingNormal({ lostRevenue: 105, bumpCost: 300, noShowMean: 20, noShowSd: 10, capacity: 210 }).totalReservations // 224
 */
export function overbookingNormal(input: OverbookingNormalInput): OverbookingNormalResult {
  const lostRevenue = atLeast('lostRevenue', input.lostRevenue, 0);
  const bumpCost = atLeast('bumpCost', input.bumpCost, 0);
  const mean = atLeast('noShowMean', input.noShowMean, 0);
  const sd = atLeast('noShowSd', input.noShowSd, 0);
  const capacity = atLeast('capacity', input.capacity, 0);
  const criticalRatio = lostRevenue / (lostRevenue + bumpCost);
  if (Number.isNaN(criticalRatio)) {
    return {
      criticalRatio,
      z: NaN,
      overbook: 0,
      overbookRoundedUp: 0,
      totalReservations: capacity,
    };
  }
  const z = normalQuantile(criticalRatio);
  let overbook: number;
  if (criticalRatio === 0) overbook = 0;
  else if (criticalRatio === 1) overbook = Infinity;
  else overbook = sd === 0 ? mean : Math.max(0, mean + sd * z);
  // 恰为整数的结果不因末位舍入多进一张
  const overbookRoundedUp = Math.max(0, Math.ceil(overbook - 1e-9));
  return {
    criticalRatio,
    z,
    overbook,
    overbookRoundedUp,
    totalReservations: capacity + overbookRoundedUp,
  };
}
