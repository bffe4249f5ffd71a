import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  holtWinters,
  holtWintersSquaredError,
  holtWintersStart,
} from '../../../src/calc/forecasting/holt-winters.ts';

const cases = JSON.parse(
  readFileSync(new URL('../../reference/cases/forecasting.json', import.meta.url), 'utf8'),
) as { id: string; inputs: { data: number[] } }[];
const air = cases.find(({ id }) => id === 'hw-mult-air-fixed')!.inputs.data;

test('手算：周期 2、相加', () => {
  // 初值由前 4 期：中心化平均 10.5、11.5 → 截距 9.5、斜率 1；季节 −1.5、1.5
  const data = [8, 12, 10, 14, 12];
  const start = holtWintersStart({ data, period: 2, form: 'additive' });
  expect(start.level).toBeCloseTo(9.5, 12);
  expect(start.trend).toBeCloseTo(1, 12);
  expect(start.seasonal).toEqual([-1.5, 1.5]);
  // 第 3 期预测 9.5 + 1 − 1.5 = 9，误差 1；水平 0.5×11.5 + 0.5×10.5 = 11；趋势 0.5×1.5 + 0.5×1 = 1.25；季节 0.5×(−1) + 0.5×(−1.5) = −1.25
  // 第 4 期预测 11 + 1.25 + 1.5 = 13.75，误差 0.25
  const { fitted } = holtWinters({
    data,
    period: 2,
    form: 'additive',
    alpha: 0.5,
    beta: 0.5,
    gamma: 0.5,
  });
  expect(fitted[0]).toBeCloseTo(9, 12);
  expect(fitted[1]).toBeCloseTo(13.75, 12);
});

test('纯季节没有误差，预测延续原型态；加上趋势时头几期的起步误差随后消失', () => {
  const season = [4, -1, -3];
  const options = {
    period: 3,
    form: 'additive',
    alpha: 0.6,
    beta: 0.5,
    gamma: 0.2,
    horizon: 7,
  } as const;
  const level = Array.from({ length: 13 }, (_, t) => 20 + season[t % 3]!);
  const steady = holtWinters({ ...options, data: level });
  expect(steady.squaredError).toBeCloseTo(0, 15);
  steady.forecast.forEach((value, h) => expect(value).toBeCloseTo(20 + season[(13 + h) % 3]!, 9));
  const rising = Array.from({ length: 400 }, (_, t) => 20 + 1.5 * t + season[t % 3]!);
  const trend = holtWinters({ ...options, data: rising });
  expect(Math.abs(trend.fitted[0]! - rising[3]!)).toBeGreaterThan(1);
  trend.forecast.forEach((value, h) =>
    expect(value).toBeCloseTo(20 + 1.5 * (400 + h) + season[(400 + h) % 3]!, 6),
  );
});

test('只求误差平方和的快速递推与完整递推一致', () => {
  for (const form of ['additive', 'multiplicative'] as const)
    for (const [alpha, beta, gamma] of [
      [0, 0, 0],
      [1, 1, 1],
      [0.3, 0.1, 0.2],
      [0.9, 0.02, 0.6],
    ] as const) {
      const start = holtWintersStart({ data: air, period: 12, form });
      const fast = holtWintersSquaredError(Float64Array.from(air), {
        ...start,
        seasonal: Float64Array.from(start.seasonal),
        additive: form === 'additive',
        alpha,
        beta,
        gamma,
      });
      expect(
        fast / holtWinters({ data: air, period: 12, form, alpha, beta, gamma }).squaredError,
      ).toBeCloseTo(1, 12);
    }
});

test('相乘形式随单位同比例缩放；相加形式随平移', () => {
  const options = { period: 12, alpha: 0.3, beta: 0.1, gamma: 0.2 };
  const plain = holtWinters({ ...options, data: air, form: 'multiplicative' });
  const scaled = holtWinters({
    ...options,
    data: air.map((value) => value * 1000),
    form: 'multiplicative',
  });
  scaled.forecast.forEach((value, h) =>
    expect(value / plain.forecast[h]! / 1000).toBeCloseTo(1, 10),
  );
  const base = holtWinters({ ...options, data: air, form: 'additive' });
  const moved = holtWinters({
    ...options,
    data: air.map((value) => value - 400),
    form: 'additive',
  });
  moved.forecast.forEach((value, h) => expect(value).toBeCloseTo(base.forecast[h]! - 400, 8));
});

test('极端：恰两个周期；末尾不满一个周期时季节仍对准下一期', () => {
  expect(
    holtWinters({
      data: air.slice(0, 24),
      period: 12,
      form: 'additive',
      alpha: 0,
      beta: 0,
      gamma: 0,
    }).forecast,
  ).toHaveLength(12);
  const season = [10, 0, 0, -10];
  const data = Array.from({ length: 14 }, (_, t) => 100 + season[t % 4]!);
  const { seasonal } = holtWinters({
    data,
    period: 4,
    form: 'additive',
    alpha: 0.2,
    beta: 0.2,
    gamma: 0.2,
  });
  seasonal.forEach((value, h) => expect(value).toBeCloseTo(season[(14 + h) % 4]!, 9));
});

test('坏输入指名拒绝', () => {
  const good = {
    data: air,
    period: 12,
    form: 'additive',
    alpha: 0.5,
    beta: 0.5,
    gamma: 0.5,
  } as const;
  expect(() => holtWinters({ ...good, alpha: 1.5 })).toThrow(/alpha/);
  expect(() => holtWinters({ ...good, beta: -1 })).toThrow(/beta/);
  expect(() => holtWinters({ ...good, gamma: NaN })).toThrow(/gamma/);
  expect(() => holtWinters({ ...good, horizon: 1.5 })).toThrow(/horizon/);
  expect(() => holtWinters({ ...good, data: air.slice(0, 23) })).toThrow(/data/);
  expect(() => holtWinters({ ...good, data: [-1, ...air], form: 'multiplicative' })).toThrow(
    /data\[0\]/,
  );
});
