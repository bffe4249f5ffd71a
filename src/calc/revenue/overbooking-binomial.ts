import { integerAtLeast, probability } from '../core/checks.ts';
import { binomialCdf, binomialSurvival } from '../core/binomial.ts';
import { integerBisect } from '../core/integer-bisect.ts';
import { checkOverbookingCosts, showUpOutcome } from './show-ups.ts';

/** 二项到场的超售输入。 */
export interface OverbookingBinomialInput {
  /** 座位数 C，非负整数。 */
  capacity: number;
  /** 每位客人到场的概率 q。 */
  showProbability: number;
  /** 拒载一人的成本，≥ 0，元。 */
  deniedCost: number;
  /** 一个空座的损失，≥ 0，元；通常就是票价。 */
  spoilageCost: number;
}

/** 受理上限及其后果。 */
export interface OverbookingBinomialResult {
  /** 受理上限 n*：成本最小者中最小的一个，不小于 C。 */
  authorization: number;
  /** 最小期望成本，元。 */
  expectedCost: number;
  /** 期望被拒人数。 */
  expectedDenied: number;
  /** 期望空座。 */
  expectedEmpty: number;
  /** 有人被拒的概率。 */
  probabilityDenied: number;
}

/**
 * 超售的边际法（二项）：一张一张往上加，加到再多卖一张不合算为止。
 *
 * 目标：deniedCost·E[(S − C)⁺] + spoilageCost·E[(C − S)⁺] 最小，S ~ Bin(n, q)。
 * 约束：n 为不小于 C 的整数。
 * 假设：各人到场独立、概率相同；需求足以卖满 n 张；爽约者的票款处理已折进两种成本。
 * 符号与单位：C `capacity` 座；q `showProbability`；成本元。成本对 n 凸，再多卖一张不合算当且仅当 deniedCost·P(S ≥ C) ≥ spoilageCost·P(S < C)。
 * 出处：边际分析的超售模型，Talluri & van Ryzin 2004 第 4 章。
 * 边界：q = 1 时恰卖 C 张；q = 0 或空座不要钱时也取 C；拒载不要钱而 0 < q < 1 时为 Infinity，成本 0，被拒 Infinity。
 * 复杂度：O(√n·log n)。
 *
 * @example
 * overbookingBinomial({ capacity: 100, showProbability: 0.88, deniedCost: 400, spoilageCost: 180 }).authorization // 112
 */
export function overbookingBinomial(input: OverbookingBinomialInput): OverbookingBinomialResult {
  const capacity = integerAtLeast('capacity', input.capacity, 0);
  const showProbability = probability('showProbability', input.showProbability);
  const { deniedCost, spoilageCost } = input;
  checkOverbookingCosts(deniedCost, spoilageCost);
  let authorization = capacity;
  if (capacity > 0 && showProbability > 0 && showProbability < 1 && spoilageCost > 0) {
    if (deniedCost === 0) {
      return {
        authorization: Infinity,
        expectedCost: 0,
        expectedDenied: Infinity,
        expectedEmpty: 0,
        probabilityDenied: 1,
      };
    }
    const enough = (reservations: number): boolean => {
      const trials = { trials: reservations, chance: showProbability };
      const full = deniedCost * binomialSurvival(capacity - 1, trials);
      return full >= spoilageCost * binomialCdf(capacity - 1, trials);
    };
    authorization =
      integerBisect({ predicate: enough, low: capacity, high: Number.MAX_SAFE_INTEGER }) ??
      Infinity;
  }
  const outcome = showUpOutcome({ reservations: authorization, capacity, showProbability });
  return {
    authorization,
    expectedCost: deniedCost * outcome.expectedDenied + spoilageCost * outcome.expectedEmpty,
    expectedDenied: outcome.expectedDenied,
    expectedEmpty: outcome.expectedEmpty,
    probabilityDenied: outcome.probabilityDenied,
  };
}
