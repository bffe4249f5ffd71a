import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveExactly } from '../../../src/calc/core/exact-simplex.ts';
import type { LinearProgram } from '../../../src/calc/core/linear-program.ts';
import { judge } from '../../../src/calc/core/simplex-certificate.ts';

describe('solveExactly', () => {
  it('Wyndor 例：x = (2, 6)，影子价格 (0, 1.5, 1)', () => {
    const result = solveExactly({
      objective: [3, 5],
      sense: 'max',
      constraints: [
        { coefficients: [1, 0], relation: '<=', rhs: 4 },
        { coefficients: [0, 2], relation: '<=', rhs: 12 },
        { coefficients: [3, 2], relation: '<=', rhs: 18 },
      ],
    });
    expect(result).toMatchObject({ status: 'optimal', solution: [2, 6], duals: [0, 1.5, 1] });
    expect(result.reducedCosts).toEqual([0, 0]);
  });
  it('系数差 16 个数量级也没有舍入：max 3·10⁸x + 2y，2y ≤ 10⁻⁸ + 10⁻⁸x，x ≤ 0', () => {
    const result = solveExactly({
      objective: [3e8, 2],
      sense: 'max',
      constraints: [
        { coefficients: [-1e-8, 2], relation: '<=', rhs: 1e-8 },
        { coefficients: [1, 0], relation: '<=', rhs: 0 },
      ],
    });
    expect(result.solution).toEqual([0, 5e-9]);
  });
  it('无解、无界、迭代用尽分得清；等式、负右端与上界', () => {
    const one = (relation: '<=' | '=' | '>=', rhs: number, more = {}): LinearProgram => ({
      objective: [1],
      sense: 'max',
      constraints: [{ coefficients: [1], relation, rhs }],
      ...more,
    });
    expect(solveExactly(one('=', -1)).status).toBe('infeasible');
    expect(solveExactly(one('>=', 1)).status).toBe('unbounded');
    expect(solveExactly(one('<=', 1), 0).status).toBe('iteration-limit');
    const bounded = solveExactly(one('>=', -5, { upperBounds: [3] }));
    expect(bounded).toMatchObject({ solution: [3], duals: [0], reducedCosts: [1] });
    expect(solveExactly(one('=', 2, { sense: 'min' }))).toMatchObject({
      solution: [2],
      duals: [1],
    });
  });
  it('最优的答案都过三条检验：可行、对偶可行、目标相等', () => {
    const number = fc.integer({ min: -30, max: 60 }).map((value) => value / 10);
    const program = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([columns, rows]) =>
        fc.record({
          objective: fc.array(number, { minLength: columns, maxLength: columns }),
          sense: fc.constantFrom('max' as const, 'min' as const),
          constraints: fc.array(
            fc.record({
              coefficients: fc.array(number, { minLength: columns, maxLength: columns }),
              relation: fc.constantFrom('<=' as const, '=' as const, '>=' as const),
              rhs: number,
            }),
            { minLength: rows, maxLength: rows },
          ),
          upperBounds: fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), {
            minLength: columns,
            maxLength: columns,
          }),
        }),
      );
    fc.assert(
      fc.property(program, (each) => {
        const result = solveExactly(each);
        if (result.status === 'optimal') expect(judge(each, result)).toBe('good');
      }),
      { numRuns: 300 },
    );
  });
});
