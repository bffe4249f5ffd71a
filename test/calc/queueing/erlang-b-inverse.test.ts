import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangBInverse, linesForBlocking } from '../../../src/calc/queueing/erlang-b-inverse.ts';
import { erlangB } from '../../../src/calc/queueing/erlang-b.ts';
import { expectClose } from '../core/expect-close.ts';

describe('erlangBInverse', () => {
  it('n=1：B = a/(1+a)，故 a = B/(1−B)；B = 0.3 得 3/7', () => {
    expectClose(erlangBInverse({ servers: 1, blocking: 0.3 }), 3 / 7);
  });
  it('与 Erlang B 互逆', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 1e-12, max: 0.999, noNaN: true }),
        (servers, blocking) => {
          const offeredLoad = erlangBInverse({ servers, blocking });
          expectClose(erlangB({ offeredLoad, servers }), blocking, 1e-10);
        },
      ),
    );
  });
  it('呼损极小、极接近 1 与十万条线路', () => {
    expectClose(erlangBInverse({ servers: 10, blocking: 1e-200 }), 4.528728688116745e-20, 1e-12);
    expectClose(erlangBInverse({ servers: 1, blocking: 1 - 2 ** -50 }), 2 ** 50 - 1, 1e-13);
    expectClose(erlangBInverse({ servers: 100000, blocking: 0.5 }), 199998.00004, 1e-11);
  });
  it('B = 0 得 0，B = 1 得 Infinity', () => {
    expect(erlangBInverse({ servers: 4, blocking: 0 })).toBe(0);
    expect(erlangBInverse({ servers: 4, blocking: 1 })).toBe(Infinity);
  });
  it('所需线路数恰好达标、少一条就不达标；没有来话不需线路', () => {
    for (const offeredLoad of [0.3, 7, 120.5, 5000]) {
      const servers = linesForBlocking({ offeredLoad, blocking: 0.01 });
      expect(erlangB({ offeredLoad, servers })).toBeLessThanOrEqual(0.01);
      expect(erlangB({ offeredLoad, servers: servers - 1 })).toBeGreaterThan(0.01);
    }
    expect(linesForBlocking({ offeredLoad: 0, blocking: 0.01 })).toBe(0);
  });
  it('拒绝坏参数', () => {
    expect(() => erlangBInverse({ servers: 0, blocking: 0.1 })).toThrow(/servers must be/);
    expect(() => erlangBInverse({ servers: 2, blocking: 1.1 })).toThrow(/blocking must be/);
    expect(() => linesForBlocking({ offeredLoad: -1, blocking: 0.1 })).toThrow(/offeredLoad/);
    expect(() => linesForBlocking({ offeredLoad: 1, blocking: 0 })).toThrow(/blocking must be/);
  });
});

it('线路多到超出整数范围时报 offeredLoad', () => {
  expect(() => linesForBlocking({ offeredLoad: 1e17, blocking: 0.01 })).toThrow(
    /^offeredLoad must be/,
  );
});
