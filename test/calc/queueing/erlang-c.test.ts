import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB } from '../../../src/calc/queueing/erlang-b.ts';
import { erlangC, logErlangC, logErlangCWithSpare } from '../../../src/calc/queueing/erlang-c.ts';
import { expectClose } from '../core/expect-close.ts';

describe('erlangC', () => {
  it('n=1 时等待概率就是 ρ；a=1、n=2：B=0.2，C=2·0.2/(2−0.8)=1/3', () => {
    expectClose(erlangC({ offeredLoad: 0.37, servers: 1 }), 0.37);
    expectClose(erlangC({ offeredLoad: 1, servers: 2 }), 1 / 3);
  });
  it('介于 Erlang B 与 1 之间，随坐席增多而下降', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (servers, rho) => {
          const offeredLoad = rho * servers;
          const delay = erlangC({ offeredLoad, servers });
          expect(delay).toBeGreaterThanOrEqual(erlangB({ offeredLoad, servers }));
          expect(delay).toBeLessThanOrEqual(1);
          expect(erlangC({ offeredLoad, servers: servers + 1 })).toBeLessThanOrEqual(delay);
        },
      ),
    );
  });
  it('不稳定为 1，没有来话为 0，极小概率有对数，富余可由调用者给出', () => {
    expect(erlangC({ offeredLoad: 5, servers: 5 })).toBe(1);
    expect(erlangC({ offeredLoad: 50, servers: 5 })).toBe(1);
    expect(erlangC({ offeredLoad: 0, servers: 5 })).toBe(0);
    // ln C ≈ ln B + ln[n/(n − a)]
    expectClose(logErlangC({ offeredLoad: 50, servers: 5000 }), -18081.0184314002, 1e-13);
    expectClose(
      logErlangCWithSpare({ offeredLoad: 10, servers: 14, spare: 4 }),
      Math.log(0.17413193359504983),
      1e-13,
    );
  });
  it('拒绝坏参数', () => {
    expect(() => erlangC({ offeredLoad: -1, servers: 2 })).toThrow(/offeredLoad must be/);
    expect(() => erlangC({ offeredLoad: 1, servers: 0 })).toThrow(/servers must be/);
  });
});
