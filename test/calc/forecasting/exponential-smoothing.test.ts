import { expect, test } from 'vitest';
import { exponentialSmoothing } from '../../../src/calc/forecasting/exponential-smoothing.ts';

test('手算：10、12、11，α = 0.5', () => {
  // 预测 10、10、11；误差 2、0；水平 10 → 11 → 11；误差平方和 4
  const result = exponentialSmoothing([10, 12, 11], 0.5);
  expect(result.fitted).toEqual([10, 10, 11]);
  expect(result.squaredError).toBe(4);
  expect(result.level).toBe(11);
});

test('水平是历史数据按 α(1 − α)^k 加权', () => {
  const data = [3, 8, 5, 9, 2, 7];
  const alpha = 0.3;
  let weighted = (1 - alpha) ** 5 * data[0]!;
  for (let t = 1; t < 6; t++) weighted += alpha * (1 - alpha) ** (5 - t) * data[t]!;
  expect(exponentialSmoothing(data, alpha).level).toBeCloseTo(weighted, 12);
});

test('极端：α = 0 停在第一期，α = 1 是朴素预测，只有一期', () => {
  expect(exponentialSmoothing([5, 9, 1], 0).level).toBe(5);
  expect(exponentialSmoothing([5, 9, 1], 1)).toMatchObject({ level: 1, squaredError: 16 + 64 });
  expect(exponentialSmoothing([5], 0.4)).toEqual({ fitted: [5], squaredError: 0, level: 5 });
});

test('坏输入指名拒绝', () => {
  expect(() => exponentialSmoothing([], 0.5)).toThrow(/data/);
  expect(() => exponentialSmoothing([1, Infinity], 0.5)).toThrow(/data\[1\]/);
  expect(() => exponentialSmoothing([1], 1.1)).toThrow(/alpha/);
});
