import { each, finite, openUnit, reject, sameLength } from './checks.ts';
import { normalQuantile } from './normal.ts';

/** 相关系数与它的置信区间。 */
export interface Correlation {
  /** 皮尔逊相关系数，在 −1 与 1 之间；有一列全同时没有定义，为 NaN。 */
  coefficient: number;
  /** 置信下限；少于四对、或系数没有定义时为 NaN。 */
  lower: number;
  /** 置信上限。 */
  upper: number;
}

/**
 * 皮尔逊相关系数：两列数一起高、一起低到什么程度。相关不是因果。
 *
 * 假设：区间假定两列近似二元正态、各对独立；有季节、有趋势的两列，区间偏窄。
 * 符号与单位：r = Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)²·Σ(y − ȳ)²)，无量纲；区间为 tanh(artanh r ± z/√(n − 3))。
 * 出处：Pearson；区间为 Fisher (1921) 的变换。
 * 边界：有一列全同时为 NaN；|r| = 1 时区间缩成一点；少于两对是输入错误，少于四对没有区间。
 * 复杂度：O(对数)，两遍算法，数离 0 很远也不抵消。
 *
 * @example
 * correlation([1, 2, 3, 4], [1, 3, 2, 4]).coefficient // 0.8
 */
export function correlation(
  x: readonly number[],
  y: readonly number[],
  confidence = 0.95,
): Correlation {
  each('x', x, finite);
  each('y', y, finite);
  sameLength('y', y, 'x', x);
  if (x.length < 2) reject('x', 'at least two values', x);
  openUnit('confidence', confidence);
  const centred = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
  const [a, b] = [centred(x), centred(y)];
  const scale = Math.sqrt(product(a, a)) * Math.sqrt(product(b, b));
  const coefficient = scale > 0 ? Math.max(-1, Math.min(1, product(a, b) / scale)) : Number.NaN;
  const reach = normalQuantile((1 + confidence) / 2) / Math.sqrt(Math.max(0, x.length - 3));
  const bound = (side: number) =>
    x.length < 4 ? Number.NaN : Math.tanh(Math.atanh(coefficient) + side * reach);
  return { coefficient, lower: bound(-1), upper: bound(1) };
}
