import { expect, test } from 'vitest';
import { centreOfGravity } from '../../../src/calc/location/centre-of-gravity.ts';

test('Quain 例：(2000·30+1000·90+1000·130+2000·60)/6000 = 66.67', () => {
  const { x, y } = centreOfGravity({
    points: [
      [30, 120],
      [90, 110],
      [130, 130],
      [60, 40],
    ],
    weights: [2000, 1000, 1000, 2000],
  });
  expect(x).toBeCloseTo(400 / 6, 10);
  expect(y).toBeCloseTo(560 / 6, 10);
});

test('重心不是平均距离最小的点：四镇例重心处均距大于放在 2 km 处', () => {
  const { x, meanDistance } = centreOfGravity({
    points: [
      [0, 0],
      [2, 0],
      [3, 0],
      [10, 0],
    ],
    weights: [5, 2, 2, 2],
  });
  expect(x).toBeCloseTo(30 / 11, 12);
  expect(meanDistance).toBeGreaterThan(28 / 11);
});

test('坐标带大偏移时仍精确', () => {
  const { x } = centreOfGravity({
    points: [
      [1e15, 0],
      [1e15 + 2, 0],
      [1e15 + 4, 0],
    ],
    weights: [1, 1, 1],
  });
  expect(x).toBe(1e15 + 2);
});

test('零权重的点不起作用，只有一个点时就是它', () => {
  expect(
    centreOfGravity({
      points: [
        [1, 2],
        [50, 50],
      ],
      weights: [3, 0],
    }),
  ).toMatchObject({ x: 1, y: 2, meanDistance: 0 });
});

test.each([
  [{ points: [[0, 0]] as [number, number][], weights: [0] }, /weights/],
  [{ points: [[0, 0]] as [number, number][], weights: [1, 2] }, /weights/],
  [{ points: [] as [number, number][], weights: [] }, /points/],
  [{ points: [[0, Infinity]] as [number, number][], weights: [1] }, /points\[0\]\[1\]/],
])('坏输入报出参数名 %#', (input, message) => {
  expect(() => centreOfGravity(input)).toThrow(message);
});
