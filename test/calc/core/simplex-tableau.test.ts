import { describe, expect, test } from 'vitest';
import { scaleProgram } from '../../../src/calc/core/simplex-scaling.ts';
import { rebuild, restingValue, run } from '../../../src/calc/core/simplex-tableau.ts';
import type { LinearProgram } from '../../../src/calc/core/linear-program.ts';

/** 最大 3x + 5y；x ≤ 4，2y ≤ 12，3x + 2y ≤ 18；最优在 (2, 6)。 */
const wyndor: LinearProgram = {
  objective: [3, 5],
  sense: 'max',
  constraints: [
    { coefficients: [1, 0], relation: '<=', rhs: 4 },
    { coefficients: [0, 2], relation: '<=', rhs: 12 },
    { coefficients: [3, 2], relation: '<=', rhs: 18 },
  ],
};

function solve(program: LinearProgram, limit = 100) {
  const scaled = scaleProgram(program);
  const tableau = rebuild(scaled, undefined, new Uint8Array(scaled.columns + scaled.rows));
  const budget = { used: 0, limit };
  const outcome = run(scaled, tableau, { budget, looseness: 1 });
  const original = (variable: number) => {
    const row = tableau.basic.indexOf(variable);
    const value = row < 0 ? restingValue(scaled, tableau, variable) : tableau.value[row]!;
    return (value * scaled.columnScale[variable]!) / scaled.rightHandSideScale;
  };
  return { scaled, tableau, budget, outcome, x: original };
}

describe('换基走到终点', () => {
  test('手算的最优点 (2, 6)，两三步就到', () => {
    const { outcome, x, budget } = solve(wyndor);
    expect(outcome).toBe('optimal');
    expect([x(0), x(1)]).toEqual([2, 6]);
    expect(budget.used).toBeLessThanOrEqual(3);
  });

  test('起点不可行时先走到可行，再走到最优', () => {
    const { outcome, x } = solve({
      ...wyndor,
      constraints: [...wyndor.constraints, { coefficients: [1, 1], relation: '>=', rhs: 3 }],
      objective: [1, 0],
      sense: 'min',
    });
    expect(outcome).toBe('optimal');
    expect(x(0)).toBeCloseTo(0, 12);
    expect(x(1)).toBeGreaterThanOrEqual(3 - 1e-12);
  });

  test('变量停在自己的上界，不必进基', () => {
    const { outcome, x, tableau } = solve({ ...wyndor, upperBounds: [1, undefined] });
    expect(outcome).toBe('optimal');
    expect([x(0), x(1)]).toEqual([1, 6]);
    expect(tableau.atUpper[0]).toBe(1);
  });

  test('无界、不可行、步数用尽各有其名', () => {
    expect(solve({ objective: [1], sense: 'max', constraints: [] }).outcome).toBe('unbounded');
    expect(
      solve({
        ...wyndor,
        constraints: [...wyndor.constraints, { coefficients: [1, 1], relation: '>=', rhs: 99 }],
      }).outcome,
    ).toBe('infeasible');
    expect(solve(wyndor, 1).outcome).toBe('iteration-limit');
  });
});

test('由基重建的表与一路换基得到的表一致', () => {
  const { scaled, tableau } = solve(wyndor);
  const again = rebuild(scaled, tableau.basic, tableau.atUpper);
  const byVariable = (table: typeof tableau) =>
    new Map([...table.basic].map((variable, i) => [variable, table.value[i]!]));
  const fresh = byVariable(again);
  for (const [variable, value] of byVariable(tableau))
    expect(fresh.get(variable)).toBeCloseTo(value, 12);
});

test('给的基里有线性相关的列，重建不陷入死循环，缺的位置留给松弛变量', () => {
  const scaled = scaleProgram({
    objective: [1, 1],
    sense: 'min',
    constraints: [
      { coefficients: [1, 1], relation: '<=', rhs: 2 },
      { coefficients: [2, 2], relation: '<=', rhs: 4 },
    ],
  });
  const { basic } = rebuild(scaled, Int32Array.of(0, 1), new Uint8Array(4));
  expect([...basic].filter((variable) => variable < 2)).toHaveLength(1);
});
