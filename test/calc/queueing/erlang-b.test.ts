import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB, logErlangB, logErlangBOdds } from '../../../src/calc/queueing/erlang-b.ts';
import { expectClose } from '../core/expect-close.ts';

/** 教科书递推，作独立对照。 */
function recursion(load: number, servers: number): number {
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = (load * blocking) / (n + load * blocking);
  return blocking;
}

describe('erlangB', () => {
  it('a=2、n=2：(2²/2)/(1+2+2) = 0.4；a=0.5、n=1：0.5/1.5 = 1/3', () => {
    expectClose(erlangB({ offeredLoad: 2, servers: 2 }), 0.4);
    expectClose(erlangB({ offeredLoad: 0.5, servers: 1 }), 1 / 3);
  });
  it('与逐台递推一致（参考算例 a=10、n=15 亦然）', () => {
    expectClose(erlangB({ offeredLoad: 10, servers: 15 }), 0.03649694547237079, 1e-13);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 3000, noNaN: true }),
        fc.integer({ min: 0, max: 2500 }),
        (offeredLoad, servers) => {
          const exact = recursion(offeredLoad, servers);
          if (exact > 1e-280) expectClose(erlangB({ offeredLoad, servers }), exact, 1e-10);
        },
      ),
    );
  });
  it('一万与十万条线路', () => {
    expectClose(erlangB({ offeredLoad: 1e4, servers: 1e4 }), 0.007936563248805671, 1e-12);
    expectClose(
      erlangB({ offeredLoad: 1e5, servers: 1e5 + 300 }),
      recursion(1e5, 1e5 + 300),
      1e-11,
    );
  });
  it('小于 10⁻³⁰⁸ 由对数给出：n 远大于 a 时 ln B ≈ n ln a − a − ln n!', () => {
    expect(erlangB({ offeredLoad: 10, servers: 3000 })).toBe(0);
    let logFactorial = 0;
    for (let k = 2; k <= 3000; k++) logFactorial += Math.log(k);
    expectClose(
      logErlangB({ offeredLoad: 10, servers: 3000 }),
      3000 * Math.log(10) - 10 - logFactorial,
      1e-12,
    );
  });
  it('端点：没有线路必被拒，没有来话必不被拒，负荷极大趋于 1 − n/a', () => {
    expect(erlangB({ offeredLoad: 3, servers: 0 })).toBe(1);
    expect(erlangB({ offeredLoad: 0, servers: 0 })).toBe(1);
    expect(erlangB({ offeredLoad: 0, servers: 5 })).toBe(0);
    expect(logErlangBOdds({ offeredLoad: 0, servers: 5 })).toBe(-Infinity);
    expectClose(Math.exp(-logErlangBOdds({ offeredLoad: 1e12, servers: 3 })), 3e-12, 1e-11);
    expectClose(logErlangBOdds({ offeredLoad: 2, servers: 2 }), Math.log(0.4 / 0.6), 1e-13);
    expectClose(logErlangBOdds({ offeredLoad: 1, servers: 2 }), Math.log(0.2 / 0.8), 1e-13);
  });
  it('拒绝负负荷与非整数线路数', () => {
    expect(() => erlangB({ offeredLoad: -1, servers: 2 })).toThrow(/offeredLoad must be/);
    expect(() => erlangB({ offeredLoad: 1, servers: 2.5 })).toThrow(/servers must be/);
    expect(() => logErlangBOdds({ offeredLoad: 1, servers: 0 })).toThrow(/servers must be/);
  });
});

it('台数过 10¹³ 而贴着负荷时与泊松概率之比一致，不因项数用尽而出错', () => {
  // 负荷等于台数时 1/B = √(πn/2) + 2/3 + O(1/√n)
  const servers = 1e14;
  expectClose(
    1 / erlangB({ offeredLoad: servers, servers }),
    Math.sqrt((Math.PI * servers) / 2) + 2 / 3,
    1e-13,
  );
});
