import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, solveCholesky } from '../../../src/calc/strategy/cholesky.ts';

describe('cholesky', () => {
  it('手算：[[4,2],[2,5]] = L·Lᵀ，L = [[2],[1,2]]', () => {
    expect(
      cholesky([
        [4, 2],
        [2, 5],
      ]),
    ).toEqual([[2], [1, 2]]);
  });
  it('解出的 x 满足 A·x = b', () => {
    const cell = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        fc.array(cell, { minLength: 4, maxLength: 4 }),
        (b, rhs) => {
          const a = b.map((row, i) =>
            b.map((other, j) => row.reduce((s, v, k) => s + v * other[k]!, i === j ? 1 : 0)),
          );
          const x = solveCholesky(cholesky(a)!, rhs);
          a.forEach((row, i) =>
            expect(row.reduce((s, v, k) => s + v * x[k]!, 0)).toBeCloseTo(rhs[i]!, 9),
          );
        },
      ),
    );
  });
  it('奇异、负定、零矩阵都返回 null', () => {
    expect(
      cholesky([
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
    expect(cholesky([[-1]])).toBeNull();
    expect(cholesky([[0]])).toBeNull();
  });
  it('拒绝非方阵与长度不符的右端', () => {
    expect(() => cholesky([[1, 2]])).toThrow(/source/);
    expect(() => solveCholesky([[2]], [1, 2])).toThrow(/rhs/);
  });
});
