import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangC } from '../../../src/calc/queueing/erlang-c.ts';
import { halfinWhitt, halfinWhittBeta } from '../../../src/calc/queueing/halfin-whitt.ts';
import { expectClose } from '../core/expect-close.ts';

describe('halfinWhitt', () => {
  it('β=1：1/(1 + Φ(1)/φ(1)) = 1/(1 + 0.8413447/0.2419707)', () => {
    expectClose(halfinWhitt(1), 1 / (1 + 0.8413447460685429 / 0.24197072451914337), 1e-14);
  });
  it('是大规模 Erlang C 的极限', () => {
    const load = 1e8;
    expectClose(erlangC({ offeredLoad: load, servers: load + 0.5e4 }), halfinWhitt(0.5), 1e-4);
  });
  it('随 β 递减且可反解', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 30, noNaN: true }), (beta) => {
        expectClose(halfinWhittBeta(halfinWhitt(beta)), beta, 1e-6);
      }),
    );
    expect(halfinWhitt(2)).toBeLessThan(halfinWhitt(1.9));
  });
  it('β ≤ 0 恒为 1；β 极大为 0；反解的端点', () => {
    expect(halfinWhitt(0)).toBe(1);
    expect(halfinWhitt(-3)).toBe(1);
    expect(halfinWhitt(60)).toBe(0);
    expect(halfinWhittBeta(1)).toBe(0);
    expect(halfinWhittBeta(0)).toBe(Infinity);
    expectClose(halfinWhitt(halfinWhittBeta(1e-200)) / 1e-200, 1, 1e-10);
  });
  it('拒绝坏参数', () => {
    expect(() => halfinWhitt(NaN)).toThrow(/beta must be/);
    expect(() => halfinWhittBeta(1.2)).toThrow(/probabilityOfWaiting must be/);
  });
});
