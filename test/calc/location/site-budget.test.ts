import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseSites } from '../../../src/calc/location/site-budget.ts';
import type { SiteOffer } from '../../../src/calc/location/site-budget.ts';

test('贪心按性价比会错：预算 4，最优是两个 2 元的', () => {
  const plan = chooseSites({
    offers: [
      { price: 3, value: 4.8 },
      { price: 2, value: 3 },
      { price: 2, value: 3 },
    ],
    budget: 4,
  });
  expect(plan).toEqual({ chosen: [1, 2], totalValue: 6, spend: 4 });
});

test('与全部子集枚举一致（含每城上限、负分、零价格）', () => {
  const offer = fc.record({
    price: fc.integer({ min: 0, max: 12 }),
    value: fc.integer({ min: -3, max: 15 }),
    city: fc.constantFrom('甲', '乙', '丙'),
  });
  fc.assert(
    fc.property(
      fc.array(offer, { maxLength: 9 }),
      fc.integer({ min: 0, max: 30 }),
      fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      (offers, budget, maxPerCity) => {
        let best = 0;
        for (let mask = 0; mask < 1 << offers.length; mask++) {
          const picked = offers.filter((_, j) => mask & (1 << j));
          if (picked.reduce((sum, o) => sum + o.price, 0) > budget) continue;
          if (
            maxPerCity !== undefined &&
            ['甲', '乙', '丙'].some(
              (city) => picked.filter((o) => o.city === city).length > maxPerCity,
            )
          )
            continue;
          best = Math.max(
            best,
            picked.reduce((sum, o) => sum + o.value, 0),
          );
        }
        const plan = chooseSites({ offers, budget, maxPerCity });
        expect(plan.totalValue).toBe(best);
        expect(plan.spend).toBeLessThanOrEqual(budget);
      },
    ),
    { numRuns: 300 },
  );
});

test('没有候选点、预算为 0 时什么也不选', () => {
  expect(chooseSites({ offers: [], budget: 5 })).toEqual({ chosen: [], totalValue: 0, spend: 0 });
  expect(chooseSites({ offers: [{ price: 1, value: 1 }], budget: 0 }).chosen).toEqual([]);
});

test('坏输入报出参数名', () => {
  const offers: SiteOffer[] = [{ price: -1, value: 1 }];
  expect(() => chooseSites({ offers, budget: 1 })).toThrow(/offers\[0\]\.price/);
  expect(() => chooseSites({ offers: [], budget: NaN })).toThrow(/budget/);
  expect(() => chooseSites({ offers: [], budget: 1, maxPerCity: -1 })).toThrow(/maxPerCity/);
});

test('恰好花完预算不算超支：1.1 + 2.2 对 3.3，十个 0.1 对 1', () => {
  const two = chooseSites({
    offers: [
      { price: 1.1, value: 1 },
      { price: 2.2, value: 1 },
    ],
    budget: 3.3,
  });
  expect(two.chosen).toEqual([0, 1]);
  const dimes = Array.from({ length: 10 }, () => ({ price: 0.1, value: 1 }));
  expect(chooseSites({ offers: dimes, budget: 1 }).totalValue).toBe(10);
  expect(chooseSites({ offers: dimes, budget: 0.999999999 }).totalValue).toBe(9);
  expect(chooseSites({ offers: [{ price: 0, value: 2 }], budget: 0 }).chosen).toEqual([0]);
});
