import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mm1 } from '../../../src/calc/queueing/mm1.ts';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { expectClose } from '../core/expect-close.ts';

describe('mmc', () => {
  it('λ=2、μ=3、c=2：a=2/3，p0=1/(1+2/3+(2/9)·3/2)=1/2，等待概率 1/6，Wq=1/24', () => {
    const queue = mmc({ arrivalRate: 2, serviceRate: 3, servers: 2 });
    expectClose(queue.probabilityEmpty, 1 / 2);
    expectClose(queue.probabilityOfWaiting, 1 / 6);
    expectClose(queue.meanWait, 1 / 24);
    expectClose(queue.meanInSystem, 0.75);
    // P(W > 0.5) = e^{−4·0.5}/6
    expectClose(queue.waitTail(0.5), Math.exp(-2) / 6);
    // P(N = 3) = p0·a²/2·(a/2) = 0.5·(2/9)·(1/3)
    expectClose(queue.probabilityOf(3), 1 / 27);
  });
  it('课程第 8 章：ρ = 0.8 时 c = 1、2、4、10、20、50 的平均等待（τ）', () => {
    const published: [number, number, number][] = [
      [1, 4, 0.005],
      [2, 1.78, 0.005],
      [4, 0.75, 0.005],
      [10, 0.2, 0.005],
      [20, 0.064, 0.0005],
      [50, 0.009, 0.0005],
    ];
    for (const [servers, wait, rounding] of published) {
      const got = mmc({ arrivalRate: 0.8 * servers, serviceRate: 1, servers }).meanWait;
      expect(Math.abs(got - wait)).toBeLessThan(rounding);
    }
  });
  it('c = 1 时就是 M/M/1，含逗留时间的尾部', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (rho, time) => {
          const one = mm1({ arrivalRate: rho, serviceRate: 1 });
          const many = mmc({ arrivalRate: rho, serviceRate: 1, servers: 1 });
          expectClose(many.meanWait, one.meanWait, 1e-11);
          expectClose(many.probabilityEmpty, one.probabilityEmpty, 1e-11);
          expectClose(many.timeInSystemTail(time), one.timeInSystemTail(time), 1e-11);
          expectClose(many.probabilityOf(4), one.probabilityOf(4), 1e-11);
        },
      ),
    );
  });
  it('各状态概率之和为 1，平均人数与之一致', () => {
    const queue = mmc({ arrivalRate: 7.3, serviceRate: 0.7, servers: 13 });
    let total = 0;
    let mean = 0;
    for (let n = 0; n < 3000; n++) {
      total += queue.probabilityOf(n);
      mean += n * queue.probabilityOf(n);
    }
    expectClose(total, 1, 1e-12);
    expectClose(mean, queue.meanInSystem, 1e-11);
  });
  it('逗留尾部在 c − a = 1 处连续', () => {
    const tail = (arrivalRate: number): number =>
      mmc({ arrivalRate, serviceRate: 1, servers: 3 }).timeInSystemTail(2);
    expectClose(tail(2), (tail(2 - 1e-6) + tail(2 + 1e-6)) / 2, 1e-11);
  });
  it('五千个服务台、ρ 离 1 只差 10⁻⁹：等待合于 mpmath', () => {
    const queue = mmc({ arrivalRate: 4999.999995, serviceRate: 1, servers: 5000 });
    expectClose(queue.meanWait, 199999.98739426, 1e-12);
    expectClose(queue.logProbabilityEmpty, -5015.54570915492, 1e-13);
  });
  it('μ 不能精确表示时仍按给定的双精度数算：λ = 2.999999999、μ = 0.3、c = 10', () => {
    const queue = mmc({ arrivalRate: 2.999999999, serviceRate: 0.3, servers: 10 });
    expectClose(queue.meanWait, 1000000027.06186, 1e-12);
  });
  it('等待概率小到 10⁻⁸⁹⁵² 时由对数给出', () => {
    const queue = mmc({ arrivalRate: 3, serviceRate: 0.1, servers: 5000 });
    expect(queue.probabilityOfWaiting).toBe(0);
    expectClose(queue.logProbabilityOfWaiting, -20615.1505824937, 1e-13);
  });
  it('不稳定时为 Infinity 而不报错；没人来时全空', () => {
    const queue = mmc({ arrivalRate: 6, serviceRate: 2, servers: 3 });
    expect(queue.meanWait).toBe(Infinity);
    expect(queue.meanInSystem).toBe(Infinity);
    expect(queue.probabilityOfWaiting).toBe(1);
    expect(queue.probabilityEmpty).toBe(0);
    expect(queue.logProbabilityEmpty).toBe(-Infinity);
    expect(queue.waitTail(3)).toBe(1);
    expect(queue.timeInSystemTail(3)).toBe(1);
    expect(queue.probabilityOf(3)).toBe(0);
    const idle = mmc({ arrivalRate: 0, serviceRate: 2, servers: 3 });
    expect(idle.meanWait).toBe(0);
    expect(idle.meanQueueLength).toBe(0);
    expect(idle.probabilityEmpty).toBe(1);
    expect(idle.probabilityOf(0)).toBe(1);
    expect(idle.probabilityOf(1)).toBe(0);
    expectClose(idle.timeInSystemTail(1), Math.exp(-2));
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRate: 1, serviceRate: 1, servers: 2 };
    expect(() => mmc({ ...good, arrivalRate: NaN })).toThrow(/arrivalRate must be/);
    expect(() => mmc({ ...good, serviceRate: -1 })).toThrow(/serviceRate must be/);
    expect(() => mmc({ ...good, servers: 0 })).toThrow(/servers must be/);
    expect(() => mmc({ ...good, servers: 1.5 })).toThrow(/servers must be/);
    expect(() => mmc(good).waitTail(NaN)).toThrow(/time must be/);
    expect(() => mmc(good).timeInSystemTail(-1)).toThrow(/time must be/);
    expect(() => mmc(good).probabilityOf(-1)).toThrow(/count must be/);
  });
});
