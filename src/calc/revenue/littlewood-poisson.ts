import { integerAtLeast, within } from '../core/checks.ts';
import { poissonSurvival } from '../core/poisson.ts';
import { integerBisect } from '../core/integer-bisect.ts';
import { fareRatio } from './littlewood.ts';

/** 两舱问题（泊松高价需求）的输入。 */
export interface LittlewoodPoissonInput {
  /** 高价 p₁，> 0，元。 */
  fareHigh: number;
  /** 低价 p₂，[0, p₁]，元。 */
  fareLow: number;
  /** 高价需求均值，≥ 0，件。 */
  meanHigh: number;
  /** 总能力，非负整数，件。 */
  capacity: number;
}

/** 整数保护水平与订座上限。 */
export interface LittlewoodPoissonResult {
  /** 临界比 1 − p₂/p₁。 */
  criticalRatio: number;
  /** 保护水平：最小的 y 使 P(D₁ ≤ y) ≥ 1 − p₂/p₁。 */
  protection: number;
  /** 低价舱订座上限 max(0, C − y)。 */
  bookingLimitLow: number;
}

/**
 * Littlewood 规则（泊松）：高价需求是少量、离散的个人订票时的保护水平。
 *
 * 目标：期望收入最大。
 * 约束：低价先到；卖出的总数不超过能力。
 * 假设：高价需求服从泊松分布；低价需求先到且卖得完；两者独立。
 * 符号与单位：p₁ `fareHigh`、p₂ `fareLow` 元；`meanHigh`、`capacity` 件。第 y 个座位留给高价，当且仅当 p₁·P(D₁ ≥ y) > p₂。
 * 出处：Littlewood 1972；离散形式见 Talluri & van Ryzin 2004。
 * 边界：均值至多 2⁵²；p₂ = p₁ 时为 0；均值为 0 时为 0；p₂ = 0 时为 Infinity（白送的低价永远不该挤掉高价）。
 * 复杂度：O(√mean · log mean)。
 *
 * @example
 * littlewoodPoisson({ fareHigh: 900, fareLow: 360, meanHigh: 40, capacity: 120 }).protection // 41
 */
export function littlewoodPoisson(input: LittlewoodPoissonInput): LittlewoodPoissonResult {
  const mean = within('meanHigh', input.meanHigh, 0, 2 ** 52);
  const capacity = integerAtLeast('capacity', input.capacity, 0);
  const ratio = fareRatio(input.fareHigh, input.fareLow);
  let protection = 0;
  if (ratio === 0) protection = mean > 0 ? Infinity : 0;
  else if (ratio < 1 && mean > 0) {
    // 用上尾比较：价比极小时下侧概率全是 1
    const tail = (seats: number) => poissonSurvival(seats, mean) <= ratio * (1 + 1e-12);
    protection =
      integerBisect({ predicate: tail, low: 0, high: Number.MAX_SAFE_INTEGER }) ?? Infinity;
  }
  return {
    criticalRatio: 1 - ratio,
    protection,
    bookingLimitLow: Math.max(0, capacity - protection),
  };
}
