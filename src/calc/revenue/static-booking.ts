import { atLeast, integerAtLeast, reject } from '../core/checks.ts';
import { normalCdf } from '../core/normal.ts';
import { checkFareClasses } from './fare-class.ts';
import type { FareClass } from './fare-class.ts';

/**
 * 取整正态需求：正态需求四舍五入成整数、负值归 0 后，取 0、1、…、limit 的概率；最后一项含“≥ limit”的全部概率。
 * 用相邻累积概率相减；右侧换成上尾相减，免得两个接近 1 的数相减丢光有效位。
 */
export function roundedNormalDemand(mean: number, sd: number, limit: number): Float64Array {
  atLeast('mean', mean, 0);
  atLeast('sd', sd, 0);
  integerAtLeast('limit', limit, 0);
  const probability = new Float64Array(limit + 1);
  if (sd === 0) {
    probability[Math.min(limit, Math.floor(mean + 0.5))] = 1;
    return probability;
  }
  let lower = 0;
  let upperTail = 1;
  for (let k = 0; k < limit; k++) {
    const z = (k + 0.5 - mean) / sd;
    const cumulative = normalCdf(z);
    const tail = normalCdf(-z);
    probability[k] = z < 0 ? cumulative - lower : upperTail - tail;
    lower = cumulative;
    upperTail = tail;
  }
  probability[limit] = upperTail;
  return probability;
}

/**
 * 静态订座价值的一步：在后续价值 `value` 之前，再接一个先到的等级。
 *
 * 假设：该等级在更高价等级之前到齐；留 `protection` 个不卖给它，其余来者不拒。
 * 符号与单位：`value[x]` 剩 x 座时后续等级的期望收入，元；`demand[k]` 该等级需求为 k 的概率，末项含更大的需求；返回接上该等级后的 value。
 * 出处：静态嵌套模型的递推，Brumelle & McGill 1993；Talluri & van Ryzin 2004。
 * 边界：保护水平不小于能力时该等级一张不卖，价值不变。
 * 复杂度：O(C²)，C 为能力。
 *
 * @example
 * Array.from(bookClass({ value: Float64Array.of(0, 100, 100), demand: Float64Array.of(0, 0, 1), fare: 40, protection: 1 })) // [0, 100, 140]
 */
export function bookClass({
  value,
  demand,
  fare,
  protection,
}: {
  value: Float64Array;
  demand: Float64Array;
  fare: number;
  protection: number;
}): Float64Array {
  if (demand.length !== value.length)
    reject('demand', `as long as value (${value.length})`, demand);
  const capacity = value.length - 1;
  // tail[k] = P(需求 ≥ k)：卖到上限的概率一次取得
  const tail = new Float64Array(capacity + 2);
  for (let k = capacity; k >= 0; k--) tail[k] = tail[k + 1]! + demand[k]!;
  const result = Float64Array.from(value);
  for (let x = protection + 1; x <= capacity; x++) {
    const open = x - protection;
    let expected = tail[open]! * (fare * open + value[protection]!);
    for (let k = 0; k < open; k++) expected += demand[k]! * (fare * k + value[x - k]!);
    result[x] = expected;
  }
  return result;
}

/** 给定整数嵌套保护水平时静态模型的期望收入（低价先到，取整正态需求）；用来给 EMSR 一类启发式打分。 */
export function nestedPolicyRevenue({
  classes,
  capacity,
  protection,
}: {
  classes: readonly FareClass[];
  capacity: number;
  protection: readonly number[];
}): number {
  checkFareClasses(classes);
  integerAtLeast('capacity', capacity, 0);
  if (protection.length !== classes.length - 1)
    reject('protection', `one shorter than classes (${classes.length - 1})`, protection);
  let value: Float64Array = new Float64Array(capacity + 1);
  for (let j = 0; j < classes.length; j++) {
    const { fare, mean, sd } = classes[j]!;
    const held = j === 0 ? 0 : atLeast(`protection[${j - 1}]`, protection[j - 1]!, 0);
    value = bookClass({
      value,
      demand: roundedNormalDemand(mean, sd, capacity),
      fare,
      protection: Math.min(capacity, Math.round(held)),
    });
  }
  return value[capacity]!;
}
