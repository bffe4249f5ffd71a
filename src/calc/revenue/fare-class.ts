import { atLeast, nonEmpty, positive, reject } from '../core/checks.ts';

/** 一个票价等级：价格与正态需求。 */
export interface FareClass {
  /** 票价，> 0，元。 */
  fare: number;
  /** 需求均值，≥ 0，件（座、间夜）。 */
  mean: number;
  /** 需求标准差，≥ 0；0 表示需求确定。 */
  sd: number;
}

/**
 * 票价等级检查：确认各等级从高价到低价排列、需求参数合法，原样返回。
 *
 * 假设：等级按票价不增排列，允许同价；需求相互独立。
 * 符号与单位：`fare` 元；`mean`、`sd` 件。
 * 出处：单程航段静态模型的通用约定，Talluri & van Ryzin 2004。
 * 边界：均值为 0 的空等级合法；次序颠倒是录入错误，抛 RangeError 而不悄悄排序。
 * 复杂度：O(n)。
 *
 * @example
 * checkFareClasses([{ fare: 900, mean: 40, sd: 12 }, { fare: 360, mean: 90, sd: 20 }]).length // 2
 */
export function checkFareClasses(classes: readonly FareClass[]): readonly FareClass[] {
  nonEmpty('classes', classes);
  for (let j = 0; j < classes.length; j++) {
    const { fare, mean, sd } = classes[j]!;
    positive(`classes[${j}].fare`, fare);
    atLeast(`classes[${j}].mean`, mean, 0);
    atLeast(`classes[${j}].sd`, sd, 0);
    if (j > 0 && fare > classes[j - 1]!.fare)
      reject(`classes[${j}].fare`, `≤ the fare above it (${classes[j - 1]!.fare})`, fare);
  }
  return classes;
}
