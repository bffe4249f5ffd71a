import { expect, test } from 'vitest';
import { scaleProgram } from '../../../src/calc/core/simplex-scaling.ts';
import type { LinearProgram } from '../../../src/calc/core/linear-program.ts';

/** 行与列的量纲相差十几个数量级。 */
const wild: LinearProgram = {
  objective: [3e9, -2e-7, 5],
  sense: 'max',
  constraints: [
    { coefficients: [1e12, 3e-4, 7], relation: '<=', rhs: 4e8 },
    { coefficients: [2, 5e-15, 0], relation: '>=', rhs: 1e-3 },
    { coefficients: [0, 1e-6, 1e3], relation: '=', rhs: 0 },
  ],
  upperBounds: [undefined, 1e10, 0],
};

test('倍数都是 2 的幂，还原得到一位不差的原数', () => {
  const scaled = scaleProgram(wild);
  const factors = [
    ...scaled.rowScale,
    ...scaled.columnScale,
    scaled.costScale,
    scaled.rightHandSideScale,
  ];
  for (const factor of factors) expect(Number.isInteger(Math.log2(factor))).toBe(true);
  wild.constraints.forEach(({ coefficients, rhs }, i) => {
    const row = scaled.rowScale[i]!;
    coefficients.forEach((value, j) =>
      expect(scaled.matrix[i]![j]! / row / scaled.columnScale[j]!).toBe(value),
    );
    expect(scaled.rightHandSide[i]! / row / scaled.rightHandSideScale).toBe(rhs);
  });
  wild.objective.forEach((value, j) =>
    expect(-scaled.cost[j]! / scaled.columnScale[j]! / scaled.costScale).toBe(value),
  );
  expect((scaled.upper[1]! * scaled.columnScale[1]!) / scaled.rightHandSideScale).toBe(1e10);
});

test('缩放后非零系数的悬殊程度从 27 个数量级缩到几个', () => {
  const sizes = scaleProgram(wild)
    .matrix.flatMap((row) => [...row])
    .filter((value) => value !== 0)
    .map(Math.abs);
  expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1e6);
});

test('松弛变量的界由关系决定，求最大改成求最小', () => {
  const { lower, upper, cost, columns } = scaleProgram(wild);
  expect(Array.from(lower.subarray(columns))).toEqual([0, -Infinity, 0]);
  expect(Array.from(upper.subarray(columns))).toEqual([Infinity, 0, 0]);
  expect(Math.sign(cost[0]!)).toBe(-1);
  expect(Math.sign(scaleProgram({ ...wild, sense: 'min' }).cost[0]!)).toBe(1);
});

test('全零的行、列、目标与没有约束都不出 NaN', () => {
  const zero = scaleProgram({
    objective: [0, 0],
    sense: 'min',
    constraints: [{ coefficients: [0, 0], relation: '<=', rhs: 0 }],
  });
  const numbers = [
    ...zero.matrix.flatMap((row) => [...row]),
    ...zero.cost,
    zero.costScale,
    zero.rightHandSideScale,
  ];
  for (const value of numbers) expect(Number.isFinite(value)).toBe(true);
  expect(scaleProgram({ objective: [1], sense: 'min', constraints: [] }).rows).toBe(0);
});
