import { expect, test } from 'vitest';
import { revpash } from '../../../src/calc/revenue/revpash.ts';

const base = { covers: 240, spendPerCover: 80, seats: 100, hours: 4, mealHours: 1.25 };

test('手算：240 人 × 80 元 ÷ (100 座 × 4 小时) = 48', () => {
  expect(revpash(base).revpash).toBe(48);
  expect(revpash(base).turns).toBe(2.4);
});

test('RevPASH = 占用率 × 上限', () => {
  const {
    seatOccupancy,
    ceiling,
    revpash: value,
  } = revpash({ ...base, covers: 173, mealHours: 0.9 });
  expect(seatOccupancy * ceiling).toBeCloseTo(value, 12);
});

test('极端：没有客人；坐不下时占用率大于 1 如实返回', () => {
  expect(revpash({ ...base, covers: 0 })).toMatchObject({
    revenue: 0,
    revpash: 0,
    seatOccupancy: 0,
  });
  expect(revpash({ ...base, covers: 1000 }).seatOccupancy).toBeGreaterThan(1);
});

test('坏输入指名拒绝', () => {
  for (const name of ['covers', 'spendPerCover', 'seats', 'hours', 'mealHours'] as const)
    expect(() => revpash({ ...base, [name]: -1 })).toThrow(new RegExp(name));
  expect(() => revpash({ ...base, seats: 0 })).toThrow(/seats/);
});
