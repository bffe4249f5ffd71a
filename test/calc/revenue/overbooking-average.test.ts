import { expect, test } from 'vitest';
import { overbookingAverage } from '../../../src/calc/revenue/overbooking-average.ts';

test('课程例：180 座、爽约 8 % 得 195.7', () => {
  expect(overbookingAverage({ capacity: 180, noShowRate: 0.08 })).toBeCloseTo(195.7, 1);
});

test('期望到场恰等于能力', () => {
  for (const noShowRate of [0, 0.05, 0.33, 0.9])
    expect(overbookingAverage({ capacity: 210, noShowRate }) * (1 - noShowRate)).toBeCloseTo(
      210,
      9,
    );
});

test('极端：全爽约为 Infinity，没有座位为 0', () => {
  expect(overbookingAverage({ capacity: 10, noShowRate: 1 })).toBe(Infinity);
  expect(overbookingAverage({ capacity: 0, noShowRate: 1 })).toBe(0);
});

test('坏输入指名拒绝', () => {
  expect(() => overbookingAverage({ capacity: -1, noShowRate: 0.1 })).toThrow(/capacity/);
  expect(() => overbookingAverage({ capacity: 1, noShowRate: 1.1 })).toThrow(/noShowRate/);
});
