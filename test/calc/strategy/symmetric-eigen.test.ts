import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/calc/strategy/symmetric-eigen.ts';

describe('symmetricEigen', () => {
  it('[[2,1],[1,2]] 的特征值 3、1，向量 (1,1)/√2', () => {
    const r = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    expect(r.values[0]).toBeCloseTo(3, 12);
    expect(r.values[1]).toBeCloseTo(1, 12);
    expect(r.vectors[0]![0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(r.vectors[0]![1]).toBeCloseTo(Math.SQRT1_2, 12);
  });
  it('任意对称矩阵：A·v = λ·v，向量正交，特征值之和等于迹', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }).chain((n) =>
          fc.array(
            fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: n, maxLength: n }),
            {
              minLength: n,
              maxLength: n,
            },
          ),
        ),
        (raw) => {
          const a = raw.map((row, i) => row.map((v, j) => v + raw[j]![i]!));
          const r = symmetricEigen(a);
          expect(r.converged).toBe(true);
          r.vectors.forEach((v, k) => {
            a.forEach((row, i) => {
              const product = row.reduce((s, x, j) => s + x * v[j]!, 0);
              expect(product).toBeCloseTo(r.values[k]! * v[i]!, 9);
            });
            r.vectors.forEach((w, l) =>
              expect(v.reduce((s, x, i) => s + x * w[i]!, 0)).toBeCloseTo(k === l ? 1 : 0, 10),
            );
          });
          expect(r.values.reduce((s, x) => s + x, 0)).toBeCloseTo(
            a.reduce((s, row, i) => s + row[i]!, 0),
            8,
          );
        },
      ),
      { numRuns: 50 },
    );
  });
  it('零矩阵、悬殊尺度、重特征值都收敛', () => {
    expect(
      symmetricEigen([
        [0, 0],
        [0, 0],
      ]).values,
    ).toEqual([0, 0]);
    const scaled = symmetricEigen([
      [1e12, 1],
      [1, 1e-6],
    ]);
    expect(scaled.converged).toBe(true);
    expect(scaled.values[0]! / 1e12).toBeCloseTo(1, 12);
    expect(
      symmetricEigen([
        [4, 0, 0],
        [0, 4, 0],
        [0, 0, 4],
      ]).values,
    ).toEqual([4, 4, 4]);
  });
  it('拒绝不对称与非方阵', () => {
    expect(() =>
      symmetricEigen([
        [1, 2],
        [3, 4],
      ]),
    ).toThrow(/rows\[0\]\[1\]/);
    expect(() =>
      symmetricEigen([
        [1, 2, 3],
        [2, 1, 3],
      ]),
    ).toThrow(/rows/);
    expect(() => symmetricEigen([])).toThrow(/rows/);
  });
});
