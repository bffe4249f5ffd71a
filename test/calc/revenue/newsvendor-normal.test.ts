import { expect, test } from 'vitest';
import fc from 'fast-check';
import { criticalRatio, newsvendorNormal } from '../../../src/calc/revenue/newsvendor-normal.ts';

const base = { price: 50, cost: 30, salvage: 10, mean: 100, sd: 20 };

test('手算：临界比 0.5 时订均值，缺货 20·φ(0) = 7.979', () => {
  const result = newsvendorNormal(base);
  expect(result.criticalRatio).toBe(0.5);
  expect(result.quantity).toBe(100);
  expect(result.expectedLostSales).toBeCloseTo(20 / Math.sqrt(2 * Math.PI), 12);
  // 利润 20 × (100 − 7.979) − 20 × 7.979
  expect(result.expectedProfit).toBeCloseTo(2000 - (40 * 20) / Math.sqrt(2 * Math.PI), 9);
});

test('最优处利润最大；销量 + 缺货 = 均值，销量 + 剩余 = 进货', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 12, max: 48, noNaN: true }),
      fc.double({ min: 1, max: 30, noNaN: true }),
      (cost, sd) => {
        const input = { ...base, cost, sd };
        const best = newsvendorNormal(input);
        for (const shift of [-5, -1, 1, 5]) {
          const other = newsvendorNormal({
            ...input,
            quantity: Math.max(0, best.quantity + shift),
          });
          expect(other.expectedProfit).toBeLessThanOrEqual(best.expectedProfit + 1e-9);
        }
        expect(best.expectedSales + best.expectedLostSales).toBeCloseTo(100, 9);
        expect(best.expectedSales + best.expectedLeftover).toBeCloseTo(best.quantity, 9);
      },
    ),
    { numRuns: 100, seed: 2 },
  );
});

test('极端：不赚钱不进；残值等于进价进无限多而不亏；需求确定；分位数为负取 0', () => {
  expect(newsvendorNormal({ ...base, cost: 60 })).toMatchObject({
    quantity: 0,
    expectedSales: 0,
    expectedProfit: 0,
  });
  const riskless = newsvendorNormal({ ...base, salvage: 30 });
  expect(riskless.quantity).toBe(Infinity);
  expect(riskless.expectedProfit).toBe(2000);
  expect(newsvendorNormal({ ...base, sd: 0 })).toMatchObject({
    quantity: 100,
    expectedLostSales: 0,
    expectedProfit: 2000,
  });
  expect(newsvendorNormal({ ...base, sd: 0, quantity: 130 }).expectedLeftover).toBe(30);
  expect(newsvendorNormal({ ...base, mean: 5, sd: 40, cost: 45 })).toMatchObject({
    quantity: 0,
    expectedSales: 0,
  });
  // 缺货在 z = 20 处仍有相对精度：L(20) ≈ φ(20)/401
  expect(newsvendorNormal({ ...base, quantity: 500 }).expectedLostSales).toBeGreaterThan(1e-90);
});

test('坏输入指名拒绝', () => {
  expect(() => newsvendorNormal({ ...base, salvage: 31 })).toThrow(/salvage/);
  expect(() => newsvendorNormal({ ...base, price: 5, cost: 30, salvage: 10 })).toThrow(/price/);
  expect(() => newsvendorNormal({ ...base, mean: -1 })).toThrow(/mean/);
  expect(() => newsvendorNormal({ ...base, sd: NaN })).toThrow(/sd/);
  expect(() => newsvendorNormal({ ...base, quantity: -1 })).toThrow(/quantity/);
  expect(() => criticalRatio({ ...base, cost: NaN })).toThrow(/cost/);
});
