import { expect, test } from 'vitest';
import fc from 'fast-check';
import { dynamicPricing } from '../../../src/calc/revenue/dynamic-pricing.ts';

const base = { baseRate: 10, priceSensitivity: 0.1, inventory: 1, timeLeft: 2 };

test('手算：一件存货', () => {
  // λ*t = 20/e = 7.3576；J = 10·ln(1 + 7.3576) = 21.2317；p = 10 + 21.2317
  const result = dynamicPricing(base);
  expect(result.expectedRevenue).toBeCloseTo(10 * Math.log(1 + 20 / Math.E), 10);
  expect(result.price).toBeCloseTo(10 + 10 * Math.log(1 + 20 / Math.E), 10);
  expect(result.fluidPrice).toBeCloseTo(10 * Math.log(20), 10);
});

test('满足 HJB 方程：∂J/∂t = λ(p*)(p* − ΔJ)', () => {
  const at = (timeLeft: number) => dynamicPricing({ ...base, inventory: 6, timeLeft });
  for (const t of [0.3, 1, 4]) {
    const slope = (at(t + 1e-4).expectedRevenue - at(t - 1e-4).expectedRevenue) / 2e-4;
    const { price } = at(t);
    const rate = 10 * Math.exp(-0.1 * price);
    // p* − ΔJ = 1/α
    expect(slope / (rate * 10)).toBeCloseTo(1, 5);
  }
});

test('流体收入是上界；存货多价格低，剩余时间多价格高', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.01, max: 20, noNaN: true }),
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      (inventory, timeLeft, baseRate) => {
        const result = dynamicPricing({ baseRate, priceSensitivity: 0.02, inventory, timeLeft });
        expect(result.expectedRevenue).toBeLessThanOrEqual(result.fluidRevenue * (1 + 1e-12));
        for (let i = 1; i < inventory; i++)
          expect(result.priceByInventory[i]!).toBeLessThanOrEqual(
            result.priceByInventory[i - 1]! + 1e-9,
          );
        const later = dynamicPricing({
          baseRate,
          priceSensitivity: 0.02,
          inventory,
          timeLeft: timeLeft * 1.5,
        });
        expect(later.price).toBeGreaterThanOrEqual(result.price - 1e-9);
      },
    ),
    { numRuns: 200, seed: 5 },
  );
});

test('极端：没货、没时间、存货极多、负荷极大', () => {
  const none = dynamicPricing({ ...base, inventory: 0 });
  expect(none).toMatchObject({
    expectedRevenue: 0,
    price: Infinity,
    fluidPrice: Infinity,
    fluidRevenue: 0,
  });
  expect(dynamicPricing({ ...base, timeLeft: 0 })).toMatchObject({
    expectedRevenue: 0,
    price: 10,
    fluidPrice: 10,
    fluidRevenue: 0,
  });
  // 存货无限时需求自然：J = λ*t/α
  const plenty = dynamicPricing({ ...base, inventory: 5000 });
  expect(plenty.expectedRevenue).toBeCloseTo((20 / Math.E) * 10, 9);
  expect(plenty.price).toBeCloseTo(10, 12);
  // Σ 的首项直接算会溢出：λ*t = 1e6，n = 3000
  const busy = dynamicPricing({
    baseRate: Math.E * 1e6,
    priceSensitivity: 1,
    inventory: 3000,
    timeLeft: 1,
  });
  expect(Number.isFinite(busy.expectedRevenue)).toBe(true);
  expect(busy.expectedRevenue).toBeLessThan(busy.fluidRevenue);
  expect(busy.expectedRevenue / busy.fluidRevenue).toBeGreaterThan(0.999);
});

test('坏输入指名拒绝', () => {
  expect(() => dynamicPricing({ ...base, baseRate: 0 })).toThrow(/baseRate/);
  expect(() => dynamicPricing({ ...base, priceSensitivity: -1 })).toThrow(/priceSensitivity/);
  expect(() => dynamicPricing({ ...base, inventory: 1.5 })).toThrow(/inventory/);
  expect(() => dynamicPricing({ ...base, timeLeft: NaN })).toThrow(/timeLeft/);
});
