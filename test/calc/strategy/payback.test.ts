import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payback } from '../../../src/calc/strategy/payback.ts';

describe('payback', () => {
  it('不流失不打折：200 ÷ 60 → 第 4 笔收回；240 ÷ 60 恰好 4 笔', () => {
    expect(payback({ acquisition: 200, margin: 60 }).payments).toBe(4);
    expect(payback({ acquisition: 200, margin: 60 }).exactPayments).toBeCloseTo(10 / 3, 12);
    expect(payback({ acquisition: 240, margin: 60 }).payments).toBe(4);
  });
  it('笔数是逐笔累计首次够本的那一笔', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 300, noNaN: true }),
        fc.double({ min: 0.3, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.boolean(),
        (acquisition, retention, discount, firstMarginAtOnce) => {
          const result = payback({
            acquisition,
            margin: 60,
            retention,
            discount,
            firstMarginAtOnce,
          });
          const keep = retention / (1 + discount);
          let sum = 0;
          let found = Infinity;
          for (let n = 1; n <= 20000; n++) {
            sum += 60 * keep ** (firstMarginAtOnce ? n - 1 : n);
            if (sum >= acquisition * (1 - 1e-10)) {
              found = n;
              break;
            }
          }
          if (Math.abs(result.coverage - 1) > 1e-6) expect(result.payments).toBe(found);
        },
      ),
    );
  });
  it('累计永远不够时为无穷大，不报错；获客免费时为 0', () => {
    const never = payback({ acquisition: 500, margin: 60, retention: 0.5 });
    expect(never.payments).toBe(Infinity);
    expect(never.recovered).toBe(false);
    expect(never.coverage).toBeCloseTo(60 / 500, 12);
    expect(payback({ acquisition: 0, margin: 60 }).payments).toBe(0);
    expect(
      payback({ acquisition: 50, margin: 60, retention: 0, firstMarginAtOnce: true }).payments,
    ).toBe(1);
    expect(payback({ acquisition: 50, margin: 60, retention: 0 }).payments).toBe(Infinity);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => payback({ acquisition: -1, margin: 1 })).toThrow(/acquisition/);
    expect(() => payback({ acquisition: 1, margin: 0 })).toThrow(/margin/);
    expect(() => payback({ acquisition: 1, margin: 1, retention: 2 })).toThrow(/retention/);
    expect(() => payback({ acquisition: 1, margin: 1, discount: -1 })).toThrow(/discount/);
  });
});
