import { expect, test } from 'vitest';
import {
  bookClass,
  nestedPolicyRevenue,
  roundedNormalDemand,
} from '../../../src/calc/revenue/static-booking.ts';

test('取整正态需求的概率和为 1、均值接近原均值，两尾都不为负', () => {
  for (const [mean, sd] of [
    [40, 12],
    [3, 4],
    [100, 0.3],
    [200, 5],
  ] as const) {
    const probability = roundedNormalDemand(mean, sd, 400);
    const total = probability.reduce((sum, value) => sum + value, 0);
    expect(total).toBeCloseTo(1, 12);
    expect(Math.min(...probability)).toBeGreaterThanOrEqual(0);
    if (mean > 4 * sd) {
      const average = probability.reduce((sum, value, k) => sum + k * value, 0);
      expect(average).toBeCloseTo(mean, 3);
    }
  }
  expect(Array.from(roundedNormalDemand(2.4, 0, 4))).toEqual([0, 0, 1, 0, 0]);
  expect(Array.from(roundedNormalDemand(9, 0, 4))).toEqual([0, 0, 0, 0, 1]);
});

test('远右尾保有相对精度：均值 0、标准差 1，P(≥ 10) = Φ(−9.5)', () => {
  const probability = roundedNormalDemand(0, 1, 10);
  expect(probability[10]! / 1.0494515075362604e-21).toBeCloseTo(1, 8);
});

test('手算一步：需求必为 2 以上、留 1 座、票价 40', () => {
  const next = bookClass({
    value: Float64Array.of(0, 100, 150, 150),
    demand: Float64Array.of(0, 0, 1, 0),
    fare: 40,
    protection: 1,
  });
  // 剩 2 座卖 1：40 + 100；剩 3 座卖 2：80 + 100
  expect(Array.from(next)).toEqual([0, 100, 140, 180]);
});

test('课程例：低价无限、留 43 间的期望收入约 60 630', () => {
  const classes = [
    { fare: 900, mean: 40, sd: 12 },
    { fare: 360, mean: 1000, sd: 0 },
  ];
  const at = (seats: number) =>
    nestedPolicyRevenue({ classes, capacity: 120, protection: [seats] });
  expect(at(0)).toBeCloseTo(43200, 8);
  expect(at(43)).toBeCloseTo(60629.89, 1);
  expect(at(43)).toBeGreaterThan(at(42));
  expect(at(43)).toBeGreaterThan(at(44));
});

test('坏输入指名拒绝', () => {
  const classes = [{ fare: 9, mean: 4, sd: 1 }];
  expect(() => roundedNormalDemand(-1, 1, 5)).toThrow(/mean/);
  expect(() => roundedNormalDemand(1, -1, 5)).toThrow(/sd/);
  expect(() => roundedNormalDemand(1, 1, 0.5)).toThrow(/limit/);
  expect(() =>
    bookClass({ value: Float64Array.of(0, 1), demand: Float64Array.of(1), fare: 1, protection: 0 }),
  ).toThrow(/demand/);
  expect(() => nestedPolicyRevenue({ classes, capacity: 5, protection: [1] })).toThrow(
    /protection/,
  );
  expect(() => nestedPolicyRevenue({ classes, capacity: -5, protection: [] })).toThrow(/capacity/);
});
