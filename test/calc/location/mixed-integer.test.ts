import { expect, test } from 'vitest';
import { solveMixedInteger } from '../../../src/calc/location/mixed-integer.ts';

test('小背包：容量 5，取价值 4+5（重 2+3）而非 6（重 4）', async () => {
  const result = await solveMixedInteger({
    costs: [-4, -5, -6],
    integers: 3,
    rows: [{ indices: [0, 1, 2], values: [2, 3, 4], upper: 5 }],
  });
  expect(result.status).toBe('optimal');
  expect(result.objective).toBeCloseTo(-9, 9);
  expect(result.solution.map(Math.round)).toEqual([1, 1, 0]);
});

test('不可行写在 status 里，不抛错', async () => {
  const result = await solveMixedInteger({
    costs: [1],
    integers: 1,
    rows: [{ indices: [0], lower: 2 }],
  });
  expect(result).toMatchObject({ status: 'infeasible', objective: Infinity, solution: [] });
});

test('连续变量与自定上下限', async () => {
  const result = await solveMixedInteger({
    costs: [1, 1],
    lower: [-2, 0],
    upper: [5, Infinity],
    integers: 0,
    rows: [{ indices: [0, 1], lower: 1.5 }],
  });
  expect(result.objective).toBeCloseTo(1.5, 9);
});

test('坏输入报出参数名', async () => {
  await expect(
    solveMixedInteger({ costs: [1], lower: [0, 0], integers: 0, rows: [] }),
  ).rejects.toThrow(/lower/);
  await expect(
    solveMixedInteger({ costs: [1], integers: 0, rows: [], timeLimit: 0 }),
  ).rejects.toThrow(/timeLimit/);
});
