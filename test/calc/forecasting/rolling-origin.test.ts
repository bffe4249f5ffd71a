import { expect, test } from 'vitest';
import { rollingOrigin } from '../../../src/calc/forecasting/rolling-origin.ts';

const naive = (history: readonly number[], horizon: number) =>
  Array.from({ length: horizon }, () => history.at(-1)!);

test('手算：朴素预测 1、2、4、7，误差 1、2、3', () => {
  const result = rollingOrigin({ data: [1, 2, 4, 7], firstOrigin: 1, horizon: 1, method: naive });
  expect(result.origins.map(({ origin }) => origin)).toEqual([1, 2, 3]);
  expect(result.overall.meanAbsoluteError).toBe(2);
});

test('方法只看得到起点之前的数据', () => {
  const seen: number[] = [];
  rollingOrigin({
    data: [1, 2, 3, 4, 5, 6],
    firstOrigin: 2,
    horizon: 2,
    step: 2,
    method: (history, horizon) => (seen.push(history.length), naive(history, horizon)),
  });
  expect(seen).toEqual([2, 4]);
});

test('直线的朴素预测：提前 h 期误差恰为 h 个斜率', () => {
  const data = Array.from({ length: 20 }, (_, t) => 10 + 3 * t);
  const { byHorizon } = rollingOrigin({ data, firstOrigin: 5, horizon: 4, method: naive });
  byHorizon.forEach((result, h) => expect(result.meanError).toBeCloseTo(3 * (h + 1), 12));
});

test('极端：只有一个起点时就是一次留出检验', () => {
  const result = rollingOrigin({ data: [5, 8, 6], firstOrigin: 1, horizon: 2, method: naive });
  expect(result.origins).toEqual([{ origin: 1, forecast: [5, 5], actual: [8, 6] }]);
});

test('坏输入指名拒绝', () => {
  const good = { data: [1, 2, 3], firstOrigin: 1, horizon: 1, method: naive };
  expect(() => rollingOrigin({ ...good, data: [1, NaN, 2] })).toThrow(/data\[1\]/);
  expect(() => rollingOrigin({ ...good, firstOrigin: 0 })).toThrow(/firstOrigin/);
  expect(() => rollingOrigin({ ...good, horizon: 3 })).toThrow(/data/);
  expect(() => rollingOrigin({ ...good, step: 0 })).toThrow(/step/);
  expect(() => rollingOrigin({ ...good, method: () => [] })).toThrow(/method/);
});
