import { expect, test } from 'vitest';
import { climbDual } from '../../../src/calc/location/dual-bound.ts';

test('逼近分段线性凹函数的最大值：min(2u, 6−u) 在 u=2 处为 4', () => {
  const { bound, iterations } = climbDual({
    start: new Float64Array([0]),
    evaluate: (u, g) => {
      const x = u[0] as number;
      g[0] = 2 * x < 6 - x ? 2 : -1;
      return Math.min(2 * x, 6 - x);
    },
    target: () => 4,
    closed: (value) => value >= 4 - 1e-6,
    maxIterations: 500,
  });
  expect(bound).toBeGreaterThan(3.99);
  expect(bound).toBeLessThanOrEqual(4);
  expect(iterations).toBeLessThanOrEqual(500);
});

test('次梯度为 0 即停；非负限制下乘子不为负', () => {
  const flat = climbDual({
    start: new Float64Array([1]),
    evaluate: (_, g) => ((g[0] = 0), 7),
    target: () => 9,
    closed: () => false,
    maxIterations: 50,
  });
  expect(flat).toMatchObject({ bound: 7, iterations: 1 });
  const low = climbDual({
    start: new Float64Array([1]),
    nonNegative: true,
    evaluate: (u, g) => ((g[0] = -1), -(u[0] as number)),
    target: () => 5,
    closed: () => false,
    maxIterations: 30,
  });
  expect(low.bound).toBeCloseTo(0, 12);
  expect(low.multipliers[0]).toBe(0);
});
