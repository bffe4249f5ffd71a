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
 *
 * 假设：条件单调，从假变真之后一直为真。
 * 符号与单位：`low`、`high` 为安全整数，两端都算在内；返回 n 或 null。
 * 出处：倍增试探加二分，Bentley & Yao 1976。
 * 边界：low 处已成立时只求值一次；high 小于 low 抛 RangeError。
 * 复杂度：O(log(n − low)) 次求值：先从 low 起按 1、2、4 … 的步子试探，所以答案靠近 low 时只求值几次，high 可以放心给得很大。
 *
 * @example
 * integerBisect({ predicate: (n) => n * n >= 50, low: 0, high: 1e9 }) // 8
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
