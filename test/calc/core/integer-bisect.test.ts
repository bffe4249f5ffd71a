import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerBisect } from '../../../src/calc/core/integer-bisect.ts';

describe('integerBisect', () => {
  it('找出最小的满足条件的整数', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1_000_000 }), (answer) => {
        expect(integerBisect({ predicate: (n) => n >= answer, low: -1000, high: 2 ** 50 })).toBe(
          answer,
        );
      }),
    );
  });
  it('答案靠近下端时只求值几次', () => {
    let calls = 0;
    integerBisect({
      predicate: (n) => {
        calls++;
        return n >= 5;
      },
      low: 0,
      high: 2 ** 52,
    });
    expect(calls).toBeLessThan(10);
  });
  it('一个都不成立时返回 null；拒绝坏区间', () => {
    expect(integerBisect({ predicate: () => false, low: 0, high: 10 })).toBeNull();
    expect(integerBisect({ predicate: () => false, low: 3, high: 3 })).toBeNull();
    expect(() => integerBisect({ predicate: () => true, low: 0.5, high: 3 })).toThrow(/low must/);
    expect(() => integerBisect({ predicate: () => true, low: 4, high: 3 })).toThrow(/high must/);
  });
});
