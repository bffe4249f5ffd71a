import { describe, expect, it } from 'vitest';
import type { LinearProgram } from '../../../src/calc/core/linear-program.ts';
import { judge } from '../../../src/calc/core/simplex-certificate.ts';

describe('judge', () => {
  const program: LinearProgram = {
    objective: [3, 5],
    sense: 'max',
    constraints: [
      { coefficients: [1, 0], relation: '<=', rhs: 4 },
      { coefficients: [0, 2], relation: '<=', rhs: 12 },
      { coefficients: [3, 2], relation: '<=', rhs: 18 },
    ],
  };
  const duals = [0, 1.5, 1];
  it('最优解与它的影子价格互相印证', () => {
    expect(judge(program, { solution: [2, 6], duals })).toBe('good');
  });
  it('越出约束、还能改进、影子价格方向不对，各有说法', () => {
    expect(judge(program, { solution: [2, 6.001], duals })).toBe('violates');
    expect(judge(program, { solution: [2, 5.9], duals })).toBe('improvable');
    expect(judge(program, { solution: [2, 6], duals: [0, 1.5, 0.9] })).toBe('improvable');
    expect(judge(program, { solution: [2, 6], duals: [-1, 1.5, 1] })).toBe('improvable');
  });
  it('等式与大于约束两边都查', () => {
    const both: LinearProgram = {
      objective: [1],
      sense: 'min',
      constraints: [
        { coefficients: [1], relation: '=', rhs: 2 },
        { coefficients: [1], relation: '>=', rhs: 1 },
      ],
    };
    expect(judge(both, { solution: [2], duals: [1, 0] })).toBe('good');
    expect(judge(both, { solution: [1.5], duals: [1, 0] })).toBe('violates');
  });
});
