import { expect, test } from 'vitest';
import { factorRating } from '../../../src/calc/location/factor-rating.ts';

test('加权总分按权重原样相加：主题公园例 17.5+2.5+8.5+29.25+12.6 = 70.35，15+3+8+27.3+14.7 = 68', () => {
  const result = factorRating({
    weights: [0.25, 0.05, 0.1, 0.39, 0.21],
    scores: [
      [70, 60],
      [50, 60],
      [85, 80],
      [75, 70],
      [60, 70],
    ],
  });
  expect(result.totals[0]).toBeCloseTo(70.35, 10);
  expect(result.totals[1]).toBeCloseTo(68, 10);
  expect(result.best).toBe(0);
  expect(result.contributions[3]?.[0]).toBeCloseTo(29.25, 10);
});

test('并列时 best 取最靠前者，tied 列出全部', () => {
  const result = factorRating({
    weights: [0.1, 0.2],
    scores: [
      [3, 1, 3],
      [0, 1, 0],
    ],
  });
  expect(result.best).toBe(0);
  expect(result.tied).toEqual([0, 1, 2]);
});

test('权重整体放大不改变次序', () => {
  const scores = [
    [7, 9, 2],
    [1, 5, 8],
  ];
  const small = factorRating({ weights: [1, 3], scores });
  const large = factorRating({ weights: [1e12, 3e12], scores });
  expect(large.best).toBe(small.best);
  expect((large.totals[1] as number) / 1e12).toBeCloseTo(small.totals[1] as number, 9);
});

test.each([
  [{ weights: [1], scores: [[1], [2]] }, /weights/],
  [{ weights: [0, 0], scores: [[1], [2]] }, /weights/],
  [{ weights: [-1, 2], scores: [[1], [2]] }, /weights\[0\]/],
  [{ weights: [1, 1], scores: [[1], [NaN]] }, /scores\[1\]\[0\]/],
  [{ weights: [], scores: [] }, /scores/],
])('坏输入报出参数名 %#', (input, message) => {
  expect(() => factorRating(input)).toThrow(RangeError);
  expect(() => factorRating(input)).toThrow(message);
});
