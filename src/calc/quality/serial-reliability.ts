import { integerAtLeast, nonEmpty, probability } from '../core/checks.ts';
import { smallest } from '../core/extremes.ts';

/** 一个触点。 */
export interface Touchpoint {
  /** 触点名，只用于显示。 */
  name?: string | undefined;
  /** 单次成功率 p。 */
  reliability: number;
  /** 防错挡住的失误比例，默认 0。 */
  failSafe?: number | undefined;
  /** 补救捕获率 c：失误发生后当场补回来的比例，默认 0。 */
  recovery?: number | undefined;
}

/** 串联可靠度的结果。 */
export interface SerialReliabilityResult {
  /** 全程无失误（或都已防住、补回）的概率。 */
  success: number;
  /** 至少有一处未补回的失误的概率；不用 1 − success，失误极少时不丢位。 */
  failure: number;
  /** 每千位顾客里遇到未补回失误的人数。 */
  failuresPerThousand: number;
  /** 没有防错也没有补救时的成功率 ∏p。 */
  successWithoutSafeguards: number;
  /** 每位顾客平均遇到的未补回失误数。 */
  expectedFailures: number;
  /** 各触点最后的成功率 1 − (1 − p)(1 − 防错)(1 − 补救)。 */
  effective: number[];
  /** 最后成功率最低的触点下标；并列取靠前。 */
  weakest: number;
}

/**
 * 串联可靠度：触点一个接一个，全程成功率是各触点成功率的连乘；防错与补救各挡住一部分失误。
 *
 * 假设：各触点的失误相互独立；任一处失误都算全程失误；防错与补救各自独立起作用。
 * 符号与单位：概率；`failuresPerThousand` 人/千人。
 * 出处：可靠性串联模型；补救 1 − (1 − p)(1 − c)。
 * 边界：某触点成功率为 0 时全程为 0；触点上万、失误率 1e-12 也按对数相加，不丢位。
 * 复杂度：O(触点数)。
 *
 * @example
 * serialReliability([{ reliability: 0.9 }, { reliability: 0.8, failSafe: 0.5 }, { reliability: 0.95, recovery: 0.6 }]).success // 0.7938000000000001
 */
export function serialReliability(touchpoints: readonly Touchpoint[]): SerialReliabilityResult {
  nonEmpty('touchpoints', touchpoints);
  let logSuccess = 0;
  let logPlain = 0;
  let expectedFailures = 0;
  const effective = touchpoints.map((touchpoint, i) => {
    const p = probability(`touchpoints[${i}].reliability`, touchpoint.reliability);
    const safe = probability(`touchpoints[${i}].failSafe`, touchpoint.failSafe ?? 0);
    const caught = probability(`touchpoints[${i}].recovery`, touchpoint.recovery ?? 0);
    const miss = (1 - p) * (1 - safe) * (1 - caught);
    logSuccess += Math.log1p(-miss);
    logPlain += Math.log(p);
    expectedFailures += miss;
    return 1 - miss;
  });
  const failure = -Math.expm1(logSuccess);
  return {
    success: Math.exp(logSuccess),
    failure,
    failuresPerThousand: 1000 * failure,
    successWithoutSafeguards: Math.exp(logPlain),
    expectedFailures,
    effective,
    weakest: effective.indexOf(smallest(effective)),
  };
}

/** n 个相同触点的串联可靠度，免得写一长串。 */
export function uniformReliability({
  touchpoints,
  ...touchpoint
}: Touchpoint & {
  /** 触点数 n。 */
  touchpoints: number;
}): SerialReliabilityResult {
  integerAtLeast('touchpoints', touchpoints, 1);
  return serialReliability(Array.from({ length: touchpoints }, () => touchpoint));
}
