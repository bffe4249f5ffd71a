import { atLeast, within } from '../core/checks.ts';

/**
 * 超售的平均法：按平均爽约率放大，让期望到场人数恰好等于能力。
 *
 * 假设：只看平均，不管波动，也不管空座与拒载哪个更贵。
 * 符号与单位：C `capacity` 座；爽约率 `noShowRate`；返回张数 C/(1 − 爽约率)，不取整。
 * 出处：三种超售算法中最简单的一种，见 Metters 等的收益管理章。
 * 边界：爽约率为 0 时等于 C；爽约率为 1 时为 Infinity（C = 0 时为 0）。
 * 复杂度：O(1)。
 *
 * @example
 * overbookingAverage({ capacity: 180, noShowRate: 0.08 }) // 195.65217391304347
 */
export function overbookingAverage({
  capacity,
  noShowRate,
}: {
  /** 座位数，≥ 0。 */
  capacity: number;
  /** 爽约率，[0, 1]。 */
  noShowRate: number;
}): number {
  atLeast('capacity', capacity, 0);
  within('noShowRate', noShowRate, 0, 1);
  return capacity === 0 ? 0 : capacity / (1 - noShowRate);
}
