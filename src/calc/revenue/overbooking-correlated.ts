import { integerAtLeast, openUnit } from '../core/checks.ts';
import { integerBisect } from '../core/integer-bisect.ts';
import { showUpDistribution } from './show-up-distribution.ts';
import { checkOverbookingCosts } from './show-ups.ts';

/** 到场率本身会波动时的超售输入。 */
export interface OverbookingCorrelatedInput {
  /** 座位数 C，正整数。 */
  capacity: number;
  /** 平均到场率 q，(0, 1)。 */
  showProbability: number;
  /** 两位客人到场与否的相关系数 ρ，(0, 1)；旅行团、天气使大家一起来或一起不来。 */
  correlation: number;
  /** 拒载一人的成本，≥ 0，元。 */
  deniedCost: number;
  /** 一个空座的损失，≥ 0，元。 */
  spoilageCost: number;
}

/** 受理上限及其后果。 */
export interface OverbookingCorrelatedResult {
  /** 受理上限：成本最小者中最小的一个；找遍千万张仍合算时为 Infinity。 */
  authorization: number;
  /** 期望成本，元；受理上限为 Infinity 时为 NaN。 */
  expectedCost: number;
  /** 期望被拒人数。 */
  expectedDenied: number;
  /** 期望空座。 */
  expectedEmpty: number;
  /** 有人被拒的概率。 */
  probabilityDenied: number;
  /** 到场人数的标准差；ρ = 0 时本该是 √(nq(1 − q))。 */
  showUpSd: number;
}

/**
 * 到场率波动时的超售：客人成团来、成团不来，到场人数的方差比二项大得多。
 *
 * 目标：deniedCost·E[(S − C)⁺] + spoilageCost·E[(C − S)⁺] 最小。
 * 约束：n 为不小于 C 的整数。
 * 假设：到场率服从均值 q 的 Beta 分布，给定到场率时各人独立；即 S 服从 Beta–二项分布，方差 nq(1 − q)[1 + (n − 1)ρ]。
 * 符号与单位：C `capacity` 座；q `showProbability`；ρ `correlation`；成本元。
 * 出处：Beta–二项到场模型；方差膨胀的思路见 Talluri & van Ryzin 2004 第 4 章。
 * 边界：ρ → 0 时趋于二项模型（ρ = 0 请用二项版本）；成本对 n 仍为凸，故只比较边际；拒载不要钱时为 Infinity。
 * 复杂度：O(n log n)。
 *
 * @example
 * overbookingCorrelated({ capacity: 100, showProbability: 0.88, correlation: 0.02, deniedCost: 400, spoilageCost: 180 }).authorization // 109
 */
export function overbookingCorrelated(
  input: OverbookingCorrelatedInput,
): OverbookingCorrelatedResult {
  const capacity = integerAtLeast('capacity', input.capacity, 1);
  const q = openUnit('showProbability', input.showProbability);
  const correlation = openUnit('correlation', input.correlation);
  const { deniedCost, spoilageCost } = input;
  checkOverbookingCosts(deniedCost, spoilageCost);
  const cost = (n: number): number => {
    const probability = showUpDistribution({ reservations: n, showProbability: q, correlation });
    let total = 0;
    for (let k = 0; k <= n; k++)
      total +=
        probability[k]! *
        (k > capacity ? deniedCost * (k - capacity) : spoilageCost * (capacity - k));
    return total;
  };
  let authorization = capacity;
  if (spoilageCost > 0 && deniedCost === 0) authorization = Infinity;
  else if (spoilageCost > 0) {
    authorization =
      integerBisect({
        predicate: (n) => cost(n + 1) - cost(n) >= 0,
        low: capacity,
        high: Math.max(10_000_000, capacity),
      }) ?? Infinity;
  }
  if (authorization === Infinity) {
    return {
      authorization,
      expectedCost: NaN,
      expectedDenied: Infinity,
      expectedEmpty: NaN,
      probabilityDenied: NaN,
      showUpSd: Infinity,
    };
  }
  const probability = showUpDistribution({
    reservations: authorization,
    showProbability: q,
    correlation,
  });
  let expectedDenied = 0;
  let expectedEmpty = 0;
  let probabilityDenied = 0;
  for (let k = 0; k <= authorization; k++) {
    if (k > capacity) {
      expectedDenied += (k - capacity) * probability[k]!;
      probabilityDenied += probability[k]!;
    } else expectedEmpty += (capacity - k) * probability[k]!;
  }
  return {
    authorization,
    expectedCost: deniedCost * expectedDenied + spoilageCost * expectedEmpty,
    expectedDenied,
    expectedEmpty,
    probabilityDenied,
    showUpSd: Math.sqrt(authorization * q * (1 - q) * (1 + (authorization - 1) * correlation)),
  };
}
