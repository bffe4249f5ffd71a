import { each, finite, positive } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/**
 * 多项 logit 份额：效用越高被选中的概率越大，份额 ∝ e^{灵敏度 × 效用}。
 *
 * 假设：效用的随机部分独立同分布（耿贝尔），选项之间无特殊替代关系（IIA）。
 * 符号与单位：`utilities` 无量纲；`sensitivity` 越大，选择越集中于最高者。
 * 出处：McFadden (1974)。
 * 边界：效用可为 −Infinity（不在候选之列，份额 0）；全部为 −Infinity 时无人被选，份额全为 0。先减最大值再取指数，效用上千也不溢出。
 * 复杂度：O(选项数)。
 *
 * @example
 * logitShares([1, 1, -Infinity]) // [0.5, 0.5, 0]
 */
export function logitShares(utilities: readonly number[], sensitivity = 1): number[] {
  each('utilities', utilities, (name, value) =>
    value === -Infinity ? value : finite(name, value),
  );
  positive('sensitivity', sensitivity);
  const best = largest(utilities);
  if (best === -Infinity) return utilities.map(() => 0);
  const weights = utilities.map((utility) => Math.exp(sensitivity * (utility - best)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
