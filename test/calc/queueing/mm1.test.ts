import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mm1 } from '../../../src/calc/queueing/mm1.ts';
import { expectClose } from '../core/expect-close.ts';

describe('mm1', () => {
  it('λ=2、μ=3：ρ=2/3，逗留 1/(3−2)=1，等待 2/3，L=2，Lq=4/3，空闲 1/3', () => {
    const queue = mm1({ arrivalRate: 2, serviceRate: 3 });
    expectClose(queue.utilization, 2 / 3);
    expectClose(queue.meanTimeInSystem, 1);
    expectClose(queue.meanWait, 2 / 3);
    expectClose(queue.meanInSystem, 2);
    expectClose(queue.meanQueueLength, 4 / 3);
    expectClose(queue.probabilityEmpty, 1 / 3);
    expectClose(queue.probabilityOf(2), 4 / 27);
    expectClose(queue.waitTail(1), (2 / 3) * Math.exp(-1));
    expectClose(queue.timeInSystemTail(2), Math.exp(-2));
  });
  it('课程第 8 章：利用率 0.5、0.8、0.9、0.95 时平均等待 1τ、4τ、9τ、19τ', () => {
    const wait = (rho: number): number => mm1({ arrivalRate: rho, serviceRate: 1 }).meanWait;
    expectClose(wait(0.5), 1, 1e-13);
    expectClose(wait(0.8), 4, 1e-13);
    expectClose(wait(0.9), 9, 1e-13);
    expectClose(wait(0.95), 19, 1e-13);
  });
  it('利特尔法则 L = λW、Lq = λWq，且 W = Wq + 1/μ', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (rho, serviceRate) => {
          const arrivalRate = rho * serviceRate;
          const queue = mm1({ arrivalRate, serviceRate });
          expectClose(queue.meanInSystem, arrivalRate * queue.meanTimeInSystem);
          expectClose(queue.meanQueueLength, arrivalRate * queue.meanWait);
          expectClose(queue.meanTimeInSystem, queue.meanWait + 1 / serviceRate, 1e-11);
        },
      ),
    );
  });
  it('利用率离 1 只差 2⁻³⁰ 时仍准；不稳定时为 Infinity；没人来时不等', () => {
    const gap = 2 ** -30;
    expectClose(mm1({ arrivalRate: 1 - gap, serviceRate: 1 }).meanWait, (1 - gap) / gap, 1e-15);
    for (const arrivalRate of [3, 7]) {
      const queue = mm1({ arrivalRate, serviceRate: 3 });
      expect(queue.meanWait).toBe(Infinity);
      expect(queue.meanInSystem).toBe(Infinity);
      expect(queue.probabilityOfWaiting).toBe(1);
      expect(queue.probabilityEmpty).toBe(0);
      expect(queue.waitTail(9)).toBe(1);
      expect(queue.timeInSystemTail(9)).toBe(1);
      expect(queue.probabilityOf(2)).toBe(0);
    }
    const idle = mm1({ arrivalRate: 0, serviceRate: 3 });
    expect(idle.meanWait).toBe(0);
    expect(idle.probabilityEmpty).toBe(1);
    expect(idle.probabilityOf(0)).toBe(1);
  });
  it('拒绝负到达率、零服务率、负时间与非整数人数', () => {
    expect(() => mm1({ arrivalRate: -1, serviceRate: 1 })).toThrow(/arrivalRate must be/);
    expect(() => mm1({ arrivalRate: 1, serviceRate: 0 })).toThrow(/serviceRate must be/);
    expect(() => mm1({ arrivalRate: 1, serviceRate: 2 }).waitTail(-1)).toThrow(/time must be/);
    expect(() => mm1({ arrivalRate: 1, serviceRate: 2 }).probabilityOf(0.5)).toThrow(/count must/);
  });
});
