import { expect, test } from 'vitest';
import { binomialPmf } from '../../../src/calc/core/binomial.ts';
import {
  showUpDistribution,
  showUpsByDay,
} from '../../../src/calc/revenue/show-up-distribution.ts';

const moments = (chance: Float64Array) => {
  const mean = chance.reduce((sum, p, k) => sum + p * k, 0);
  return { mean, variance: chance.reduce((sum, p, k) => sum + p * (k - mean) ** 2, 0) };
};

test('手算：q = 1/2、ρ = 1/3 即到场率均匀分布，0…n 等可能', () => {
  const chance = showUpDistribution({ reservations: 4, showProbability: 0.5, correlation: 1 / 3 });
  for (const p of chance) expect(p).toBeCloseTo(1 / 5, 14);
});

test('ρ = 0 逐项等于二项；ρ 很小时趋于二项', () => {
  for (const correlation of [0, 1e-13]) {
    const chance = showUpDistribution({ reservations: 194, showProbability: 0.92, correlation });
    chance.forEach((p, k) =>
      expect(p).toBeCloseTo(binomialPmf(k, { trials: 194, chance: 0.92 }), 10),
    );
  }
});

test.each([0.02, 0.1, 0.6])('ρ = %s：均值 nq，方差 nq(1 − q)[1 + (n − 1)ρ]', (correlation) => {
  const [n, q] = [184, 0.92];
  const { mean, variance } = moments(
    showUpDistribution({ reservations: n, showProbability: q, correlation }),
  );
  expect(mean).toBeCloseTo(n * q, 8);
  expect(variance / (n * q * (1 - q) * (1 + (n - 1) * correlation))).toBeCloseTo(1, 8);
});

test('极端：一张不卖、全来、全不来、十万张', () => {
  const at = (reservations: number, showProbability: number) =>
    showUpDistribution({ reservations, showProbability, correlation: 0 });
  expect([...at(0, 0.9)]).toEqual([1]);
  expect([...at(2, 1)]).toEqual([0, 0, 1]);
  expect([...at(2, 0)]).toEqual([1, 0, 0]);
  expect(moments(at(100_000, 0.92)).mean).toBeCloseTo(92_000, 4);
});

test('照日子搬：四舍五入成整人，各天份量相同', () => {
  expect([...showUpsByDay({ reservations: 4, rates: [1, 0.9, 0.5, 0] })]).toEqual([
    0.25, 0, 0.25, 0, 0.5,
  ]);
});

test('坏输入指名拒绝', () => {
  const base = { reservations: 4, showProbability: 0.5, correlation: 0.1 };
  expect(() => showUpDistribution({ ...base, reservations: 1.5 })).toThrow(/reservations/);
  expect(() => showUpDistribution({ ...base, showProbability: 1.1 })).toThrow(/showProbability/);
  expect(() => showUpDistribution({ ...base, correlation: 1 })).toThrow(/correlation/);
  expect(() => showUpsByDay({ reservations: 3, rates: [] })).toThrow(/rates/);
  expect(() => showUpsByDay({ reservations: 3, rates: [0.5, 2] })).toThrow(/rates\[1\]/);
});
