import { expect, test } from 'vitest';
import fc from 'fast-check';
import { emsrA } from '../../../src/calc/revenue/emsr-a.ts';
import { emsrB } from '../../../src/calc/revenue/emsr-b.ts';
import { littlewood } from '../../../src/calc/revenue/littlewood.ts';
import { optimalProtection } from '../../../src/calc/revenue/optimal-protection.ts';
import { nestedPolicyRevenue } from '../../../src/calc/revenue/static-booking.ts';

const wollmer = [
  { fare: 1050, mean: 17.3, sd: 5.8 },
  { fare: 567, mean: 45.1, sd: 15 },
  { fare: 534, mean: 39.6, sd: 13.2 },
  { fare: 520, mean: 34, sd: 11.3 },
];

test('Talluri & van Ryzin 的四舱例：连续解 16.7/42.5/72.3 附近的整数，收入与逐点枚举的动态规划一致', () => {
  const { protection, expectedRevenue } = optimalProtection({ classes: wollmer, capacity: 107 });
  expect(protection).toEqual([17, 42, 73]);
  // 另用 Python 对每个状态枚举全部卖出数得到
  expect(expectedRevenue).toBeCloseTo(63580.4250951, 5);
});

test('两舱时与 Littlewood 相差不到一座', () => {
  for (const fareLow of [100, 300, 500, 800]) {
    const rule = littlewood({ fareHigh: 900, fareLow, meanHigh: 40, sdHigh: 12, capacity: 120 });
    const classes = [
      { fare: 900, mean: 40, sd: 12 },
      { fare: fareLow, mean: 90, sd: 30 },
    ];
    const [seats] = optimalProtection({ classes, capacity: 120 }).protection;
    expect(Math.abs(seats! - rule.protection)).toBeLessThan(1);
  }
});

test('没有任何嵌套策略比它更好；EMSR 不超过它', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 50, max: 500 }),
          fc.integer({ min: 0, max: 15 }),
          fc.integer({ min: 0, max: 6 }),
        ),
        { minLength: 2, maxLength: 4 },
      ),
      fc.integer({ min: 0, max: 25 }),
      fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 3, maxLength: 3 }),
      (raw, capacity, guess) => {
        const classes = raw
          .map(([fare, mean, sd]) => ({ fare, mean, sd }))
          .sort((a, b) => b.fare - a.fare);
        const best = optimalProtection({ classes, capacity });
        const score = (protection: number[]) =>
          nestedPolicyRevenue({ classes, capacity, protection });
        expect(score(best.protection)).toBeCloseTo(best.expectedRevenue, 8);
        for (const policy of [
          guess.slice(0, classes.length - 1).sort((a, b) => a - b),
          emsrA(classes),
          emsrB(classes),
        ])
          expect(score(policy.map((seats) => Math.min(seats, capacity)))).toBeLessThanOrEqual(
            best.expectedRevenue + 1e-7,
          );
      },
    ),
    { numRuns: 150, seed: 11 },
  );
});

test('极端：能力为 0、单一等级、同价', () => {
  expect(optimalProtection({ classes: wollmer, capacity: 0 })).toEqual({
    protection: [0, 0, 0],
    expectedRevenue: 0,
  });
  expect(optimalProtection({ classes: wollmer.slice(0, 1), capacity: 5 }).protection).toEqual([]);
  const equal = [
    { fare: 5, mean: 3, sd: 1 },
    { fare: 5, mean: 4, sd: 1 },
  ];
  expect(optimalProtection({ classes: equal, capacity: 10 }).protection).toEqual([0]);
});

test('坏输入指名拒绝', () => {
  expect(() => optimalProtection({ classes: wollmer, capacity: 10.5 })).toThrow(/capacity/);
  expect(() => optimalProtection({ classes: [], capacity: 10 })).toThrow(/classes/);
});
