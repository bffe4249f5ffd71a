import { atLeast, integerAtLeast, probability } from '../core/checks.ts';
import { binomialPmf, binomialSurvival } from '../core/binomial.ts';

/** 卖出若干张、各自独立到场时的后果。 */
export interface ShowUpOutcome {
  /** 期望到场人数 nq。 */
  expectedShowUps: number;
  /** 期望被拒人数 E[(S − C)⁺]。 */
  expectedDenied: number;
  /** 期望空座 E[(C − S)⁺]。 */
  expectedEmpty: number;
  /** 有人被拒的概率 P(S > C)。 */
  probabilityDenied: number;
}

// 项数上限只为防失控：所需项数约十个标准差
const MAX_TERMS = 10_000_000;

/**
 * 到场模型：卖出 n 张、每人以概率 q 到场，会有多少人被拒、多少座位空着。
 *
 * 假设：各人到场与否相互独立、概率相同，即到场数 S 服从二项分布 Bin(n, q)。
 * 符号与单位：n `reservations`、C `capacity` 为整数；q `showProbability`；结果以人、座计。
 * 出处：二项分布；超售的标准设定，Talluri & van Ryzin 2004。
 * 边界：q 为 0 或 1、n ≤ C、C = 0 均有值；被拒与空座取较小的一侧逐项相加，极小时仍保有相对精度。
 * 复杂度：O(√n)。
 *
 * @example
 * showUpOutcome({ reservations: 2, capacity: 1, showProbability: 0.5 }) // { expectedShowUps: 1, expectedDenied: 0.25, expectedEmpty: 0.25, probabilityDenied: 0.25 }
 */
export function showUpOutcome({
  reservations,
  capacity,
  showProbability,
}: {
  /** 卖出张数，非负整数。 */
  reservations: number;
  /** 座位数，非负整数。 */
  capacity: number;
  /** 到场率。 */
  showProbability: number;
}): ShowUpOutcome {
  integerAtLeast('reservations', reservations, 0);
  integerAtLeast('capacity', capacity, 0);
  probability('showProbability', showProbability);
  const trials = { trials: reservations, chance: showProbability };
  const expectedShowUps = reservations * showProbability;
  const probabilityDenied = binomialSurvival(capacity, trials);
  let expectedDenied = 0;
  let expectedEmpty = 0;
  if (showProbability === 0 || showProbability === 1) {
    expectedDenied = Math.max(0, expectedShowUps - capacity);
    expectedEmpty = Math.max(0, capacity - expectedShowUps);
  } else if (capacity >= expectedShowUps) {
    // 只加较小的一侧；另一侧由 空座 − 被拒 = C − nq 得出，两数相加不会抵消
    const odds = showProbability / (1 - showProbability);
    let term = binomialPmf(capacity + 1, trials);
    for (let k = capacity + 1; k <= reservations && k - capacity < MAX_TERMS; k++) {
      const part = (k - capacity) * term;
      expectedDenied += part;
      if (part < expectedDenied * 1e-18) break;
      term *= ((reservations - k) / (k + 1)) * odds;
    }
    expectedEmpty = expectedDenied + (capacity - expectedShowUps);
  } else {
    const odds = (1 - showProbability) / showProbability;
    let term = capacity > 0 ? binomialPmf(capacity - 1, trials) : 0;
    for (let k = capacity - 1; k >= 0 && capacity - k < MAX_TERMS; k--) {
      const part = (capacity - k) * term;
      expectedEmpty += part;
      if (part < expectedEmpty * 1e-18) break;
      term *= (k / (reservations - k + 1)) * odds;
    }
    expectedDenied = expectedEmpty + (expectedShowUps - capacity);
  }
  return { expectedShowUps, expectedDenied, expectedEmpty, probabilityDenied };
}

/** 超售一张多花的与少花的：拒载成本与空座成本，均 ≥ 0，元/人、元/座。 */
export function checkOverbookingCosts(deniedCost: number, spoilageCost: number): void {
  atLeast('deniedCost', deniedCost, 0);
  atLeast('spoilageCost', spoilageCost, 0);
}
