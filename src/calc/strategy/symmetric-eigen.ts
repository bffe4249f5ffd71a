import { matrix, reject } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/** 对称矩阵的特征分解。 */
export interface SymmetricEigen {
  /** 特征值，从大到小。 */
  values: number[];
  /** 单位特征向量，第 k 个对应第 k 个特征值；绝对值最大的分量取正（并列取靠前者），使符号唯一。 */
  vectors: number[][];
  /** 扫过的轮数。 */
  iterations: number;
  /** 非对角元是否已降到舍入误差以内。 */
  converged: boolean;
}

/**
 * 实对称矩阵的全部特征值与特征向量，循环雅可比法。
 *
 * 假设：矩阵对称（相对误差 1e-10 以内；超出是输入错误）；规模几十以内。
 * 符号与单位：返回的向量两两正交、长度为 1。
 * 出处：Jacobi (1846)；旋转公式按 Golub & Van Loan, Matrix Computations。
 * 边界：零矩阵与对角矩阵不需要旋转；重特征值的向量只在其子空间内确定。
 * 复杂度：每轮 O(n³)，通常 6–10 轮，上限 60 轮。
 *
 * @internal
 *
 * @example
 * symmetricEigen([[2, 1], [1, 2]]).values // [2.9999999999999996, 0.9999999999999998]
 */
export function symmetricEigen(rows: readonly (readonly number[])[]): SymmetricEigen {
  matrix('rows', rows);
  const size = rows.length;
  const scale = largest(rows.map((row) => largest(row.map(Math.abs))));
  rows.forEach((row, i) => {
    if (row.length !== size) reject(`rows[${i}]`, `a row of ${size} number(s)`, row);
    row.forEach((value, j) => {
      if (Math.abs(value - (rows[j]?.[i] as number)) > 1e-10 * scale)
        reject(`rows[${i}][${j}]`, `equal to rows[${j}][${i}]`, value);
    });
  });

  const work = Float64Array.from(rows.flat());
  const basis = new Float64Array(size * size);
  for (let i = 0; i < size; i++) basis[i * size + i] = 1;
  const at = (i: number, j: number): number => work[i * size + j] as number;

  let iterations = 0;
  let converged = false;
  for (; iterations < 60; iterations++) {
    let off = 0;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) off = Math.max(off, Math.abs(at(p, q)));
    if (off <= 1e-16 * scale) {
      converged = true;
      break;
    }
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const apq = at(p, q);
        if (apq === 0) continue;
        // 取 |t| ≤ 1 的那个根，转角不超过 45°，轮与轮之间才单调收敛。
        const theta = (at(q, q) - at(p, p)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < size; k++) rotate(work, k * size + p, k * size + q, c, s);
        for (let k = 0; k < size; k++) rotate(work, p * size + k, q * size + k, c, s);
        for (let k = 0; k < size; k++) rotate(basis, k * size + p, k * size + q, c, s);
        work[p * size + q] = 0;
        work[q * size + p] = 0;
      }
  }

  const pairs = Array.from({ length: size }, (_, k) => ({
    value: at(k, k),
    vector: positiveLead(Array.from({ length: size }, (_, i) => basis[i * size + k] as number)),
  })).sort((a, b) => b.value - a.value);
  return {
    values: pairs.map((pair) => pair.value),
    vectors: pairs.map((pair) => pair.vector),
    iterations,
    converged,
  };
}

function rotate(data: Float64Array, p: number, q: number, c: number, s: number): void {
  const x = data[p] as number;
  const y = data[q] as number;
  data[p] = c * x - s * y;
  data[q] = s * x + c * y;
}

function positiveLead(vector: number[]): number[] {
  const top = largest(vector.map(Math.abs));
  const lead = vector.find((value) => Math.abs(value) >= top * (1 - 1e-9)) ?? 1;
  return lead < 0 ? vector.map((value) => -value) : vector;
}
