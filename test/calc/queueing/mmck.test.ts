import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDeath } from '../../../src/calc/queueing/birth-death.ts';
import { erlangB } from '../../../src/calc/queueing/erlang-b.ts';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { mmck } from '../../../src/calc/queueing/mmck.ts';
import { expectClose } from '../core/expect-close.ts';

describe('mmck', () => {
  it('ρ = 1、c = 1、K = 10：十一个状态等可能，被拒 1/11，L = 5，λ有效 = 10/11，W = 5.5', () => {
    const queue = mmck({ arrivalRate: 1, serviceRate: 1, servers: 1, capacity: 10 });
    expectClose(queue.probabilityOfBlocking, 1 / 11);
    expectClose(queue.meanInSystem, 5);
    expectClose(queue.effectiveArrivalRate, 10 / 11);
    expectClose(queue.meanTimeInSystem, 5.5);
    expectClose(queue.probabilityOf(3), 1 / 11);
    // 进入者 10 种状态等可能，其中 9 种要等
    expectClose(queue.probabilityOfWaiting, 0.9);
    expect(queue.probabilityOf(11)).toBe(0);
  });
  it('ρ = 1 + 10⁻⁹ 与 ρ = 1 相差只有 10⁻⁹ 量级', () => {
    const queue = mmck({ arrivalRate: 1.000000001, serviceRate: 1, servers: 1, capacity: 10 });
    expectClose(queue.meanInSystem, 5.00000001, 1e-13);
    expectClose(queue.probabilityOfBlocking, 0.09090909136363637, 1e-13);
  });
  it('K = c 时是 Erlang B', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        (servers, load) => {
          const queue = mmck({ arrivalRate: load, serviceRate: 1, servers, capacity: servers });
          expectClose(queue.probabilityOfBlocking, erlangB({ offeredLoad: load, servers }), 1e-11);
          expect(queue.meanQueueLength).toBe(0);
          expect(queue.probabilityOfWaiting).toBe(0);
        },
      ),
    );
  });
  it('容量很大而稳定时趋于 M/M/c；流入等于流出', () => {
    const limited = mmck({ arrivalRate: 8, serviceRate: 1, servers: 10, capacity: 2000 });
    expectClose(limited.meanWait, mmc({ arrivalRate: 8, serviceRate: 1, servers: 10 }).meanWait);
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 30, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 40 }),
        (arrivalRate, servers, room) => {
          const queue = mmck({ arrivalRate, serviceRate: 0.9, servers, capacity: servers + room });
          expectClose(
            queue.effectiveArrivalRate,
            arrivalRate * (1 - queue.probabilityOfBlocking),
            1e-9,
          );
          expectClose(
            queue.meanInSystem,
            queue.effectiveArrivalRate * queue.meanTimeInSystem,
            1e-11,
          );
        },
      ),
    );
  });
  it('K = 1100、ρ = 2：全空概率 2⁻¹¹⁰⁰/2 只能由对数给出', () => {
    const queue = mmck({ arrivalRate: 2, serviceRate: 1, servers: 1, capacity: 1100 });
    expectClose(queue.logProbabilityEmpty, -1101 * Math.LN2, 1e-14);
    expectClose(queue.meanInSystem, 1099, 1e-13);
    expectClose(queue.probabilityOfBlocking, 0.5, 1e-14);
  });
  it('ρ = 0.2、K = 3000：被拒概率 0.8·0.2³⁰⁰⁰ 由对数给出', () => {
    const queue = mmck({ arrivalRate: 1, serviceRate: 5, servers: 1, capacity: 3000 });
    expect(queue.probabilityOfBlocking).toBe(0);
    expectClose(queue.logProbabilityOfBlocking, Math.log(0.8) + 3000 * Math.log(0.2), 1e-14);
  });
  it('没人来时全空且不等；三千台五千位也算得出', () => {
    const idle = mmck({ arrivalRate: 0, serviceRate: 1, servers: 2, capacity: 4 });
    expect(idle.probabilityEmpty).toBe(1);
    expect(idle.probabilityOfBlocking).toBe(0);
    expect(idle.meanWait).toBe(0);
    expect(idle.meanTimeInSystem).toBe(1);
    const big = mmck({ arrivalRate: 3000, serviceRate: 1, servers: 3000, capacity: 5000 });
    expect(big.utilization).toBeLessThan(1);
    expect(big.utilization).toBeGreaterThan(0.999);
  });
  it('没人来时各状态的概率都有值：空 1，其余 0', () => {
    const idle = mmck({ arrivalRate: 0, serviceRate: 4, servers: 2, capacity: 5 });
    expect([0, 1, 2, 3, 5, 9].map((count) => idle.probabilityOf(count))).toEqual([
      1, 0, 0, 0, 0, 0,
    ]);
    expect(Object.is(idle.logProbabilityEmpty, 0)).toBe(true);
    expect(idle.meanTimeInSystem).toBe(0.25);
  });
  it('容纳一亿人也算得出，ρ 贴着 1 不丢位（五十位精度的值）', () => {
    for (const [arrivalRate, blocking, mean] of [
      [0.9, 0, 9.000000000000002],
      [0.99999999, 5.819766971771193e-9, 41802329.07224143],
      [1, 1 / (1e8 + 1), 5e7],
      [1.00000001, 1.5819766824271412e-8, 58197670.760362156],
      [1.000000000001, 1.0000499952780106e-8, 50000833.40743368],
    ] as const) {
      const queue = mmck({ arrivalRate, serviceRate: 1, servers: 1, capacity: 1e8 });
      expectClose(queue.probabilityOfBlocking, blocking);
      expectClose(queue.meanInSystem, mean);
    }
  });
  it('与生灭方程逐态求和一致，轻载到千倍过载都算', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 200 }),
        (logLoad, servers, room) => {
          const load = servers * 10 ** logLoad;
          const capacity = servers + room;
          const exact = birthDeath({
            last: capacity,
            servers,
            upRatio: (k) => load / Math.min(k + 1, servers),
          });
          const queue = mmck({ arrivalRate: load, serviceRate: 1, servers, capacity });
          expectClose(queue.meanInSystem, exact.mean, 1e-12);
          if (exact.meanQueueLength > 1e-280)
            expectClose(queue.meanQueueLength, exact.meanQueueLength, 2e-11);
          if (exact.probabilityFull > 1e-280)
            expectClose(queue.probabilityOfBlocking, exact.probabilityFull, 2e-11);
          expectClose(queue.effectiveArrivalRate, exact.meanBusy, 1e-12);
        },
      ),
    );
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRate: 1, serviceRate: 1, servers: 2, capacity: 4 };
    expect(() => mmck({ ...good, arrivalRate: -1 })).toThrow(/arrivalRate must be/);
    expect(() => mmck({ ...good, serviceRate: 0 })).toThrow(/serviceRate must be/);
    expect(() => mmck({ ...good, servers: 0 })).toThrow(/servers must be/);
    expect(() => mmck({ ...good, capacity: 1 })).toThrow(/capacity must be/);
    expect(() => mmck(good).probabilityOf(-1)).toThrow(/count must be/);
  });
});
