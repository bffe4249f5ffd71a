import { expect, test } from 'vitest';
import { accuracy } from '../../../src/calc/forecasting/accuracy.ts';

test('手算：误差 1、0、−2、3', () => {
  const result = accuracy({
    actual: [11, 12, 13, 14],
    forecast: [10, 12, 15, 11],
    training: [5, 9, 8],
  });
  expect(result.meanError).toBe(0.5);
  expect(result.meanAbsoluteError).toBe(1.5);
  expect(result.rootMeanSquaredError).toBeCloseTo(Math.sqrt(3.5), 14);
  expect(result.meanAbsolutePercentageError).toBeCloseTo(25 * (1 / 11 + 2 / 13 + 3 / 14), 12);
  // 训练段朴素误差 4、1，均值 2.5：1.5/2.5
  expect(result.meanAbsoluteScaledError).toBeCloseTo(0.6, 14);
});

test('|ME| ≤ MAE ≤ RMSE；对训练段自身作朴素预测时 MASE = 1', () => {
  const actual = [3, 9, 4, 12, 7];
  const { meanError, meanAbsoluteError, rootMeanSquaredError } = accuracy({
    actual,
    forecast: [5, 5, 5, 5, 5],
  });
  expect(Math.abs(meanError)).toBeLessThanOrEqual(meanAbsoluteError);
  expect(meanAbsoluteError).toBeLessThanOrEqual(rootMeanSquaredError);
  const naive = accuracy({
    actual: actual.slice(1),
    forecast: actual.slice(0, -1),
    training: actual,
  });
  expect(naive.meanAbsoluteScaledError).toBeCloseTo(1, 14);
});

test('极端：实际值为 0 时百分误差无定义；训练段恒定或太短时 MASE 无定义；负实际值按绝对值', () => {
  const zero = accuracy({ actual: [0, 4], forecast: [1, 4], training: [2, 2, 2] });
  expect(zero).toMatchObject({
    meanAbsolutePercentageError: null,
    meanPercentageError: null,
    zeroActuals: 1,
    meanAbsoluteScaledError: null,
    meanAbsoluteError: 0.5,
  });
  expect(
    accuracy({ actual: [4], forecast: [4], training: [1, 2], lag: 2 }).meanAbsoluteScaledError,
  ).toBeNull();
  expect(accuracy({ actual: [-4], forecast: [-5] })).toMatchObject({
    meanAbsolutePercentageError: 25,
    meanPercentageError: -25,
  });
});

test('坏输入指名拒绝', () => {
  expect(() => accuracy({ actual: [], forecast: [] })).toThrow(/actual/);
  expect(() => accuracy({ actual: [1], forecast: [1, 2] })).toThrow(/forecast/);
  expect(() => accuracy({ actual: [1], forecast: [NaN] })).toThrow(/forecast\[0\]/);
  expect(() => accuracy({ actual: [1], forecast: [1], training: [NaN] })).toThrow(/training\[0\]/);
  expect(() => accuracy({ actual: [1], forecast: [1], lag: 0 })).toThrow(/lag/);
});
