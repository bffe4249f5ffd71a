import { checkFareClasses } from './fare-class.ts';
import type { FareClass } from './fare-class.ts';
import { protectionAtRatio } from './littlewood.ts';

/**
 * EMSR-a：多舱时逐对用 Littlewood 规则再相加的嵌套保护水平。
 *
 * 假设：低价先到；各等级需求独立、正态；等级从高价到低价排列。
 * 符号与单位：返回长度 n − 1 的数组，第 j 项是为前 j + 1 个等级共同保留的件数：Σ_{i≤j} max(0, μ_i + σ_i·Φ⁻¹(1 − p_{j+1}/p_i))。
 * 出处：Belobaba 1987（MIT 博士论文）；比较见 Talluri & van Ryzin 2004。
 * 边界：逐对相加忽略了合并需求的风险分担，价格接近时会留得过多或过少；空等级（均值、标准差均为 0）不增加保护；只有一个等级时返回空数组；不因能力截断。
 * 复杂度：O(n²)。
 *
 * @example
 * emsrA([{ fare: 1050, mean: 17.3, sd: 5.8 }, { fare: 567, mean: 45.1, sd: 15 }, { fare: 534, mean: 39.6, sd: 13.2 }]) // [16.717484421033475, 38.72453728367122]
 */
export function emsrA(classes: readonly FareClass[]): number[] {
  checkFareClasses(classes);
  const protection: number[] = [];
  for (let j = 1; j < classes.length; j++) {
    let seats = 0;
    for (let i = 0; i < j; i++) {
      const { fare, mean, sd } = classes[i]!;
      seats += protectionAtRatio({ ratio: classes[j]!.fare / fare, mean, sd });
    }
    protection.push(seats);
  }
  return protection;
}
