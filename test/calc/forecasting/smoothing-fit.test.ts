import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { exponentialSmoothing } from '../../../src/calc/forecasting/exponential-smoothing.ts';
import { holtWinters } from '../../../src/calc/forecasting/holt-winters.ts';
import { holt } from '../../../src/calc/forecasting/holt.ts';
import {
  fitExponentialSmoothing,
  fitHolt,
  fitHoltWinters,
} from '../../../src/calc/forecasting/smoothing-fit.ts';

const cases = JSON.parse(
  readFileSync(new URL('../../reference/cases/forecasting.json', import.meta.url), 'utf8'),
) as { id: string; inputs: { data: number[] } }[];
const air = cases.find(({ id }) => id === 'hw-add-air-fit')!.inputs.data;

function noisy(seed: number, length: number): number[] {
  const random = createRandom(seed);
  let level = 100;
  return Array.from({ length }, (_, t) => {
    level += random.normal(0.5, 2);
    return Math.max(5, level + 12 * Math.sin((2 * Math.PI * t) / 4) + random.normal(0, 6));
  });
}

test('手算：0、1、0 的最优 α', () => {
  // 误差 1 与 −α，平方和 1 + α²，在 α = 0 最小
  expect(fitExponentialSmoothing([0, 1, 0])).toMatchObject({ alpha: 0, squaredError: 1 });
  // 0、1、1：误差 1 与 1 − α，在 α = 1 最小
  expect(fitExponentialSmoothing([0, 1, 1])).toMatchObject({ alpha: 1, squaredError: 1 });
});

test('AirPassengers 相加：误差平方和不大于 R 的 21860.18，γ 落在边界 1', () => {
  const fit = fitHoltWinters({ data: air, period: 12, form: 'additive' });
  expect(fit.squaredError).toBeLessThan(21860.19);
  expect(fit.gamma).toBe(1);
});

test('不比密网格上任何一点差', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const data = noisy(seed, 26);
    const single = fitExponentialSmoothing(data);
    const double = fitHolt({ data });
    for (let i = 0; i <= 50; i++) {
      expect(single.squaredError).toBeLessThanOrEqual(
        exponentialSmoothing(data, i / 50).squaredError * (1 + 1e-10),
      );
      for (let j = 0; j <= 50; j++)
        expect(double.squaredError).toBeLessThanOrEqual(
          holt({ data, alpha: i / 50, beta: j / 50 }).squaredError * (1 + 1e-10),
        );
    }
    for (const form of ['additive', 'multiplicative'] as const) {
      const triple = fitHoltWinters({ data, period: 4, form });
      for (let i = 0; i <= 10; i++)
        for (let j = 0; j <= 10; j++)
          for (let k = 0; k <= 10; k++)
            expect(triple.squaredError).toBeLessThanOrEqual(
              holtWinters({ data, period: 4, form, alpha: i / 10, beta: j / 10, gamma: k / 10 })
                .squaredError *
                (1 + 1e-10),
            );
    }
  }
});

test('系数在 [0, 1] 内，结果与用该系数直接平滑一致', () => {
  const data = noisy(9, 30);
  const { alpha, beta, gamma, squaredError } = fitHoltWinters({
    data,
    period: 4,
    form: 'multiplicative',
  });
  for (const value of [alpha, beta, gamma]) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  expect(
    holtWinters({ data, period: 4, form: 'multiplicative', alpha, beta, gamma }).squaredError,
  ).toBe(squaredError);
});

test('极端：常数列误差为 0；直线的霍尔特误差为 0', () => {
  expect(fitExponentialSmoothing([5, 5, 5, 5]).squaredError).toBe(0);
  expect(fitHolt({ data: [1, 3, 5, 7, 9] }).squaredError).toBe(0);
  const constant = Array.from({ length: 8 }, () => 5);
  expect(
    fitHoltWinters({ data: constant, period: 4, form: 'multiplicative' }).squaredError,
  ).toBeCloseTo(0, 20);
});

test('坏输入指名拒绝', () => {
  expect(() => fitExponentialSmoothing([1])).toThrow(/data/);
  expect(() => fitHolt({ data: [1, 2] })).toThrow(/data/);
  expect(() => fitHoltWinters({ data: [1, 2, 3], period: 2, form: 'additive' })).toThrow(/data/);
  expect(() => fitHoltWinters({ data: [1, 2, 0, 4], period: 2, form: 'multiplicative' })).toThrow(
    /data\[2\]/,
  );
});
