import { describe, expect, it } from 'vitest';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { timeDependentMmc } from '../../../src/calc/queueing/time-dependent-mmc.ts';
import { relaxationTime, warmUpTime } from '../../../src/calc/queueing/warm-up-time.ts';
import { expectClose } from '../core/expect-close.ts';

describe('warmUpTime', () => {
  it('is the moment at which the expected queue has reached 1 − share of the stationary one', () => {
    for (const [arrivalRate, serviceRate, servers, share] of [
      [9, 10, 1, 0.1],
      [70, 24, 3, 0.5],
      [1, 1, 4, 0.01],
    ] as const) {
      const queue = { arrivalRate, serviceRate, servers };
      const time = warmUpTime({ ...queue, share });
      const { moments } = timeDependentMmc({
        periods: [{ duration: time, arrivalRate, servers }],
        serviceRate,
        times: [time],
      });
      expectClose(moments[0]!.meanQueueLength, (1 - share) * mmc(queue).meanQueueLength, 1e-8);
    }
  });
  it('scales with the unit of time', () => {
    expectClose(
      warmUpTime({ arrivalRate: 9, serviceRate: 10, servers: 1, share: 0.1 }) * 60,
      warmUpTime({ arrivalRate: 9 / 60, serviceRate: 10 / 60, servers: 1, share: 0.1 }),
      1e-9,
    );
  });
  it('later the closer it must come and the busier the window; none without arrivals, never in overload', () => {
    const at = (arrivalRate: number, share: number) =>
      warmUpTime({ arrivalRate, serviceRate: 1, servers: 1, share });
    expect(at(0.8, 0.05)).toBeGreaterThan(at(0.8, 0.1));
    expect(at(0.9, 0.1)).toBeGreaterThan(3 * at(0.8, 0.1));
    expect(at(0, 0.1)).toBe(0);
    expect(at(1, 0.1)).toBe(Infinity);
  });
  it('for M/M/1 the gap really closes by e in a relaxation time, once it is small', () => {
    const rates = { arrivalRate: 0.5, serviceRate: 1 };
    const late = warmUpTime({ ...rates, servers: 1, share: 1e-6 });
    const later = warmUpTime({ ...rates, servers: 1, share: 1e-6 / Math.E });
    const ratio = (later - late) / relaxationTime(rates);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1);
  });
  it('rejects bad input', () => {
    const good = { arrivalRate: 1, serviceRate: 2, servers: 1, share: 0.1 };
    expect(() => warmUpTime({ ...good, share: 0 })).toThrow(/share must be/);
    expect(() => warmUpTime({ ...good, servers: 0 })).toThrow(/servers must be/);
    expect(() => warmUpTime({ ...good, serviceRate: 0 })).toThrow(/serviceRate must be/);
    expect(() => warmUpTime({ ...good, arrivalRate: -1 })).toThrow(/arrivalRate must be/);
    expect(() => warmUpTime({ ...good, arrivalRate: 2 * (1 - 1e-9) })).toThrow(
      /arrivalRate must be below about 99/,
    );
  });
});

describe('relaxationTime', () => {
  it('λ = 1, μ = 4: 1/(2 − 1)² = 1; nothing to relax to in overload', () => {
    expectClose(relaxationTime({ arrivalRate: 1, serviceRate: 4 }), 1);
    expectClose(relaxationTime({ arrivalRate: 0, serviceRate: 4 }), 0.25);
    expect(relaxationTime({ arrivalRate: 4, serviceRate: 4 })).toBe(Infinity);
    expect(() => relaxationTime({ arrivalRate: -1, serviceRate: 4 })).toThrow(/arrivalRate must/);
    expect(() => relaxationTime({ arrivalRate: 1, serviceRate: 0 })).toThrow(/serviceRate must/);
  });
});
