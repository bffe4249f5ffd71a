/**
 * 一列数的最大与最小：逐个比，不用 `Math.max(...values)`，后者在十几万个数时撑破调用栈。
 *
 * @internal
 */

/** 最大值；空列为 −Infinity，含 NaN 则为 NaN。 */
export function largest(values: Iterable<number>): number {
  let best = -Infinity;
  for (const value of values) best = Math.max(best, value);
  return best;
}

/** 最小值；空列为 Infinity，含 NaN 则为 NaN。 */
export function smallest(values: Iterable<number>): number {
  let best = Infinity;
  for (const value of values) best = Math.min(best, value);
  return best;
}
