import { atLeast, positive, reject } from '../core/checks.ts';

/** 两城之间商圈分界的结果。 */
export interface BreakingPoint {
  /** 分界点距 A 城的距离。 */
  fromA: number;
  /** 分界点距 B 城的距离。 */
  fromB: number;
}

/**
 * 康弗斯断裂点：两城连线上吸引力相等之处。
 *
 * 假设：赖利定律，吸引力与规模成正比、与距离平方成反比；顾客只在两城之间二选一。
 * 符号与单位：D `distance` 两城距离；P `sizeA`、`sizeB` 规模（人口、面积，同一单位）；d_A = D/(1+√(P_B/P_A))。
 * 出处：Reilly 1931；Converse 1949。
 * 边界：一城规模为 0 时分界点就在该城；两城都为 0 无意义，报错。
 * 复杂度：O(1)。
 *
 * @example
 * breakingPoint({ distance: 60, sizeA: 90000, sizeB: 10000 }).fromA // 45
 */
export function breakingPoint(input: {
  /** 两城距离。 */
  distance: number;
  /** A 城规模。 */
  sizeA: number;
  /** B 城规模。 */
  sizeB: number;
}): BreakingPoint {
  const distance = atLeast('distance', input.distance, 0);
  const rootA = Math.sqrt(atLeast('sizeA', input.sizeA, 0));
  const rootB = Math.sqrt(atLeast('sizeB', input.sizeB, 0));
  if (rootA + rootB === 0) reject('sizeA', '> 0 when sizeB is 0', input.sizeA);
  return {
    fromA: (distance * rootA) / (rootA + rootB),
    fromB: (distance * rootB) / (rootA + rootB),
  };
}

/**
 * 赖利零售引力：中间小镇的生意在两城之间如何分。
 *
 * 假设：B_A/B_B = (P_A/P_B)·(D_B/D_A)²。
 * 符号与单位：`sizeA`、`sizeB` 规模；`distanceA`、`distanceB` 小镇到两城的距离；返回比值与份额。
 * 出处：Reilly 1931。
 * 边界：规模与距离须为正。
 * 复杂度：O(1)。
 *
 * @example
 * reillySplit({ sizeA: 40, sizeB: 10, distanceA: 20, distanceB: 10 }).shareA // 0.5
 */
export function reillySplit(input: {
  /** A 城规模。 */
  sizeA: number;
  /** B 城规模。 */
  sizeB: number;
  /** 小镇到 A 城的距离。 */
  distanceA: number;
  /** 小镇到 B 城的距离。 */
  distanceB: number;
}): {
  /** 流向 A 与流向 B 的生意之比。 */
  ratio: number;
  /** 流向 A 的份额。 */
  shareA: number;
  /** 流向 B 的份额。 */
  shareB: number;
} {
  const sizes = positive('sizeA', input.sizeA) / positive('sizeB', input.sizeB);
  const distances = positive('distanceB', input.distanceB) / positive('distanceA', input.distanceA);
  const ratio = sizes * distances * distances;
  return { ratio, shareA: 1 / (1 + 1 / ratio), shareB: 1 / (1 + ratio) };
}
