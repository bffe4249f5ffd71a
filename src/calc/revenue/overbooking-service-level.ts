import { integerAtLeast, probability } from '../core/checks.ts';
import { binomialSurvival } from '../core/binomial.ts';
import { integerBisect } from '../core/integer-bisect.ts';

/**
 * 超售的服务水平法：在“有人被拒的概率不超过 α”的承诺下最多卖多少张。
 *
 * 目标：受理张数最多。
 * 约束：P(S > C) ≤ α，S ~ Bin(n, q)。
 * 假设：各人到场独立、概率相同。
 * 符号与单位：C `capacity` 座；q `showProbability`；α `maxProbabilityDenied`；返回张数与实际概率。
 * 出处：服务水平约束下的超售，Talluri & van Ryzin 2004 第 4 章。
 * 边界：q = 1 且 α < 1 时恰为 C；q = 0 或 α = 1 时为 Infinity；α = 0 且 q > 0 时为 C。
 * 复杂度：O(√n·log n)。
 *
 * @example
 * overbookingServiceLevel({ capacity: 100, showProbability: 0.92, maxProbabilityDenied: 0.01 }).authorization // 103
 */
export function overbookingServiceLevel({
  capacity,
  showProbability,
  maxProbabilityDenied,
}: {
  /** 座位数，非负整数。 */
  capacity: number;
  /** 到场率。 */
  showProbability: number;
  /** 允许的“有人被拒”概率。 */
  maxProbabilityDenied: number;
}): {
  /** 满足承诺的最大受理数。 */
  authorization: number;
  /** 该受理数下有人被拒的概率。 */
  probabilityDenied: number;
} {
  integerAtLeast('capacity', capacity, 0);
  probability('showProbability', showProbability);
  probability('maxProbabilityDenied', maxProbabilityDenied);
  if (showProbability === 0) return { authorization: Infinity, probabilityDenied: 0 };
  if (maxProbabilityDenied === 1) return { authorization: Infinity, probabilityDenied: 1 };
  // 多卖一张就有可能坐不下；概率小到下溢也不是 0
  if (maxProbabilityDenied === 0) return { authorization: capacity, probabilityDenied: 0 };
  const denied = (reservations: number): number =>
    binomialSurvival(capacity, { trials: reservations, chance: showProbability });
  // 尾概率随张数递增；找第一个超标的张数，再退一张
  const tooMany = integerBisect({
    predicate: (reservations) => denied(reservations) > maxProbabilityDenied,
    low: capacity + 1,
    high: Number.MAX_SAFE_INTEGER,
  });
  if (tooMany === null) return { authorization: Infinity, probabilityDenied: 0 };
  return { authorization: tooMany - 1, probabilityDenied: denied(tooMany - 1) };
}
