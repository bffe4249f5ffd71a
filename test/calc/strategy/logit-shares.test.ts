import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logitShares } from '../../../src/calc/strategy/logit-shares.ts';

describe('logitShares', () => {
  it('效用差 ln 3 时份额为 3 : 1', () => {
    const shares = logitShares([Math.log(3), 0]);
    expect(shares[0]).toBeCloseTo(0.75, 12);
    expect(shares[1]).toBeCloseTo(0.25, 12);
  });
  it('份额之和为 1，同加一个数不变', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: -100, max: 100, noNaN: true }),
        (utilities, shift) => {
          const shares = logitShares(utilities);
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          logitShares(utilities.map((u) => u + shift)).forEach((s, i) =>
            expect(s).toBeCloseTo(shares[i]!, 9),
          );
        },
      ),
    );
  });
  it('效用上千不溢出，−Infinity 为 0，全体出局则全 0', () => {
    expect(logitShares([5000, 4000])).toEqual([1, 0]);
    expect(logitShares([-Infinity, -Infinity])).toEqual([0, 0]);
  });
  it('拒绝空数组、NaN 与非正灵敏度', () => {
    expect(() => logitShares([])).toThrow(/utilities/);
    expect(() => logitShares([1, NaN])).toThrow(/utilities\[1\]/);
    expect(() => logitShares([1], 0)).toThrow(/sensitivity/);
  });
});
