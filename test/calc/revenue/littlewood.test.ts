import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { littlewood, protectionAtRatio, wholeSeats } from '../../../src/calc/revenue/littlewood.ts';
import { twoClassRevenue } from '../../../src/calc/revenue/two-class-revenue.ts';

const hotel = { fareHigh: 900, fareLow: 360, meanHigh: 40, sdHigh: 12, capacity: 120 };

describe('Littlewood（正态）', () => {
  test('课程例：120 间、900/360、N(40, 12) 留 43 间', () => {
    // 1 − 360/900 = 0.6，Φ⁻¹(0.6) = 0.253347…，40 + 12 × 0.253347 = 43.0402
    const { protection, criticalRatio, bookingLimitRounded } = littlewood(hotel);
    expect(protection).toBeCloseTo(43.04016523762959, 9);
    expect(criticalRatio).toBeCloseTo(0.6, 15);
    expect(bookingLimitRounded).toBe(77);
  });

  test('价比 0.5 时恰等于均值；方差在价比 0.5 两侧作用相反', () => {
    const half = { ...hotel, fareLow: 450 };
    expect(littlewood(half).protection).toBe(40);
    expect(littlewood({ ...half, sdHigh: 30 }).protection).toBe(40);
    const deep = { ...hotel, fareLow: 300 };
    const shallow = { ...hotel, fareLow: 700 };
    expect(littlewood({ ...deep, sdHigh: 20 }).protection).toBeGreaterThan(
      littlewood(deep).protection,
    );
    expect(littlewood({ ...shallow, sdHigh: 20 }).protection).toBeLessThan(
      littlewood(shallow).protection,
    );
  });

  test('保护水平使期望收入最大：左右挪动都更差', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 30, max: 80, noNaN: true }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (ratio, meanHigh, sdHigh) => {
          const input = { fareHigh: 1000, fareLow: 1000 * ratio, meanHigh, sdHigh, capacity: 200 };
          const { protection } = littlewood(input);
          const at = (seats: number) =>
            twoClassRevenue({ ...input, protection: seats }).expectedRevenue;
          expect(at(protection)).toBeGreaterThanOrEqual(at(protection + 0.5) - 1e-9);
          expect(at(protection)).toBeGreaterThanOrEqual(at(protection - 0.5) - 1e-9);
        },
      ),
      { numRuns: 100, seed: 3 },
    );
  });

  test('极端：同价不留；方差为零留均值；价比极小仍有限；分位数为负取 0', () => {
    expect(littlewood({ ...hotel, fareLow: 900 }).protection).toBe(0);
    expect(littlewood({ ...hotel, fareLow: 900, sdHigh: 0 }).protection).toBe(0);
    expect(littlewood({ ...hotel, sdHigh: 0 }).protection).toBe(40);
    // Φ⁻¹(1e-20) = −9.262340…
    expect(littlewood({ ...hotel, fareHigh: 1e20, fareLow: 1 }).protection).toBeCloseTo(
      40 + 12 * 9.26234008979841,
      8,
    );
    expect(littlewood({ ...hotel, meanHigh: 5, sdHigh: 40, fareLow: 890 }).protection).toBe(0);
    expect(littlewood({ ...hotel, fareLow: 0 }).protection).toBe(Infinity);
    expect(littlewood({ ...hotel, fareLow: 0 }).bookingLimitLow).toBe(0);
    expect(protectionAtRatio({ ratio: 1.2, mean: 5, sd: 1 })).toBe(0);
    expect(wholeSeats(49.9999999999)).toBe(50);
  });

  test('坏输入指名拒绝', () => {
    expect(() => littlewood({ ...hotel, fareHigh: 0 })).toThrow(/fareHigh/);
    expect(() => littlewood({ ...hotel, fareLow: 901 })).toThrow(/fareLow/);
    expect(() => littlewood({ ...hotel, meanHigh: -1 })).toThrow(/meanHigh/);
    expect(() => littlewood({ ...hotel, sdHigh: NaN })).toThrow(/sdHigh/);
    expect(() => littlewood({ ...hotel, capacity: -1 })).toThrow(/capacity/);
  });
});
