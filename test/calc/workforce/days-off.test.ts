import { expect, test } from 'vitest';
import fc from 'fast-check';
import { solveMixedInteger } from '../../../src/calc/location/mixed-integer.ts';
import { daysOff } from '../../../src/calc/workforce/days-off.ts';

test('手算：平日 0、周六周日各 4，4 人上一段含周末的连班即可', () => {
  const result = daysOff({ requirements: [0, 0, 0, 0, 0, 4, 4] });
  expect(result).toMatchObject({ workers: 4, simpleBound: 4 });
});

test('Winston 邮局：线性下界 22 1/3，手算下界 21，整数最优 23', () => {
  const result = daysOff({ requirements: [17, 13, 15, 19, 14, 16, 11] });
  expect(result.workers).toBe(23);
  expect(result.lpBound).toBeCloseTo(67 / 3, 9);
  expect(result.simpleBound).toBe(21);
  expect(result.startsOn.reduce((a, b) => a + b, 0)).toBe(23);
  expect(Math.min(...result.surplus)).toBeGreaterThanOrEqual(0);
});

test('与 HiGHS 的整数最优一致：各种周期与连班天数', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 10 }),
      fc.integer({ min: 1, max: 10 }),
      async (requirements, draw) => {
        const days = requirements.length;
        const workDays = 1 + (draw % days);
        const result = daysOff({ requirements, workDays });
        const exact = await solveMixedInteger({
          costs: requirements.map(() => 1),
          upper: requirements.map(() => 1000),
          integers: days,
          rows: requirements.map((lower, day) => ({
            indices: Array.from({ length: workDays }, (_, back) => (day - back + days) % days),
            lower,
          })),
        });
        expect(result.workers).toBe(Math.round(exact.objective));
        expect(result.lpBound).toBeLessThanOrEqual(result.workers + 1e-9);
        expect(result.simpleBound).toBeLessThanOrEqual(result.workers);
        expect(Math.min(...result.startsOn, ...result.surplus)).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 60, seed: 3 },
  );
});

test('极端：全零、一天、天天上班、小数需求、几十万人', () => {
  expect(daysOff({ requirements: [0, 0, 0, 0, 0, 0, 0] })).toMatchObject({
    workers: 0,
    lpBound: 0,
    simpleBound: 0,
  });
  expect(daysOff({ requirements: [9], workDays: 1 }).workers).toBe(9);
  expect(daysOff({ requirements: [3, 8, 5], workDays: 3 }).workers).toBe(8);
  expect(daysOff({ requirements: [0.2, 0, 0, 0, 0, 0, 0] })).toMatchObject({
    workers: 1,
    lpBound: expect.closeTo(0.2, 9),
  });
  expect(daysOff({ requirements: [5e5, 5e5, 5e5, 5e5, 5e5, 5e5, 5e5] }).workers).toBe(7e5);
});

test('坏输入指名拒绝', () => {
  expect(() => daysOff({ requirements: [] })).toThrow(/requirements/);
  expect(() => daysOff({ requirements: [1, -1], workDays: 1 })).toThrow(/requirements\[1\]/);
  expect(() => daysOff({ requirements: [1, 2, 3] })).toThrow(/workDays/);
  expect(() => daysOff({ requirements: [1, 2, 3], workDays: 0 })).toThrow(/workDays/);
});
