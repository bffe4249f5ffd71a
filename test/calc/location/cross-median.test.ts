import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossMedian, weightedMedian } from '../../../src/calc/location/cross-median.ts';

test('权重 7、1、3、5：累计过半（8）恰在第 2、3 个之间，最优是区间', () => {
  expect(weightedMedian([1, 2, 3, 4], [7, 1, 3, 5])).toEqual({ low: 2, high: 3 });
});

test('0.1+0.2 与 0.3 算相等，区间不因舍入塌掉', () => {
  expect(weightedMedian([0, 1, 5], [0.1, 0.2, 0.3])).toEqual({ low: 1, high: 5 });
});

test('两轴分开取中位，费用为加权曼哈顿距离', () => {
  const result = crossMedian({
    points: [
      [1, 2],
      [2, 3],
      [3, 5],
      [4, 1],
    ],
    weights: [7, 1, 3, 5],
  });
  expect(result.x).toEqual({ low: 2, high: 3 });
  expect(result.y).toEqual({ low: 2, high: 2 });
  // x 取 2：7+0+3+10 = 20；y 取 2：0+1+9+5 = 15
  expect(result.cost).toBe(35);
});

test('没有任何点比交叉中值更省', () => {
  const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(point, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 12 }),
      point,
      (rows, [x, y]) => {
        const points = rows.map(([p]) => p);
        const weights = rows.map(([, w]) => w);
        const elsewhere = points.reduce(
          (sum, p, i) => sum + (weights[i] as number) * (Math.abs(p[0] - x) + Math.abs(p[1] - y)),
          0,
        );
        expect(crossMedian({ points, weights }).cost).toBeLessThanOrEqual(elsewhere + 1e-9);
      },
    ),
  );
});

test('零权重不参与；坏输入报出参数名', () => {
  expect(
    crossMedian({
      points: [
        [0, 0],
        [9, 9],
      ],
      weights: [1, 0],
    }).x,
  ).toEqual({ low: 0, high: 0 });
  expect(() => crossMedian({ points: [[0, 0]], weights: [-1] })).toThrow(/weights\[0\]/);
  expect(() => crossMedian({ points: [[NaN, 0]], weights: [1] })).toThrow(/points\[0\]/);
});
