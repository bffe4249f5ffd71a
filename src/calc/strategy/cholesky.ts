import { matrix, reject, sameLength } from '../core/checks.ts';

/**
 * 对称正定矩阵的 Cholesky 分解：A = L·Lᵀ，返回下三角 L（每行只到对角元）；不正定返回 null。
 *
 * 假设：矩阵对称，只读下三角；规模几十以内。
 * 符号与单位：无量纲。
 * 出处：Golub & Van Loan, Matrix Computations。
 * 边界：某个主元小于对角元的 1e-12 倍视为奇异（列共线），返回 null 而不是给出放大的噪声。
 * 复杂度：O(n³)。
 *
 * @internal
 *
 * @example
 * cholesky([[4, 2], [2, 5]]) // [[2], [1, 2]]
 */
export function cholesky(source: readonly (readonly number[])[]): number[][] | null {
  matrix('source', source);
  if (source[0]?.length !== source.length) reject('source', 'a square matrix', source[0]?.length);
  const lower: number[][] = [];
  for (let i = 0; i < source.length; i++) {
    const line: number[] = [];
    for (let j = 0; j < i; j++) {
      const other = lower[j] as number[];
      let value = source[i]?.[j] as number;
      for (let k = 0; k < j; k++) value -= (line[k] as number) * (other[k] as number);
      line.push(value / (other[j] as number));
    }
    const diagonal = source[i]?.[i] as number;
    const pivot = diagonal - line.reduce((sum, value) => sum + value * value, 0);
    if (!(pivot > 1e-12 * diagonal)) return null;
    line.push(Math.sqrt(pivot));
    lower.push(line);
  }
  return lower;
}

/** 用分解结果解 A·x = b：先前代、后回代。 */
export function solveCholesky(
  lower: readonly (readonly number[])[],
  rhs: readonly number[],
): number[] {
  sameLength('rhs', rhs, 'lower', lower);
  const size = rhs.length;
  const x = [...rhs];
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++)
      x[i] = (x[i] as number) - (lower[i]?.[k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (lower[i]?.[i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++)
      x[i] = (x[i] as number) - (lower[k]?.[i] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (lower[i]?.[i] as number);
  }
  return x;
}
