import { describe, expect, test } from 'vitest';
import { simulateBooking } from '../../../src/calc/revenue/booking-simulation.ts';
import { emsrB } from '../../../src/calc/revenue/emsr-b.ts';
import { optimalProtection } from '../../../src/calc/revenue/optimal-protection.ts';
import { nestedPolicyRevenue } from '../../../src/calc/revenue/static-booking.ts';

const classes = [
  { fare: 1500, mean: 20, sd: 8 },
  { fare: 1000, mean: 35, sd: 12 },
  { fare: 600, mean: 60, sd: 18 },
  { fare: 380, mean: 90, sd: 25 },
];
const capacity = 150;
const policies = [
  { name: '先到先得', protection: [0, 0, 0] },
  { name: 'EMSR-b', protection: emsrB(classes).map(Math.round) },
  { name: '最优', protection: optimalProtection({ classes, capacity }).protection },
];
const setting = {
  classes,
  capacity,
  policies,
  arrivalOrder: 'low-first',
  replications: 2000,
  seed: 1,
} as const;

test('手算：需求确定，保护 40 比先到先得多 40 × (900 − 360)', () => {
  const result = simulateBooking({
    classes: [
      { fare: 900, mean: 40, sd: 0 },
      { fare: 360, mean: 200, sd: 0 },
    ],
    capacity: 120,
    policies: [
      { name: 'a', protection: [0] },
      { name: 'b', protection: [40] },
    ],
    arrivalOrder: 'low-first',
    replications: 1,
    seed: 5,
  });
  expect(result.policies[0]!.meanRevenue).toBe(43200);
  expect(result.policies[1]!.gainOverFirst).toBe(21600);
  expect(result.perfectRevenue).toBe(64800);
});

test('低价先到时平均收入在四个标准误之内等于静态模型的精确值', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const result = simulateBooking({ ...setting, seed });
    result.policies.forEach((outcome, p) => {
      const exact = nestedPolicyRevenue({ classes, capacity, protection: policies[p]!.protection });
      expect(Math.abs(outcome.meanRevenue - exact)).toBeLessThan(4 * outcome.standardError);
    });
  }
});

test('配对差的标准误小于单独的标准误之和，任何策略不超过事后最优', () => {
  const result = simulateBooking(setting);
  const [first, , best] = result.policies;
  expect(best!.gainStandardError).toBeLessThan(first!.standardError + best!.standardError);
  for (const outcome of result.policies)
    expect(outcome.meanRevenue).toBeLessThanOrEqual(result.perfectRevenue + 1e-6);
});

test('高价先到时不控制即最优；混合到达介于两者之间', () => {
  const high = simulateBooking({ ...setting, arrivalOrder: 'high-first', replications: 300 });
  expect(high.policies[0]!.meanRevenue).toBeCloseTo(high.perfectRevenue, 6);
  const mixed = simulateBooking({ ...setting, arrivalOrder: 'mixed', replications: 300 });
  const low = simulateBooking({ ...setting, replications: 300 });
  expect(mixed.policies[0]!.meanRevenue).toBeGreaterThan(low.policies[0]!.meanRevenue);
  expect(mixed.policies[0]!.meanRevenue).toBeLessThan(high.policies[0]!.meanRevenue);
});

describe('高价卖出以后放出为它留的座位', () => {
  const hotel = {
    classes: [
      { fare: 900, mean: 40, sd: 12 },
      { fare: 360, mean: 150, sd: 30 },
    ],
    capacity: 120,
    policies: [
      { name: '先到先得', protection: [0] },
      { name: '放出', protection: [43], nesting: 'standard' },
      { name: '不放', protection: [43], nesting: 'theft' },
      { name: '缺省', protection: [43] },
    ],
    replications: 12_000,
    seed: 1,
  } as const;
  const means = (arrivalOrder: 'low-first' | 'high-first' | 'mixed') =>
    simulateBooking({ ...hotel, arrivalOrder }).policies.map(({ meanRevenue }) => meanRevenue);

  test('手算：高价先到 30 位，留 40 放出剩下 10，低价卖 80；不放只卖 50', () => {
    const { policies: outcomes } = simulateBooking({
      classes: [
        { fare: 900, mean: 30, sd: 0 },
        { fare: 360, mean: 200, sd: 0 },
      ],
      capacity: 120,
      policies: [
        { name: '放出', protection: [40], nesting: 'standard' },
        { name: '不放', protection: [40] },
      ],
      arrivalOrder: 'high-first',
      replications: 1,
      seed: 1,
    });
    expect(outcomes.map(({ meanSales }) => meanSales)).toEqual([
      [30, 80],
      [30, 50],
    ]);
  });

  test('低价先到时两种嵌套一间不差；不写就是不放', () => {
    const [, standard, theft, fallback] = means('low-first');
    expect(standard).toBe(theft);
    for (const order of ['high-first', 'mixed'] as const) {
      const [, , held, same] = means(order);
      expect(same).toBe(held);
    }
    expect(fallback).toBe(theft);
  });

  test('高价先到：64 790 降到 62 540，不放只有 49 206', () => {
    const [first, standard, theft] = means('high-first') as [number, number, number, number];
    expect(Math.abs(first - 64_790)).toBeLessThan(170);
    expect(Math.abs(standard - 62_540)).toBeLessThan(170);
    expect(Math.abs(theft - 49_206)).toBeLessThan(170);
  });

  test('混着到：56 950 升到 60 680，不放只有 57 746', () => {
    const [first, standard, theft] = means('mixed') as [number, number, number, number];
    expect(Math.abs(first - 56_950)).toBeLessThan(170);
    expect(Math.abs(standard - 60_680)).toBeLessThan(170);
    expect(Math.abs(theft - 57_746)).toBeLessThan(170);
  });

  test('四舱混着到：先到先得 98 664，EMSR-b 放出 105 900，不放 95 533', () => {
    const protection = emsrB(classes);
    const [first, standard, theft] = simulateBooking({
      classes,
      capacity,
      policies: [
        { name: '先到先得', protection: [0, 0, 0] },
        { name: '放出', protection, nesting: 'standard' },
        { name: '不放', protection },
      ],
      arrivalOrder: 'mixed',
      replications: 12_000,
      seed: 1,
    }).policies.map(({ meanRevenue }) => meanRevenue) as [number, number, number];
    expect(Math.abs(first - 98_664)).toBeLessThan(250);
    expect(Math.abs(standard - 105_900)).toBeLessThan(250);
    expect(Math.abs(theft - 95_533)).toBeLessThan(250);
  });
});

test('极端：没有座位；同一种子结果相同', () => {
  const none = simulateBooking({ ...setting, capacity: 0, replications: 3 });
  expect(none.policies.map((outcome) => outcome.meanRevenue)).toEqual([0, 0, 0]);
  expect(none.policies[0]!.loadFactor).toBe(0);
  expect(simulateBooking({ ...setting, arrivalOrder: 'mixed', replications: 4 })).toEqual(
    simulateBooking({ ...setting, arrivalOrder: 'mixed', replications: 4 }),
  );
});

test('坏输入指名拒绝', () => {
  expect(() => simulateBooking({ ...setting, capacity: 1.5 })).toThrow(/capacity/);
  expect(() => simulateBooking({ ...setting, policies: [] })).toThrow(/policies/);
  expect(() => simulateBooking({ ...setting, policies: [{ name: 'x', protection: [1] }] })).toThrow(
    /policies\[0\]\.protection/,
  );
  expect(() =>
    simulateBooking({ ...setting, policies: [{ name: 'x', protection: [1, NaN, 3] }] }),
  ).toThrow(/protection\[1\]/);
  expect(() =>
    simulateBooking({
      ...setting,
      policies: [{ name: 'x', protection: [1, 2, 3], nesting: 'x' as 'theft' }],
    }),
  ).toThrow(/policies\[0\]\.nesting/);
  expect(() => simulateBooking({ ...setting, arrivalOrder: 'x' as 'mixed' })).toThrow(
    /arrivalOrder/,
  );
  expect(() => simulateBooking({ ...setting, replications: 0 })).toThrow(/replications/);
});

describe('需求极大时', () => {
  const input = {
    classes: [
      { fare: 900, mean: 3e9, sd: 0 },
      { fare: 360, mean: 200, sd: 0 },
    ],
    capacity: 120,
    policies: [{ name: '先到先得', protection: [0] }],
    replications: 2,
    seed: 1,
  };
  test('均值 3×10⁹ 不变成负数：低价先到卖光 120 座，事后诸葛全卖高价', () => {
    const result = simulateBooking({ ...input, arrivalOrder: 'low-first' });
    expect(result.perfectRevenue).toBe(120 * 900);
    expect(result.policies[0]?.meanSales).toEqual([0, 120]);
    expect(result.policies[0]?.loadFactor).toBe(1);
  });
  test('逐个请求混排的需求过千万时拒绝并指名等级', () => {
    expect(() => simulateBooking({ ...input, arrivalOrder: 'mixed' })).toThrow(
      /^classes\[0\] must be of at most/,
    );
  });
});
