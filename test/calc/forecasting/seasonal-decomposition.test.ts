import { expect, test } from 'vitest';
import { decomposeSeasons } from '../../../src/calc/forecasting/seasonal-decomposition.ts';

test('手算：周期 2，两端半权', () => {
  // 8、12、10、14、12、16：中心化平均 (4 + 12 + 5)/2 = 10.5、11.5、12.5、13.5
  // 偏差：奇 12 − 10.5 = 1.5、14 − 12.5 = 1.5；偶 10 − 11.5 = −1.5、12 − 13.5 = −1.5
  const { trend, indices, adjusted } = decomposeSeasons({
    data: [8, 12, 10, 14, 12, 16],
    period: 2,
    form: 'additive',
  });
  expect(trend.slice(1, 5)).toEqual([10.5, 11.5, 12.5, 13.5]);
  expect(trend[0]).toBeNaN();
  expect(indices).toEqual([-1.5, 1.5]);
  expect(adjusted).toEqual([9.5, 10.5, 11.5, 12.5, 13.5, 14.5]);
});

test('纯季节加直线被完全还原：奇偶周期、相加相乘', () => {
  for (const period of [3, 4, 7]) {
    const season = Array.from({ length: period }, (_, s) => Math.sin(s * 1.7));
    const mean = season.reduce((a, b) => a + b, 0) / period;
    const centred = season.map((value) => value - mean);
    const data = Array.from(
      { length: 4 * period + 1 },
      (_, t) => 50 + 2 * t + 10 * centred[t % period]!,
    );
    decomposeSeasons({ data, period, form: 'additive' }).indices.forEach((value, s) =>
      expect(value).toBeCloseTo(10 * centred[s]!, 9),
    );
    const ratios = centred.map((value) => 1 + 0.3 * value);
    const level = Array.from({ length: 3 * period }, (_, t) => 80 * ratios[t % period]!);
    decomposeSeasons({ data: level, period, form: 'multiplicative' }).indices.forEach((value, s) =>
      expect(value).toBeCloseTo(ratios[s]!, 9),
    );
  }
});

test('相加的指数和为 0，相乘的均值为 1；恰两个周期也可', () => {
  const data = [12, 30, 7, 22, 15, 33, 9, 20];
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  expect(sum(decomposeSeasons({ data, period: 4, form: 'additive' }).indices)).toBeCloseTo(0, 12);
  expect(sum(decomposeSeasons({ data, period: 4, form: 'multiplicative' }).indices)).toBeCloseTo(
    4,
    12,
  );
});

test('坏输入指名拒绝', () => {
  const data = [1, 2, 3, 4, 5, 6];
  expect(() => decomposeSeasons({ data, period: 1, form: 'additive' })).toThrow(/period/);
  expect(() => decomposeSeasons({ data, period: 4, form: 'additive' })).toThrow(/data/);
  expect(() => decomposeSeasons({ data: [0, ...data], period: 2, form: 'multiplicative' })).toThrow(
    /data\[0\]/,
  );
  expect(() => decomposeSeasons({ data, period: 2, form: 'x' as 'additive' })).toThrow(/form/);
});
