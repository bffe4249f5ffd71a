import { finite, probability } from '../core/checks.ts';
import { millsRatio } from '../core/normal.ts';
import { findRoot } from '../core/roots.ts';

/**
 * Halfin–Whitt 等待概率：坐席数 n = a + β√a 且规模很大时 Erlang C 的极限。
 *
 * 假设：M/M/n，n → ∞ 而 β = (n − a)/√a 保持不变；无人放弃。
 * 符号与单位：β `beta` 安全余量系数（无量纲）；返回等待概率 1/[1 + βΦ(β)/φ(β)]。
 * 出处：Halfin & Whitt (1981)。
 * 边界：β ≤ 0 时为 1（不稳定或临界）；β 很大时按 φ(β)/β 衰减。
 * 复杂度：O(1)。
 *
 * @example
 * halfinWhitt(1) // 0.22336127479826073
 */
export function halfinWhitt(beta: number): number {
  finite('beta', beta);
  // Φ(β)/φ(β) 正是 −β 处的米尔斯比；溢出为 Infinity 时概率自然为 0。
  return beta <= 0 ? 1 : 1 / (1 + beta * millsRatio(-beta));
}

/**
 * 使 Halfin–Whitt 等待概率等于给定值的 β；概率为 1 时为 0，为 0 时为 Infinity。
 */
export function halfinWhittBeta(probabilityOfWaiting: number): number {
  probability('probabilityOfWaiting', probabilityOfWaiting);
  if (probabilityOfWaiting === 1) return 0;
  if (probabilityOfWaiting === 0) return Infinity;
  const target = Math.log(1 / probabilityOfWaiting - 1);
  return findRoot({
    f: (beta) => (beta === 0 ? -Infinity : Math.log(beta) + Math.log(millsRatio(-beta)) - target),
    low: 0,
    high: 40,
  }).root;
}
