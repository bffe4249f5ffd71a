import { expect, test } from 'vitest';
import { newsvendorPoisson } from '../../../src/calc/revenue/newsvendor-poisson.ts';

const base = { price: 50, cost: 30, salvage: 10, mean: 2 };

test('手算：均值 2、临界比 0.5，F(1) = 0.406 < 0.5 ≤ F(2) = 0.677，进 2', () => {
  // E[min(D, 2)] = P(1) + 2·P(≥2) = 2e⁻² + 2(1 − 3e⁻²) = 2 − 4e⁻²
  const result = newsvendorPoisson(base);
  expect(result.quantity).toBe(2);
  expect(result.expectedSales).toBeCloseTo(2 - 4 * Math.exp(-2), 12);
  expect(result.expectedLostSales).toBeCloseTo(4 * Math.exp(-2), 12);
});

test('最优件数的利润不低于左右', () => {
  for (const mean of [0.3, 4, 33.3, 900])
    for (const cost of [11, 20, 35, 49]) {
      const best = newsvendorPoisson({ ...base, mean, cost });
      for (const quantity of [best.quantity - 1, best.quantity + 1])
        if (quantity >= 0)
          expect(
            newsvendorPoisson({ ...base, mean, cost, quantity }).expectedProfit,
          ).toBeLessThanOrEqual(best.expectedProfit + 1e-9);
      expect(best.expectedSales + best.expectedLostSales).toBeCloseTo(mean, 9);
    }
});

test('极端：均值 0、百万均值、深尾缺货、临界比接近 1', () => {
  expect(newsvendorPoisson({ ...base, mean: 0 })).toMatchObject({ quantity: 0, expectedProfit: 0 });
  const big = newsvendorPoisson({ ...base, mean: 1e6 });
  expect(Math.abs(big.quantity - 1e6)).toBeLessThan(3);
  expect(big.expectedLostSales / Math.sqrt(1e6 / (2 * Math.PI))).toBeCloseTo(1, 4);
  const deep = newsvendorPoisson({ ...base, mean: 30, quantity: 200 }).expectedLostSales;
  expect(deep).toBeGreaterThan(0);
  expect(deep).toBeLessThan(1e-90);
  expect(
    newsvendorPoisson({ ...base, price: 1e9, cost: 1, salvage: 0, mean: 30 }).quantity,
  ).toBeGreaterThan(60);
  expect(newsvendorPoisson({ ...base, salvage: 30 }).quantity).toBe(Infinity);
  expect(newsvendorPoisson({ ...base, cost: 50 }).quantity).toBe(0);
});

test('坏输入指名拒绝', () => {
  expect(() => newsvendorPoisson({ ...base, mean: NaN })).toThrow(/mean/);
  expect(() => newsvendorPoisson({ ...base, quantity: 1.5 })).toThrow(/quantity/);
  expect(() => newsvendorPoisson({ ...base, salvage: 40 })).toThrow(/salvage/);
});

test('均值至多 10¹²，再多就拒绝而不给出错数', () => {
  expect(() => newsvendorPoisson({ price: 50, cost: 30, salvage: 10, mean: 1e13 })).toThrow(
    /^mean must be/,
  );
});
