import { describe, expect, it } from 'vitest';
import { largest, smallest } from '../../../src/calc/core/extremes.ts';

describe('largest 与 smallest', () => {
  it('五十万个数也不撑破调用栈', () => {
    const values = Float64Array.from({ length: 500_000 }, (_, i) => (i * 7919) % 500_009);
    expect(largest(values)).toBe(values.reduce((a, b) => Math.max(a, b)));
    expect(smallest([...values])).toBe(0);
  });
  it('空列取极限，NaN 不被吞掉', () => {
    expect(largest([])).toBe(-Infinity);
    expect(smallest([])).toBe(Infinity);
    expect(largest([1, NaN, 3])).toBeNaN();
    expect(smallest([NaN, 3])).toBeNaN();
  });
});
