import { expect, test } from 'vitest';
import { littlewoodEmpirical } from '../../../src/calc/revenue/littlewood-empirical.ts';

const base = {
  fareHigh: 10,
  fareLow: 7,
  capacity: 50,
  demandCounts: [
    { demand: 20, count: 7 },
    { demand: 10, count: 3 },
  ],
};

test('频率恰等于临界比时停在这一档：1 − 0.7 与 3/10', () => {
  const result = littlewoodEmpirical(base);
  expect(result.protection).toBe(10);
  expect(result.bookingLimitLow).toBe(40);
  expect(result.cumulative).toEqual([
    { demand: 10, probability: 0.3 },
    { demand: 20, probability: 1 },
  ]);
});

test('重复的需求合并；权重可为小数', () => {
  const demandCounts = [
    { demand: 5, count: 0.5 },
    { demand: 8, count: 1 },
    { demand: 5, count: 0.5 },
  ];
  expect(littlewoodEmpirical({ ...base, demandCounts }).cumulative).toEqual([
    { demand: 5, probability: 0.5 },
    { demand: 8, probability: 1 },
  ]);
});

test('极端：同价不留，白送留到最大需求，能力不够时上限为 0', () => {
  expect(littlewoodEmpirical({ ...base, fareLow: 10 }).protection).toBe(0);
  expect(littlewoodEmpirical({ ...base, fareLow: 0 }).protection).toBe(20);
  expect(littlewoodEmpirical({ ...base, fareLow: 0, capacity: 5 }).bookingLimitLow).toBe(0);
});

test('坏输入指名拒绝', () => {
  expect(() => littlewoodEmpirical({ ...base, demandCounts: [] })).toThrow(/demandCounts/);
  expect(() => littlewoodEmpirical({ ...base, demandCounts: [{ demand: 5, count: 0 }] })).toThrow(
    /demandCounts/,
  );
  expect(() => littlewoodEmpirical({ ...base, demandCounts: [{ demand: NaN, count: 1 }] })).toThrow(
    /demand\b/,
  );
  expect(() => littlewoodEmpirical({ ...base, demandCounts: [{ demand: 5, count: -1 }] })).toThrow(
    /count/,
  );
  expect(() => littlewoodEmpirical({ ...base, capacity: NaN })).toThrow(/capacity/);
});
