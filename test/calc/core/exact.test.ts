import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productMinus } from '../../../src/calc/core/exact.ts';

describe('productMinus', () => {
  it('补回乘积的舍入误差：0.3 的双精度值略小于 0.3，10 倍之后比 3 小 1.1e-16', () => {
    expect(10 * 0.3 - 3).toBe(0);
    expect(productMinus(10, 0.3, 3)).toBe(-(2 ** -53));
  });
  it('小整数上与普通运算完全一致', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -1000, max: 1000 }), fc.integer(), (a, b, c) => {
        expect(productMinus(a, b, c)).toBe(a * b - c);
      }),
    );
  });
  it('数值过大时退回普通运算', () => {
    expect(productMinus(1e300, 2, 0)).toBe(2e300);
    expect(productMinus(1e200, 1e200, 1)).toBe(Infinity);
  });
});
