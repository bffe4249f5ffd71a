import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mm1 } from '../../../src/calc/queueing/mm1.ts';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { simulateSession } from '../../../src/calc/queueing/simulation/session-waits.ts';
import { timeDependentMmc } from '../../../src/calc/queueing/time-dependent-mmc.ts';
import type { SessionPeriod } from '../../../src/calc/queueing/time-dependent-mmc.ts';
import { piecewiseLoad } from '../../../src/calc/queueing/time-varying-load.ts';
import { expectClose } from '../core/expect-close.ts';

/** 第一类修正贝塞尔函数 I_n(x) 的幂级数，各项都是正数。 */
function besselI(n: number, x: number): number {
  let term = 1;
  for (let k = 1; k <= n; k++) term *= x / 2 / k;
  let sum = 0;
  for (let k = 1; term > sum * 1e-18; k++) {
    sum += term;
    term *= ((x / 2) * (x / 2)) / (k * (k + n));
  }
  return sum;
}

/** M/M/1 从空开始，t 时刻恰有 n 人的概率：教科书上的贝塞尔函数解。 */
function transientMm1(n: number, lambda: number, mu: number, t: number): number {
  const rho = lambda / mu;
  const x = 2 * t * Math.sqrt(lambda * mu);
  let tail = 0;
  for (let j = n + 2; j < n + 400; j++) {
    const term = rho ** (-j / 2) * besselI(j, x);
    tail += term;
    if (term < tail * 1e-18) break;
  }
  return (
    Math.exp(-(lambda + mu) * t) *
    (rho ** (n / 2) * besselI(n, x) +
      rho ** ((n - 1) / 2) * besselI(n + 1, x) +
      (1 - rho) * rho ** n * tail)
  );
}

const one = (period: SessionPeriod, serviceRate: number, times: number[] = []) =>
  timeDependentMmc({ periods: [period], serviceRate, times });

describe('by hand', () => {
  it('no arrivals: a lone customer is still there with probability e^{−μt}', () => {
    const { moments } = timeDependentMmc({
      periods: [{ duration: 5, arrivalRate: 0, servers: 1 }],
      serviceRate: 0.5,
      initial: 1,
      times: [3],
    });
    expectClose(moments[0]!.meanInSystem, Math.exp(-1.5));
    expectClose(moments[0]!.probabilityOfWaiting, Math.exp(-1.5));
    // 前面有一人：等他办完，1/μ，乘上他还在的概率
    expectClose(moments[0]!.meanWait, 2 * Math.exp(-1.5));
  });
  it('a closed door: 30 people come in 30 minutes, and each waits until it opens at least', () => {
    const { moments, meanWait, meanQueueLength } = timeDependentMmc({
      periods: [
        { duration: 30, arrivalRate: 1, servers: 0 },
        { duration: 1, arrivalRate: 0, servers: 1 },
      ],
      serviceRate: 1e4,
      times: [0, 30],
    });
    // 能力近乎无限：等到开门即可；30 人平均等 15 分钟
    expectClose(moments[0]!.meanWait, 30, 1e-4);
    expectClose(moments[1]!.meanInSystem, 30, 1e-9);
    expect(Math.abs(meanWait - 15)).toBeLessThan(0.01);
    expect(Math.abs(meanQueueLength - 450 / 31)).toBeLessThan(0.01);
  });
  it('a batch of 3 at closing waits 0, 1/μ and 2/μ; those people are not arrivals', () => {
    const { meanWait, meanQueueLength } = timeDependentMmc({
      periods: [{ duration: 1e-9, arrivalRate: 1, servers: 1 }],
      serviceRate: 1,
      initial: 3,
    });
    // 来的那一位排在三个人后面，等 3/μ
    expectClose(meanWait, 3, 1e-6);
    expectClose(meanQueueLength, 2, 1e-6);
  });
  it('with as many windows as anyone could need, the number in system is the infinite-server load', () => {
    const rates = [3, 9, 1];
    const { moments } = timeDependentMmc({
      periods: rates.map((arrivalRate) => ({ duration: 2, arrivalRate, servers: 80 })),
      serviceRate: 0.8,
      times: [1, 3.5, 6],
    });
    piecewiseLoad({ rates, width: 2, meanService: 1.25, times: [1, 3.5, 6 - 1e-12] }).forEach(
      ({ offeredLoad }, i) => expectClose(moments[i]!.meanInSystem, offeredLoad, 1e-9),
    );
  });
});

describe('sourced', () => {
  it('M/M/1 from empty agrees with the Bessel-function solution', () => {
    for (const [lambda, mu, t] of [
      [1 / 6, 1 / 5, 60],
      [2, 3, 1.5],
      [3, 2, 4],
    ] as const) {
      const { moments } = one({ duration: 2 * t, arrivalRate: lambda, servers: 1 }, mu, [t]);
      const p = Array.from({ length: 120 }, (_, n) => transientMm1(n, lambda, mu, t));
      expectClose(
        p.reduce((sum, each) => sum + each, 0),
        1,
        1e-10,
      );
      expectClose(
        moments[0]!.meanInSystem,
        p.reduce((sum, each, n) => sum + n * each, 0),
        1e-9,
      );
      expectClose(moments[0]!.probabilityOfWaiting, 1 - p[0]!, 1e-9);
    }
  });
});

describe('identities', () => {
  it('a long run settles at the stationary M/M/c', () => {
    for (const [arrivalRate, serviceRate, servers] of [
      [4, 5, 1],
      [66, 24, 3],
      [5, 1, 7],
    ] as const) {
      const steady = mmc({ arrivalRate, serviceRate, servers });
      const duration = 6000 / serviceRate;
      const { moments, utilization, meanWait } = one(
        { duration, arrivalRate, servers },
        serviceRate,
        [duration],
      );
      expectClose(moments[0]!.meanQueueLength, steady.meanQueueLength, 1e-9);
      expectClose(moments[0]!.meanWait, steady.meanWait, 1e-9);
      expectClose(moments[0]!.probabilityOfWaiting, steady.probabilityOfWaiting, 1e-9);
      expectClose(utilization, steady.utilization, 0.01);
      expectClose(meanWait, steady.meanWait, 0.03);
      expect(meanWait).toBeLessThan(steady.meanWait);
    }
  });
  it('cutting a period in two, or asking at more times, changes nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.integer({ min: 0, max: 12 }),
        (arrivalRate, servers, cut, initial) => {
          const whole = timeDependentMmc({
            periods: [{ duration: 10, arrivalRate, servers }],
            serviceRate: 1,
            initial,
            times: [10],
          });
          const parts = timeDependentMmc({
            periods: [
              { duration: 10 * cut, arrivalRate, servers },
              { duration: 10 * (1 - cut), arrivalRate, servers },
            ],
            serviceRate: 1,
            initial,
            times: [10, 1, 0, 7],
          });
          expectClose(parts.meanWait, whole.meanWait, 1e-8);
          expectClose(parts.meanQueueLength, whole.meanQueueLength, 1e-9);
          expectClose(parts.moments[0]!.meanInSystem, whole.moments[0]!.meanInSystem, 1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });
  it('the mean wait is the arrival-weighted integral of the virtual wait, whatever the windows do', () => {
    const periods = [
      { duration: 20, arrivalRate: 0.5, servers: 0 },
      { duration: 40, arrivalRate: 1.5, servers: 3 },
      { duration: 40, arrivalRate: 2, servers: 5 },
    ];
    const steps = 400;
    // 逐段用中点法积分
    let weighted = 0;
    let start = 0;
    const times: number[] = [];
    const weights: number[] = [];
    for (const { duration, arrivalRate } of periods) {
      for (let i = 0; i < steps; i++) {
        times.push(start + ((i + 0.5) * duration) / steps);
        weights.push((arrivalRate * duration) / steps);
      }
      start += duration;
    }
    const { moments, meanWait, meanArrivals } = timeDependentMmc({
      periods,
      serviceRate: 0.4,
      times,
    });
    moments.forEach((moment, i) => (weighted += moment.meanWait * weights[i]!));
    expectClose(meanWait, weighted / meanArrivals, 1e-4);
  });
  it('from empty, the expected queue only grows towards the stationary one', () => {
    const times = Array.from({ length: 49 }, (_, i) => i * 10);
    const { moments } = one({ duration: 480, arrivalRate: 0.18, servers: 1 }, 0.2, times);
    for (let i = 1; i < moments.length; i++)
      expect(moments[i]!.meanQueueLength).toBeGreaterThan(moments[i - 1]!.meanQueueLength);
    expect(moments.at(-1)!.meanQueueLength).toBeLessThan(
      mm1({ arrivalRate: 0.18, serviceRate: 0.2 }).meanQueueLength,
    );
  });
});

describe('agreement with the simulator, four standard errors', () => {
  it.each([
    { arrivalRate: 1 / 6, mean: 5, servers: 1, duration: 240 },
    { arrivalRate: 70 / 60, mean: 2.5, servers: 3, duration: 240 },
    { arrivalRate: 1.3, mean: 1, servers: 1, duration: 60 },
  ])('$servers windows, $arrivalRate a minute for $duration minutes', (session) => {
    const { arrivalRate, mean, servers, duration } = session;
    const exact = one({ duration, arrivalRate, servers }, 1 / mean);
    const { meanWait, idleTime } = simulateSession({
      arrivals: { kind: 'renewal', interval: { kind: 'exponential', mean: 1 / arrivalRate } },
      service: { kind: 'exponential', mean },
      servers,
      duration,
      replications: 4000,
      seed: 20,
    });
    expect(Math.abs(meanWait.mean - exact.meanWait)).toBeLessThan(4 * meanWait.standardError);
    const idle = servers * duration * (1 - exact.utilization);
    expect(Math.abs(idleTime.mean - idle)).toBeLessThan(4 * idleTime.standardError);
  });
  it('a peak in the middle of the morning', () => {
    const rates = [0.5, 2.4, 0.5];
    const exact = timeDependentMmc({
      periods: rates.map((arrivalRate) => ({ duration: 60, arrivalRate, servers: 4 })),
      serviceRate: 0.4,
    });
    const { meanWait } = simulateSession({
      arrivals: { kind: 'piecewise', rates, segment: 60 },
      service: { kind: 'exponential', mean: 2.5 },
      servers: 4,
      duration: 180,
      replications: 2000,
      seed: 5,
    });
    expect(Math.abs(meanWait.mean - exact.meanWait)).toBeLessThan(4 * meanWait.standardError);
  });
});

describe('extremes', () => {
  it('overload grows by λ − cμ and the error bound stays negligible', () => {
    const { moments, errorBound } = one(
      { duration: 300, arrivalRate: 9, servers: 2 },
      2,
      [200, 300],
    );
    expectClose(moments[1]!.meanQueueLength - moments[0]!.meanQueueLength, 500, 1e-9);
    expect(errorBound).toBeLessThan(1e-9);
  });
  it('nobody at all, a door never opened, and hundreds of windows', () => {
    expect(one({ duration: 10, arrivalRate: 0, servers: 1 }, 1).meanWait).toBe(0);
    const never = one({ duration: 10, arrivalRate: 1, servers: 0 }, 1);
    expect(never.meanWait).toBe(Infinity);
    expect(never.utilization).toBeNaN();
    expectClose(never.meanInSystemAtClose, 10);
    const crowd = one({ duration: 1, arrivalRate: 400, servers: 500 }, 1, [1]);
    expectClose(crowd.moments[0]!.meanInSystem, 400 * -Math.expm1(-1), 1e-9);
  });
});

describe('bad input', () => {
  const good = { duration: 1, arrivalRate: 1, servers: 1 };
  it.each([
    [{ periods: [] }, /periods must be/],
    [{ periods: [{ ...good, duration: 0 }] }, /periods\[0\]\.duration must be/],
    [{ periods: [good, { ...good, arrivalRate: -1 }] }, /periods\[1\]\.arrivalRate must be/],
    [{ periods: [{ ...good, servers: 1.5 }] }, /periods\[0\]\.servers must be/],
    [{ periods: [{ ...good, serviceRate: 0 }] }, /periods\[0\]\.serviceRate must be/],
    [{ periods: [{ ...good, duration: 1e9 }] }, /periods\[0\]\.duration must be short enough/],
    [{ serviceRate: NaN }, /serviceRate must be/],
    [{ initial: -1 }, /initial must be/],
    [{ times: [0, 1.5] }, /times\[1\] must be/],
    [{ times: [NaN] }, /times\[0\] must be/],
  ])('%o', (change, message) => {
    expect(() => timeDependentMmc({ periods: [good], serviceRate: 1, ...change })).toThrow(message);
  });
});
