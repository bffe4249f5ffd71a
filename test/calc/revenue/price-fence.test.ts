import { expect, test } from 'vitest';
import { priceFence } from '../../../src/calc/revenue/price-fence.ts';

const base = {
  highPrice: 600,
  lowPrice: 400,
  highDemand: 50,
  lowDemand: 80,
  capacity: 120,
  leakage: 0.2,
};

test('手算：漏 20 %，40 人付高价、80 人付低价', () => {
  // 卖满 120；40 × 600 + 80 × 400 = 56 000；单一低价 48 000，单一高价 30 000
  const result = priceFence(base);
  expect(result.fencedRevenue).toBe(56000);
  expect(result.uniformLowRevenue).toBe(48000);
  expect(result.uniformHighRevenue).toBe(30000);
  expect(result.gain).toBe(8000);
  expect(result.dilution).toBe(2000);
  expect(result.discountShare).toBeCloseTo(1 / 3, 15);
  expect(result.surchargeShare).toBe(0.5);
});

test('在平衡漏出率处恰与最好的单一价相同', () => {
  for (const input of [
    base,
    { ...base, lowDemand: 10 },
    { ...base, highDemand: 150 },
    { ...base, lowPrice: 550 },
  ]) {
    const { breakEvenLeakage } = priceFence(input);
    expect(breakEvenLeakage).not.toBeNull();
    expect(
      priceFence({ ...input, leakage: Math.min(1, Math.max(0, breakEvenLeakage!)) }).gain,
    ).toBeCloseTo(0, 6);
  }
});

test('极端：同价无增益、全漏等于单一低价、没有能力', () => {
  expect(priceFence({ ...base, lowPrice: 600 })).toMatchObject({ gain: 0, breakEvenLeakage: null });
  expect(priceFence({ ...base, leakage: 1 }).fencedRevenue).toBe(48000);
  expect(priceFence({ ...base, capacity: 0 })).toMatchObject({
    fencedRevenue: 0,
    breakEvenLeakage: null,
  });
  expect(priceFence({ ...base, highDemand: 0 }).breakEvenLeakage).toBeNull();
});

test('坏输入指名拒绝', () => {
  expect(() => priceFence({ ...base, highPrice: 0 })).toThrow(/highPrice/);
  expect(() => priceFence({ ...base, lowPrice: 601 })).toThrow(/lowPrice/);
  expect(() => priceFence({ ...base, highDemand: -1 })).toThrow(/highDemand/);
  expect(() => priceFence({ ...base, lowDemand: NaN })).toThrow(/lowDemand/);
  expect(() => priceFence({ ...base, capacity: -1 })).toThrow(/capacity/);
  expect(() => priceFence({ ...base, leakage: 1.2 })).toThrow(/leakage/);
});
