import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productMinus, productMinusEach } from '../../../src/calc/core/exact.ts';

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

describe('productMinusEach', () => {
  it('0.1·3 − 0.1 − 0.2·1 逐步的余数是真值舍入一次的结果', () => {
    // 0.2 的双精度值恰为 0.1 的两倍，故 3·0.1 − 0.1 − 0.2 的真值为 0
    const [first, second] = productMinusEach(
      [3, 0.1],
      [
        [0.1, 1],
        [0.2, 1],
      ],
    );
    expect(first).toBe(0.2);
    expect(second).toBe(0);
  });
  it('与单步的 productMinus 一致；减的是乘积也不丢位', () => {
    expect(productMinusEach([10, 0.3], [[3 - 3e-9, 1]])[0]).toBe(productMinus(10, 0.3, 3 - 3e-9));
    expect(productMinusEach([1, 1], [[3, 1 / 3]])[0]).toBe(-productMinus(3, 1 / 3, 1));
  });
  it('数值大到拆分会溢出时退回普通运算', () => {
    expect(productMinusEach([1e300, 2], [[1, 1]])).toEqual([2e300]);
    expect(productMinusEach([1e300, 1e10], [[1, 1]])).toEqual([Infinity]);
  });
});
