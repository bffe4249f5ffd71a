import { expect, test } from 'vitest';
import { holt } from '../../../src/calc/forecasting/holt.ts';

test('手算：3、5、8、9，α = β = 0.5', () => {
  // 初值 5、2。预测 7，误差 1：水平 7.5，趋势 0.5×2.5 + 0.5×2 = 2.25
  // 预测 9.75，误差 −0.75：水平 9.375，趋势 0.5×1.875 + 0.5×2.25 = 2.0625
  const result = holt({ data: [3, 5, 8, 9], alpha: 0.5, beta: 0.5, horizon: 2 });
  expect(result.squaredError).toBe(1 + 0.5625);
  expect(result.level).toBe(9.375);
  expect(result.trend).toBe(2.0625);
  expect(result.forecast).toEqual([11.4375, 13.5]);
});

test('直线无论系数多少都完全拟合', () => {
  const data = Array.from({ length: 15 }, (_, t) => 7 - 2.5 * t);
  for (const [alpha, beta] of [
    [0, 0],
    [0.3, 0.9],
    [1, 1],
  ] as const) {
    const result = holt({ data, alpha, beta, horizon: 3 });
    expect(result.squaredError).toBeCloseTo(0, 18);
    expect(result.forecast[2]).toBeCloseTo(7 - 2.5 * 17, 9);
  }
});

test('极端：两期；β = 0 斜率不变；预测零期', () => {
  expect(holt({ data: [1, 4], alpha: 0.2, beta: 0.2 }).forecast).toEqual([7]);
  expect(holt({ data: [1, 4, 100, -3], alpha: 0.2, beta: 0 }).trend).toBe(3);
  expect(holt({ data: [1, 4], alpha: 0.2, beta: 0.2, horizon: 0 }).forecast).toEqual([]);
});

test('坏输入指名拒绝', () => {
  expect(() => holt({ data: [1], alpha: 0.5, beta: 0.5 })).toThrow(/data/);
  expect(() => holt({ data: [1, NaN], alpha: 0.5, beta: 0.5 })).toThrow(/data\[1\]/);
  expect(() => holt({ data: [1, 2], alpha: -0.1, beta: 0.5 })).toThrow(/alpha/);
  expect(() => holt({ data: [1, 2], alpha: 0.1, beta: 2 })).toThrow(/beta/);
  expect(() => holt({ data: [1, 2], alpha: 0.1, beta: 0, horizon: -1 })).toThrow(/horizon/);
});
