import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoGroupComparison } from '../../../src/calc/psychology/two-group-comparison.ts';

describe('twoGroupComparison', () => {
  it('手算：1、2、3 对 3、4、5，差 2，标准误 √(2/3)，自由度 4', () => {
    const r = twoGroupComparison({ first: [1, 2, 3], second: [3, 4, 5] });
    expect(r.first).toEqual({ count: 3, mean: 2, standardDeviation: 1 });
    expect(r.difference).toBe(2);
    expect(r.standardError).toBeCloseTo(Math.sqrt(2 / 3), 12);
    // (1/3 + 1/3)² ÷ (2 × (1/3)²/2) = 4；t(0.975, 4) = 2.776445
    expect(r.degreesOfFreedom).toBeCloseTo(4, 12);
    expect(r.high - r.difference).toBeCloseTo(2.776445 * Math.sqrt(2 / 3), 5);
  });
  it('手算：方差不同、人数不同', () => {
    // 方差 2 与 32/3，人数 2 与 4：两份均值方差为 1 与 8/3；ν =（1 + 8/3）² ÷（1 + (8/3)²/3）
    const r = twoGroupComparison({ first: [4, 6], second: [1, 5, 5, 9] });
    const vb = 32 / 3 / 4;
    expect(r.standardError).toBeCloseTo(Math.sqrt(1 + vb), 12);
    expect(r.degreesOfFreedom).toBeCloseTo((1 + vb) ** 2 / (1 + vb ** 2 / 3), 12);
    expect(r.difference).toBe(0);
    expect(r.low).toBeCloseTo(-r.high, 12);
  });
  it('对调两组，区间变号；一起平移不变；置信越高越宽', () => {
    const group = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(group, group, (first, second) => {
        const r = twoGroupComparison({ first, second });
        const other = twoGroupComparison({ first: second, second: first });
        expect(r.low).toBeCloseTo(-other.high, 9);
        const moved = twoGroupComparison({
          first: first.map((x) => x + 10),
          second: second.map((x) => x + 10),
        });
        expect(moved.high).toBeCloseTo(r.high, 9);
        const wide = twoGroupComparison({ first, second, confidence: 0.99 });
        expect(wide.high - wide.low).toBeGreaterThanOrEqual(r.high - r.low - 1e-12);
      }),
    );
  });
  it('一组只有一人时没有区间；都没有起伏时区间缩成一点', () => {
    const lone = twoGroupComparison({ first: [5], second: [6, 7] });
    expect(lone.difference).toBe(1.5);
    expect([lone.low, lone.high]).toEqual([Number.NaN, Number.NaN]);
    const flat = twoGroupComparison({ first: [5, 5], second: [6, 6] });
    expect([flat.low, flat.high]).toEqual([1, 1]);
    expect(flat.degreesOfFreedom).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => twoGroupComparison({ first: [], second: [1] })).toThrow(/first/);
    expect(() => twoGroupComparison({ first: [1], second: [1, Number.NaN] })).toThrow(
      /second\[1\]/,
    );
    expect(() => twoGroupComparison({ first: [1], second: [1], confidence: 1 })).toThrow(
      /confidence/,
    );
  });
});
