import { integerAtLeast } from '../core/checks.ts';
import { checkFareClasses } from './fare-class.ts';
import type { FareClass } from './fare-class.ts';
import { bookClass, roundedNormalDemand } from './static-booking.ts';

/** 精确的嵌套保护水平。 */
export interface OptimalProtectionResult {
  /** 长度 n − 1：为前 j + 1 个等级共同保留的整数座位，不超过能力。 */
  protection: number[];
  /** 最优策略的期望收入，元。 */
  expectedRevenue: number;
}

/**
 * 最优嵌套保护：多舱静态模型用动态规划求出的精确保护水平，EMSR 逼近的就是它。
 *
 * 目标：期望总收入最大。
 * 约束：低价先到、逐等级决定卖多少；总数不超过能力。
 * 假设：各等级需求独立；正态需求四舍五入成整数、负值归 0。
 * 符号与单位：V_j(x) 剩 x 座、还剩前 j 个等级未到时的期望收入（元）；y_j = max{x : V_j(x) − V_j(x − 1) > p_{j+1}}。
 * 出处：Brumelle & McGill 1993；Talluri & van Ryzin 2004。V_j 的边际递减，所以只需找一个分界点。
 * 边界：边际价值恰等于票价时不留（卖与不卖同值）；能力为 0 时保护与收入均为 0；单一等级返回空保护。
 * 复杂度：O(nC²) 时间，O(C) 空间。
 *
 * @example
 * optimalProtection({ classes: [{ fare: 1050, mean: 17.3, sd: 5.8 }, { fare: 567, mean: 45.1, sd: 15 }, { fare: 534, mean: 39.6, sd: 13.2 }, { fare: 520, mean: 34, sd: 11.3 }], capacity: 107 }).protection // [17, 42, 73]
 */
export function optimalProtection({
  classes,
  capacity,
}: {
  /** 各等级，从高价到低价。 */
  classes: readonly FareClass[];
  /** 总能力，非负整数。 */
  capacity: number;
}): OptimalProtectionResult {
  checkFareClasses(classes);
  integerAtLeast('capacity', capacity, 0);
  const protection: number[] = [];
  let value: Float64Array = new Float64Array(capacity + 1);
  for (let j = 0; j < classes.length; j++) {
    const { fare, mean, sd } = classes[j]!;
    let held = 0;
    if (j > 0) {
      // 相等时的舍入误差不该多留一座
      while (held < capacity && value[held + 1]! - value[held]! > fare * (1 + 1e-12)) held++;
      protection.push(held);
    }
    const demand = roundedNormalDemand(mean, sd, capacity);
    value = bookClass({ value, demand, fare, protection: held });
  }
  return { protection, expectedRevenue: value[capacity]! };
}
