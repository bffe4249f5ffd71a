import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonSurvival } from '../../../src/calc/core/poisson.ts';
import { erlangA } from '../../../src/calc/queueing/erlang-a.ts';
import { erlangB } from '../../../src/calc/queueing/erlang-b.ts';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { expectClose } from '../core/expect-close.ts';

/** 生灭过程直接求和，作独立对照。 */
function bruteForce(
  lambda: number,
  mu: number,
  theta: number,
  n: number,
): {
  waiting: number;
  queue: number;
} {
  let weight = 1;
  let total = 1;
  let waiting = 0;
  let queue = 0;
  for (let k = 1; k < 200_000; k++) {
    weight *= lambda / (Math.min(k, n) * mu + Math.max(0, k - n) * theta);
    total += weight;
    if (k >= n) {
      waiting += weight;
      queue += (k - n) * weight;
    }
    if (weight > 1e200) {
      weight *= 1e-200;
      total *= 1e-200;
      waiting *= 1e-200;
      queue *= 1e-200;
    }
    if (weight < waiting * 1e-18 && k > n) break;
  }
  return { waiting: waiting / total, queue: queue / total };
}

describe('erlangA', () => {
  it('n=1、λ=μ=θ=1：人数为均值 1 的泊松，等待概率 1 − e⁻¹，队长 E(N−1)⁺ = e⁻¹', () => {
    const queue = erlangA({ arrivalRate: 1, serviceRate: 1, abandonmentRate: 1, servers: 1 });
    expectClose(queue.probabilityOfWaiting, 1 - Math.exp(-1));
    expectClose(queue.meanQueueLength, Math.exp(-1));
    expectClose(queue.probabilityOfAbandoning, Math.exp(-1));
    expectClose(queue.utilization, 1 - Math.exp(-1));
  });
  it('θ = μ 时等待概率为 P(Poisson(a) ≥ n)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (load, servers) => {
          const exact = poissonSurvival(servers - 1, load);
          const queue = erlangA({ arrivalRate: load, serviceRate: 1, abandonmentRate: 1, servers });
          if (exact > 1e-250) expectClose(queue.probabilityOfWaiting, exact, 1e-10);
        },
      ),
    );
  });
  it('与生灭过程逐态求和一致，负荷高低、耐心长短都算', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 2.5, noNaN: true }),
        fc.double({ min: -2, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (rho, logTheta, servers) => {
          const theta = 10 ** logTheta;
          const lambda = rho * servers * 0.8;
          const exact = bruteForce(lambda, 0.8, theta, servers);
          const queue = erlangA({
            arrivalRate: lambda,
            serviceRate: 0.8,
            abandonmentRate: theta,
            servers,
          });
          expectClose(queue.probabilityOfWaiting, exact.waiting, 1e-10);
          expectClose(queue.meanQueueLength, exact.queue, 1e-10);
          // 流量守恒：接通的等于服务完的
          expectClose(
            lambda * (1 - queue.probabilityOfAbandoning),
            queue.utilization * servers * 0.8,
            1e-10,
          );
        },
      ),
    );
  });
  it('等待分布自洽：从 0 起算即等待概率，积分即平均等待，接通与放弃之和为 1', () => {
    const queue = erlangA({ arrivalRate: 55, serviceRate: 1, abandonmentRate: 0.4, servers: 50 });
    expectClose(queue.waitTail(0), queue.probabilityOfWaiting);
    expectClose(queue.servedWithin(0), 1 - queue.probabilityOfWaiting);
    expectClose(queue.servedWithin(1e4), 1 - queue.probabilityOfAbandoning);
    // 辛普森法
    const step = 0.002;
    let area = 0;
    for (let i = 0; i < 1000; i++) {
      const t = i * step;
      area +=
        (step / 6) *
        (queue.waitTail(t) + 4 * queue.waitTail(t + step / 2) + queue.waitTail(t + step));
    }
    expectClose(area, queue.meanWait, 1e-8);
  });
  it('一千席、ρ > 1（参考算例 erlanga-qed-1000）', () => {
    const queue = erlangA({
      arrivalRate: 1020,
      serviceRate: 1,
      abandonmentRate: 0.5,
      servers: 1000,
    });
    expectClose(queue.probabilityOfWaiting, 0.8429838193227076);
    expectClose(queue.waitTail(1 / 3), 6.64844037528048e-11);
    expectClose(queue.servedWithin(1 / 3), 0.9773745020943714);
  });
  it('耐心极长而稳定时趋于 Erlang C，极短时趋于 Erlang B', () => {
    const exact = mmc({ arrivalRate: 7, serviceRate: 1, servers: 8 });
    for (const abandonmentRate of [1e-13, 0]) {
      const patient = erlangA({ arrivalRate: 7, serviceRate: 1, abandonmentRate, servers: 8 });
      expectClose(patient.meanWait, exact.meanWait, 1e-10);
      expectClose(patient.waitTail(0.5), exact.waitTail(0.5), 1e-10);
    }
    const hasty = erlangA({ arrivalRate: 10, serviceRate: 1, abandonmentRate: 1e12, servers: 8 });
    expectClose(hasty.probabilityOfAbandoning, erlangB({ offeredLoad: 10, servers: 8 }), 1e-10);
  });
  it('耐心极长而过载时放弃率趋于 1 − 1/ρ，等待集中在 ln ρ/θ 附近', () => {
    const theta = 1e-9;
    const queue = erlangA({ arrivalRate: 10, serviceRate: 1, abandonmentRate: theta, servers: 8 });
    expectClose(queue.probabilityOfAbandoning, 0.2, 1e-9);
    const middle = Math.log(1.25) / theta;
    expectClose(queue.waitTail(0.9 * middle), Math.exp(-theta * 0.9 * middle), 1e-9);
    expect(queue.waitTail(1.1 * middle)).toBeLessThan(1e-12);
    expect(queue.utilization).toBeLessThanOrEqual(1);
  });
  it('等待概率小于 10⁻³⁰⁸ 时有对数；没有来话；无人放弃而过载', () => {
    const calm = erlangA({ arrivalRate: 1, serviceRate: 1, abandonmentRate: 1, servers: 200 });
    expectClose(calm.logProbabilityOfWaiting, -864.226999774645, 1e-13);
    const idle = erlangA({ arrivalRate: 0, serviceRate: 1, abandonmentRate: 1, servers: 2 });
    expect(idle.meanWait).toBe(0);
    expect(idle.servedWithin(0)).toBe(1);
    expect(idle.waitTail(0)).toBe(0);
    const stuck = erlangA({ arrivalRate: 3, serviceRate: 1, abandonmentRate: 0, servers: 3 });
    expect(stuck.meanWait).toBe(Infinity);
    expect(stuck.waitTail(5)).toBe(1);
    expect(stuck.servedWithin(5)).toBe(0);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRate: 1, serviceRate: 1, abandonmentRate: 1, servers: 2 };
    expect(() => erlangA({ ...good, arrivalRate: -1 })).toThrow(/arrivalRate must be/);
    expect(() => erlangA({ ...good, serviceRate: 0 })).toThrow(/serviceRate must be/);
    expect(() => erlangA({ ...good, abandonmentRate: -1 })).toThrow(/abandonmentRate must be/);
    expect(() => erlangA({ ...good, servers: 0 })).toThrow(/servers must be/);
    expect(() => erlangA(good).waitTail(-1)).toThrow(/time must be/);
    expect(() => erlangA(good).servedWithin(NaN)).toThrow(/time must be/);
  });
});
