import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fluidQueue } from '../../../src/calc/queueing/fluid-queue.ts';
import { timeDependentMmc } from '../../../src/calc/queueing/time-dependent-mmc.ts';
import { expectClose } from '../core/expect-close.ts';

describe('by hand', () => {
  it('30 an hour against 20 for two hours, then 10: longest 20 people at hour 2, gone at hour 4', () => {
    const queue = fluidQueue({
      periods: [
        { duration: 2, arrivalRate: 30, capacity: 20 },
        { duration: 4, arrivalRate: 10, capacity: 20 },
      ],
    });
    expect(queue).toMatchObject({
      longestQueue: 20,
      longestQueueTime: 2,
      longestWait: 1,
      longestWaitArrival: 2,
      totalWait: 40,
      clearTime: 4,
    });
    expectClose(queue.meanWait, 0.4);
  });
  it('a closed door: 10 a minute for 5 minutes, then 25 a minute', () => {
    const queue = fluidQueue({
      periods: [
        { duration: 5, arrivalRate: 10, capacity: 0 },
        { duration: 5, arrivalRate: 0, capacity: 25 },
      ],
    });
    expect(queue).toMatchObject({ longestQueue: 50, longestWait: 5, longestWaitArrival: 0 });
    expect(queue.clearTime).toBe(7);
    expectClose(queue.totalWait, 125 + 50);
  });
  it('people already waiting count from time 0, and are served first', () => {
    const queue = fluidQueue({
      periods: [{ duration: 4, arrivalRate: 5, capacity: 10 }],
      initial: 10,
    });
    expect(queue).toMatchObject({ longestQueue: 10, longestQueueTime: 0, longestWait: 1 });
    expect(queue.clearTime).toBe(2);
    expectClose(queue.totalWait, 10);
  });
  it('the longest wait need not belong to the moment of the longest queue', () => {
    // 高峰之后加开窗口：队最长在 60，等得最久的人更早到
    const queue = fluidQueue({
      periods: [
        { duration: 60, arrivalRate: 3, capacity: 1 },
        { duration: 60, arrivalRate: 0, capacity: 10 },
      ],
    });
    expect(queue.longestQueueTime).toBe(60);
    expectClose(queue.longestWait, 40);
    expectClose(queue.longestWaitArrival, 20);
  });
});

describe('identities', () => {
  const periods = fc.array(
    fc.record({
      duration: fc.double({ min: 0.1, max: 5, noNaN: true }),
      arrivalRate: fc.integer({ min: 0, max: 20 }),
      capacity: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  it('curves never cross or fall, everyone leaves, and the mean wait is at most the longest', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 0, max: 30 }), (parts, initial) => {
        const queue = fluidQueue({ periods: parts, initial });
        queue.points.forEach((point, i) => {
          const previous = queue.points[i - 1] ?? point;
          expect(point.time).toBeGreaterThanOrEqual(previous.time);
          expect(point.arrived).toBeGreaterThanOrEqual(previous.arrived);
          expect(point.departed).toBeGreaterThanOrEqual(previous.departed - 1e-9);
          expect(point.queue).toBeGreaterThanOrEqual(0);
          expectClose(point.arrived - point.departed, point.queue, 1e-9 * (1 + point.arrived));
        });
        const end = queue.points.at(-1)!;
        expect(end.queue).toBe(0);
        expect(queue.meanWait).toBeLessThanOrEqual(queue.longestWait + 1e-9);
      }),
    );
  });
  it('is a lower bound for the random queue with the same rates', () => {
    const parts = [
      { duration: 60, arrivalRate: 1, capacity: 2 },
      { duration: 60, arrivalRate: 3, capacity: 2 },
      { duration: 60, arrivalRate: 1, capacity: 2 },
    ];
    const random = timeDependentMmc({
      periods: parts.map(({ duration, arrivalRate }) => ({ duration, arrivalRate, servers: 4 })),
      serviceRate: 0.5,
      times: [120],
    });
    const fluid = fluidQueue({ periods: parts });
    expect(random.moments[0]!.meanQueueLength).toBeGreaterThan(fluid.longestQueue - 4);
    expect(random.meanWait).toBeGreaterThan(fluid.meanWait * 0.9);
  });
});

describe('extremes and bad input', () => {
  it('enough capacity: nobody waits; no capacity at the end: for ever', () => {
    expect(fluidQueue({ periods: [{ duration: 3, arrivalRate: 4, capacity: 4 }] })).toMatchObject({
      longestQueue: 0,
      longestWait: 0,
      totalWait: 0,
      meanWait: 0,
      clearTime: 0,
    });
    expect(fluidQueue({ periods: [{ duration: 3, arrivalRate: 0, capacity: 0 }] }).meanWait).toBe(
      0,
    );
    expect(fluidQueue({ periods: [{ duration: 3, arrivalRate: 4, capacity: 0 }] })).toMatchObject({
      longestWait: Infinity,
      totalWait: Infinity,
      clearTime: Infinity,
    });
  });
  it('names what is wrong', () => {
    const good = { duration: 1, arrivalRate: 1, capacity: 1 };
    expect(() => fluidQueue({ periods: [] })).toThrow(/periods must be/);
    expect(() => fluidQueue({ periods: [{ ...good, duration: 0 }] })).toThrow(/\.duration must be/);
    expect(() => fluidQueue({ periods: [{ ...good, arrivalRate: -1 }] })).toThrow(
      /periods\[0\]\.arrivalRate must be/,
    );
    expect(() => fluidQueue({ periods: [good, { ...good, capacity: NaN }] })).toThrow(
      /periods\[1\]\.capacity must be/,
    );
    expect(() => fluidQueue({ periods: [good], initial: -1 })).toThrow(/initial must be/);
  });
});
