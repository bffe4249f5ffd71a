import { probability } from '../core/checks.ts';

/**
 * 平均顾客年限：留存率不变时，一位顾客平均留几期，1/(1 − r)。
 *
 * 假设：各期流失独立、概率不变（几何分布）；签约那一期算第一期。
 * 符号与单位：r `retention` 每期留存率；返回值单位为期。
 * 出处：Reichheld & Sasser (1990), Zero Defections。
 * 边界：r = 1 时为 Infinity；r = 0 时为 1。
 * 复杂度：O(1)。
 *
 * @example
 * tenure(0.75) // 4
 */
export function tenure(retention: number): number {
  probability('retention', retention);
  return 1 / (1 - retention);
}

/** 半数顾客流失所需的期数 ln 2 / (−ln r)；r = 1 为 Infinity，r = 0 为 0。 */
export function medianTenure(retention: number): number {
  probability('retention', retention);
  return retention === 1 ? Infinity : Math.LN2 / -Math.log(retention);
}
