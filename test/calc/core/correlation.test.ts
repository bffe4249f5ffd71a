import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation } from '../../../src/calc/core/correlation.ts';

describe('correlation', () => {
  it('手算：1、2、3、4 与 1、3、2、4', () => {
    // 离差 −1.5 −0.5 0.5 1.5 与 −1.5 0.5 −0.5 1.5：积和 4，平方和各 5
    const r = correlation([1, 2, 3, 4], [1, 3, 2, 4]);
    expect(r.coefficient).toBeCloseTo(0.8, 12);
    expect(r.upper).toBeCloseTo(Math.tanh(Math.atanh(0.8) + 1.959963984540054), 10);
  });
  it('36 对、r = 0.53 时，95 % 区间约 0.25 到 0.73（费希尔变换查表）', () => {
    // 造一对恰好相关 0.53 的列：y = r·x + √(1 − r²)·e，e 与 x 正交、同长
    const x = Array.from({ length: 36 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const e = Array.from({ length: 36 }, (_, i) => (i % 4 < 2 ? 1 : -1));
    const y = x.map((value, i) => 0.53 * value + Math.sqrt(1 - 0.53 ** 2) * e[i]!);
    const r = correlation(x, y);
    expect(r.coefficient).toBeCloseTo(0.53, 10);
    expect(r.lower).toBeCloseTo(0.244, 3);
    expect(r.upper).toBeCloseTo(0.731, 3);
  });
  it('换单位、平移不变；反号反号；在 −1 与 1 之间', () => {
    const list = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(list, list, (x, y) => {
        const { coefficient, lower, upper } = correlation(x, y);
        fc.pre(!Number.isNaN(coefficient));
        expect(Math.abs(coefficient)).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(coefficient);
        expect(upper).toBeGreaterThanOrEqual(coefficient);
        const moved = correlation(
          x.map((value) => 1e6 + 3 * value),
          y.map((value) => -value),
        );
        expect(moved.coefficient).toBeCloseTo(-coefficient, 8);
      }),
    );
  });
  it('一列全同没有定义；完全相关区间成一点；三对没有区间', () => {
    expect(correlation([1, 1, 1], [1, 2, 3]).coefficient).toBeNaN();
    const line = correlation([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);
    expect(line.coefficient).toBeCloseTo(1, 12);
    expect(line.lower).toBeGreaterThan(0.999);
    expect(correlation([1, 2, 3], [1, 3, 2]).lower).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => correlation([1], [1])).toThrow(/x/);
    expect(() => correlation([1, NaN], [1, 2])).toThrow(/x\[1\]/);
    expect(() => correlation([1, 2], [1])).toThrow(/y/);
    expect(() => correlation([1, 2], [1, 2], 1)).toThrow(/confidence/);
  });
});
