import { expect, test } from 'vitest';
import {
  movingAverage,
  weightedMovingAverage,
} from '../../../src/calc/forecasting/moving-average.ts';

test('手算：三期平均与 3、2、1 加权（最近一期权最大）', () => {
  // (10 + 12 + 13)/3 = 11.667；(3×13 + 2×12 + 10)/6 = 12.167
  expect(movingAverage([10, 12, 13, 16], 3)).toEqual([
    expect.closeTo(35 / 3, 12),
    expect.closeTo(41 / 3, 12),
  ]);
  expect(weightedMovingAverage([10, 12, 13, 16], [3, 2, 1])[0]).toBeCloseTo(73 / 6, 12);
});

test('权数成比例放大不影响；等权即简单平均；直线的移动平均滞后 (n − 1)/2 期', () => {
  const line = Array.from({ length: 12 }, (_, t) => 5 + 3 * t);
  expect(weightedMovingAverage(line, [6, 4, 2])).toEqual(weightedMovingAverage(line, [3, 2, 1]));
  movingAverage(line, 5).forEach((value, k) => expect(value).toBeCloseTo(line[k + 4]! - 3 * 2, 10));
});

test('极端：一期即原数列，全长只有一个值，大数加小数不走样', () => {
  expect(movingAverage([4, 7], 1)).toEqual([4, 7]);
  expect(movingAverage([4, 8], 2)).toEqual([6]);
  expect(movingAverage([1e15, 1, 1, 1], 3)[1]).toBe(1);
});

test('坏输入指名拒绝', () => {
  expect(() => movingAverage([], 1)).toThrow(/data/);
  expect(() => movingAverage([1, NaN], 1)).toThrow(/data\[1\]/);
  expect(() => movingAverage([1, 2], 3)).toThrow(/data/);
  expect(() => movingAverage([1, 2], 0)).toThrow(/periods/);
  expect(() => weightedMovingAverage([1, 2], [0, 0])).toThrow(/weights/);
  expect(() => weightedMovingAverage([1, 2], [-1, 2])).toThrow(/weights\[0\]/);
});
