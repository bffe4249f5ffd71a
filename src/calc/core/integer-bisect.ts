import { reject } from './checks.ts';

/** 整数二分：单调条件从假变真的地方。 */

/** 整数二分的设定。 */
export interface IntegerBisectOptions {
  /** 单调条件：从假变真，之后一直为真。 */
  predicate: (n: number) => boolean;
  /** 允许的最小整数。 */
  low: number;
  /** 允许的最大整数。 */
  high: number;
}

/**
 * 整数二分：[low, high] 中最小的整数 n 使单调条件 predicate(n) 为真；一个都不成立时返回 null。
 * 先从 low 起按 1、2、4 … 的步子试探，所以答案靠近 low 时只求值几次，high 可以放心给得很大。
 *
 * 假设：predicate 单调，从假变真以后一直为真。
 * 符号与单位：n 是整数，单位由 predicate 定。
 * 出处：Bentley & Yao (1976)，先倍增试探、再二分。
 * 边界：low、high 须是安全整数且 high ≥ low，否则抛 RangeError；到 high 仍不成立返回 null。
 * 复杂度：约 2·log₂(答案 − low) 次求值。
 *
 * @example
 * integerBisect({ predicate: (n) => n * n >= 50, low: 0, high: 100 }) // 8
 */
export function integerBisect({ predicate, low, high }: IntegerBisectOptions): number | null {
  if (!Number.isSafeInteger(low)) reject('low', 'an integer', low);
  if (!Number.isSafeInteger(high) || high < low) reject('high', 'an integer ≥ low', high);
  if (predicate(low)) return low;
  let failing = low;
  let passing = high;
  let step = 1;
  for (;;) {
    if (failing === high) return null;
    const candidate = Math.min(high, failing + step);
    if (predicate(candidate)) {
      passing = candidate;
      break;
    }
    failing = candidate;
    step *= 2;
  }
  while (passing - failing > 1) {
    const middle = failing + Math.floor((passing - failing) / 2);
    if (predicate(middle)) passing = middle;
    else failing = middle;
  }
  return passing;
}
