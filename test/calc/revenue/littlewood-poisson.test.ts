import { expect, test } from 'vitest';
import { poissonSurvival } from '../../../src/calc/core/poisson.ts';
import { littlewoodPoisson } from '../../../src/calc/revenue/littlewood-poisson.ts';

const base = { fareHigh: 900, fareLow: 360, meanHigh: 2, capacity: 10 };

test('手算：均值 2、价比 0.4，F(1) = 0.406 < 0.6 ≤ F(2) = 0.677，留 2', () => {
  // e⁻² = 0.1353，F(1) = 3e⁻² = 0.4060，F(2) = 5e⁻² = 0.6767
  const result = littlewoodPoisson(base);
  expect(result.protection).toBe(2);
  expect(result.bookingLimitLow).toBe(8);
});

test('分界处：第 y 座值得留，第 y + 1 座不值', () => {
  for (const fareLow of [1, 50, 300, 700, 890]) {
    const { protection } = littlewoodPoisson({ ...base, meanHigh: 37.5, fareLow });
    // 第 y 座的边际收入是 p₁·P(D ≥ y) = p₁·P(D > y − 1)
    if (protection > 0)
      expect(900 * poissonSurvival(protection - 1, 37.5)).toBeGreaterThan(fareLow);
    expect(900 * poissonSurvival(protection, 37.5)).toBeLessThanOrEqual(fareLow);
  }
});

test('极端：同价、空需求不留；白送则全留；均值百万', () => {
  expect(littlewoodPoisson({ ...base, fareLow: 900 }).protection).toBe(0);
  expect(littlewoodPoisson({ ...base, meanHigh: 0 }).protection).toBe(0);
  expect(littlewoodPoisson({ ...base, fareLow: 0 }).protection).toBe(Infinity);
  const big = littlewoodPoisson({ ...base, meanHigh: 1e6, fareLow: 450 });
  expect(Math.abs(big.protection - 1e6)).toBeLessThan(5);
});

test('坏输入指名拒绝', () => {
  expect(() => littlewoodPoisson({ ...base, meanHigh: -1 })).toThrow(/meanHigh/);
  expect(() => littlewoodPoisson({ ...base, capacity: 1.5 })).toThrow(/capacity/);
  expect(() => littlewoodPoisson({ ...base, fareLow: 1000 })).toThrow(/fareLow/);
});

test('均值 10¹³ 仍是正态近似给出的那一座：μ + z√μ，而不是无穷', () => {
  const { protection } = littlewoodPoisson({
    fareHigh: 900,
    fareLow: 360,
    meanHigh: 1e13,
    capacity: 120,
  });
  // Cornish–Fisher：μ + z√μ + (z² − 1)/6 − 1/2，z = Φ⁻¹(0.6)；半座之内
  const z = 0.2533471031357997;
  const expected = 1e13 + z * Math.sqrt(1e13) + (z * z - 1) / 6 - 0.5;
  expect(Math.abs(protection - expected)).toBeLessThan(1);
  expect(() =>
    littlewoodPoisson({ fareHigh: 900, fareLow: 360, meanHigh: 1e17, capacity: 1 }),
  ).toThrow(/^meanHigh must be/);
});
