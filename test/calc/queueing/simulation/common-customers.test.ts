import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCustomers,
  customersFrom,
  serve,
} from '../../../../src/calc/queueing/simulation/common-customers.ts';
import type { Policy } from '../../../../src/calc/queueing/simulation/policy.ts';
import { exponential, poisson, seeds } from './agreement.ts';

const bank = (seed: number, count = 400) =>
  createCustomers({
    arrivals: poisson(3.4),
    classes: [{ service: exponential(1) }],
    customers: count,
    seed,
  });

describe('by hand', () => {
  it('one window: reference case des-trace-open-c1', () => {
    const { record } = serve(
      customersFrom({
        arrivals: [0, 1, 2, 3, 7, 7.5, 8, 15],
        services: [2, 2.5, 1, 0.5, 3, 1, 0.25, 1],
      }),
      { servers: 1 },
    );
    expect([...record.wait]).toEqual([0, 1, 2.5, 2.5, 0, 2.5, 3, 0]);
    expect([...record.departure]).toEqual([2, 4.5, 5.5, 6, 10, 11, 11.25, 16]);
    expect(record.overtaken).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('two windows: reference case des-trace-open-c2', () => {
    const { record } = serve(
      customersFrom({
        arrivals: [0, 0.5, 1, 1.5, 2, 2.5, 6],
        services: [3, 1, 2, 2, 1.5, 0.5, 1],
      }),
      { servers: 2 },
    );
    expect([...record.wait]).toEqual([0, 0, 0.5, 1.5, 1.5, 2.5, 0]);
    expect([...record.departure]).toEqual([3, 1.5, 3.5, 5, 5, 5.5, 7]);
  });

  it('an arrival at the very moment of a departure does not wait', () => {
    const { record } = serve(customersFrom({ arrivals: [0, 2], services: [2, 1] }), { servers: 1 });
    expect([...record.wait]).toEqual([0, 0]);
  });

  it('patience ending exactly at the start of service still counts as served', () => {
    const list = { arrivals: [0, 1, 1], services: [3, 1, 1], patience: [9, 2, 2.5] };
    const { record } = serve(customersFrom(list), { servers: 1 });
    // 1 号等到 3，恰好 2；2 号在 3.5 放弃。
    expect(record.outcome).toEqual(['served', 'served', 'abandoned']);
    expect(record.departure[2]).toBe(3.5);
    expect(record.wait[2]).toBe(2.5);
    expect(record.serviceStart[2]).toBeNaN();
    expect(record.server[2]).toBe(-1);
  });

  it('preemptive-resume: the ordinary customer is interrupted, goes back first and loses nothing', () => {
    // 普通 0 号 [0,4)，1 时贵宾来占用 [1,3)，0 号续 [3,6)；2 时来的普通 2 号 [6,7)。
    const { record, overall } = serve(
      customersFrom({ arrivals: [0, 1, 2], services: [4, 2, 1], classes: [1, 0, 1] }),
      { servers: 1, priority: 'preemptive-resume' },
    );
    expect([...record.departure]).toEqual([6, 3, 7]);
    expect([...record.wait]).toEqual([2, 0, 4]);
    expect([...record.segments.customer]).toEqual([0, 1, 0, 2]);
    expect([...record.segments.start]).toEqual([0, 1, 3, 6]);
    expect([...record.segments.end]).toEqual([1, 3, 6, 7]);
    expect(overall.meanWait).toBe(2);
  });

  it('non-preemptive: the same customers, the important one waits for the running service', () => {
    const { record } = serve(
      customersFrom({ arrivals: [0, 1, 2, 2.5], services: [4, 2, 1, 1], classes: [1, 1, 1, 0] }),
      { servers: 1, priority: 'non-preemptive' },
    );
    expect([...record.serviceStart]).toEqual([0, 5, 7, 4]);
    expect(record.overtaken).toEqual([0, 1, 1, 0]);
  });

  it('jockeying: the last of the long line moves when the other line empties', () => {
    // 均匀数恒为 0.5，两队同长时取 1 号队。0 号→1 队，1 号→0 队，2 号→1 队（同长 1），3 号→0 队。
    // 0 队服务 1 号 [1,2)，3 号接上 [2,3)；3 时 0 队空，1 队有 2 人，2 号换来 [3,4)。
    const list = customersFrom({ arrivals: [0, 1, 1.2, 1.4], services: [10, 1, 1, 1] });
    const stay = serve(list, { servers: 2, lines: 'shortest' });
    const move = serve(list, { servers: 2, lines: 'shortest', jockeying: true });
    expect([...stay.record.line]).toEqual([1, 0, 1, 0]);
    expect([...stay.record.serviceStart]).toEqual([0, 1, 10, 2]);
    expect(stay.record.overtaken).toEqual([0, 0, 1, 0]);
    expect([...move.record.serviceStart]).toEqual([0, 1, 3, 2]);
    expect([...move.record.moves.time]).toEqual([3]);
    expect([...move.record.moves.customer]).toEqual([2]);
    expect([move.record.moves.from[0], move.record.moves.to[0]]).toEqual([1, 0]);
    expect(move.moves).toBe(1);
  });

  it('blocked and balked customers leave at once and stand nowhere', () => {
    const list = customersFrom({ arrivals: [0, 1, 2], services: [5, 5, 5] });
    const full = serve(list, { servers: 1, capacity: 2 }).record;
    expect(full.outcome).toEqual(['served', 'served', 'blocked']);
    expect(full.departure[2]).toBe(2);
    expect(full.line[2]).toBe(-1);
    const shy = serve(list, { servers: 1, balking: { kind: 'threshold', waiting: 1 } }).record;
    expect(shy.outcome).toEqual(['served', 'served', 'balked']);
    expect(shy.wait[2]).toBeNaN();
  });
});

describe('Little’s law holds exactly on every sample path', () => {
  const policies: Policy[] = [
    { servers: 4 },
    { servers: 4, lines: 'random' },
    { servers: 4, lines: 'shortest', jockeying: true },
    { servers: 3, capacity: 9 },
    { servers: 3, priority: 'preemptive-resume' },
    { servers: 3, lines: 'shortest', balking: { kind: 'probability', probability: 0.4 } },
  ];
  it('mean number × duration = sum of times in system, waiting likewise', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...policies),
        fc.integer({ min: 1, max: 300 }),
        (seed, policy, count) => {
          const customers = createCustomers({
            arrivals: poisson(4),
            classes: [
              { service: exponential(0.5), patience: exponential(3) },
              { service: exponential(1.5) },
            ],
            customers: count,
            seed,
          });
          const { record, duration, meanNumberInSystem, meanNumberWaiting } = serve(
            customers,
            policy,
          );
          let inSystem = 0;
          let waiting = 0;
          record.outcome.forEach((_, i) => {
            inSystem += record.departure[i]! - record.arrival[i]!;
            if (record.wait[i] === record.wait[i]) waiting += record.wait[i]!;
          });
          expect(meanNumberInSystem * duration).toBeCloseTo(inSystem, 7);
          expect(meanNumberWaiting * duration).toBeCloseTo(waiting, 7);
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});

describe('patience', () => {
  it('whoever gives up does so at the end of his own patience, and nobody served waited beyond it', () => {
    for (const seed of seeds)
      for (const lines of ['one', 'shortest', 'random'] as const) {
        const customers = createCustomers({
          arrivals: poisson(5),
          classes: [{ service: exponential(1), patience: exponential(1.5) }],
          customers: 1500,
          seed,
        });
        const { record } = serve(customers, { servers: 4, lines });
        let abandoned = 0;
        record.outcome.forEach((outcome, i) => {
          const patience = customers.patience[i]!;
          if (outcome === 'abandoned') {
            abandoned++;
            expect(record.wait[i]!).toBeCloseTo(patience, 9);
          } else expect(record.wait[i]!).toBeLessThanOrEqual(patience);
        });
        expect(abandoned).toBeGreaterThan(100);
      }
  });
});

describe('the same customers under two rules', () => {
  it('work is conserved: with one rule of speed, total service given is the same', () => {
    for (const seed of seeds) {
      const customers = bank(seed);
      const total = (policy: Policy) => {
        const { segments } = serve(customers, policy).record;
        return segments.end.reduce((sum, end, j) => sum + end - segments.start[j]!, 0);
      };
      const work = customers.service.reduce((sum, service) => sum + service, 0);
      expect(total({ servers: 4 })).toBeCloseTo(work, 7);
      expect(total({ servers: 4, lines: 'random' })).toBeCloseTo(work, 7);
      expect(total({ servers: 4, serviceTimeFactor: 1.1 })).toBeCloseTo(1.1 * work, 7);
    }
  });

  it('one server: priority only redistributes, the busy periods stay where they were', () => {
    // 单台、不浪费工作：任一时刻剩余工作量与次序无关，最后一人离开的时刻也无关。
    for (const seed of seeds) {
      const customers = createCustomers({
        arrivals: poisson(0.8),
        classes: [{ service: exponential(0.5) }, { service: exponential(1.5) }],
        customers: 500,
        seed,
      });
      const ends = (['none', 'non-preemptive', 'preemptive-resume'] as const).map((priority) => {
        const result = serve(customers, { servers: 1, priority });
        return [result.duration, result.utilization, result.numberInSystem[0]!] as const;
      });
      for (const [duration, utilization, empty] of ends) {
        expect(duration).toBeCloseTo(ends[0]![0], 7);
        expect(utilization).toBeCloseTo(ends[0]![1], 9);
        expect(empty).toBeCloseTo(ends[0]![2], 9);
      }
    }
  });

  it('first come first served from one line beats separate lines on the same customers, with no overtaking', () => {
    for (const seed of seeds) {
      const customers = bank(seed);
      const one = serve(customers, { servers: 4 });
      const separate = serve(customers, { servers: 4, lines: 'random' });
      expect(one.overall.meanWait).toBeLessThan(separate.overall.meanWait);
      expect(Math.max(...one.record.overtaken)).toBe(0);
      expect(Math.max(...separate.record.overtaken)).toBeGreaterThan(0);
      expect([...one.record.arrival]).toEqual([...separate.record.arrival]);
      expect([...one.record.service]).toEqual([...separate.record.service]);
    }
  });

  it('one line or shortest line with jockeying: no server idles while someone waits', () => {
    for (const policy of [
      { servers: 3 },
      { servers: 3, lines: 'shortest', jockeying: true },
    ] as const) {
      const { inSystem, waiting } = serve(bank(5), policy).record.timeline;
      inSystem.forEach((n, j) => expect(waiting[j]).toBe(Math.max(0, n - 3)));
    }
    const { inSystem, waiting } = serve(bank(5), { servers: 3, lines: 'random' }).record.timeline;
    expect(inSystem.some((n, j) => waiting[j]! > Math.max(0, n - 3))).toBe(true);
  });

  it('changing the service distribution leaves arrivals, patience and classes as they were', () => {
    const make = (mean: number) =>
      createCustomers({
        arrivals: poisson(1),
        classes: [
          { service: exponential(mean), patience: exponential(2) },
          { service: exponential(mean) },
        ],
        customers: 3000,
        seed: 6,
      });
    const [first, second] = [make(1), make(2)];
    expect(first.arrival).toEqual(second.arrival);
    expect(first.patience).toEqual(second.patience);
    expect(first.customerClass).toEqual(second.customerClass);
    expect(first.service[0]! * 2).toBeCloseTo(second.service[0]!, 12);
  });

  it('replaying does not disturb the customers', () => {
    const customers = bank(3);
    const before = structuredClone(customers);
    const first = serve(customers, { servers: 2, lines: 'shortest' });
    expect(customers).toEqual(before);
    expect(serve(customers, { servers: 2, lines: 'shortest' })).toEqual(first);
  });
});

describe('extremes and bad inputs', () => {
  it('nobody comes', () => {
    const result = serve(customersFrom({ arrivals: [], services: [] }), { servers: 2 });
    expect(result.overall.arrivals).toBe(0);
    expect(result.overall.meanWait).toBeNaN();
    expect(result.record.customers).toBe(0);
    expect([...result.record.timeline.time]).toEqual([0]);
  });

  it('everyone comes at once with zero service', () => {
    const zeros = [0, 0, 0, 0];
    const result = serve(customersFrom({ arrivals: zeros, services: zeros }), { servers: 1 });
    expect([...result.record.departure]).toEqual(zeros);
    expect(result.overall.served).toBe(4);
  });

  const bad: [() => unknown, RegExp][] = [
    [
      () => customersFrom({ arrivals: [1, 0], services: [1, 1] }),
      /arrivals\[1\] must be not earlier/,
    ],
    [() => customersFrom({ arrivals: [-1], services: [1] }), /arrivals\[0\]/],
    [() => customersFrom({ arrivals: [1], services: [] }), /services must be as long as arrivals/],
    [() => customersFrom({ arrivals: [1], services: [Number.NaN] }), /services\[0\]/],
    [() => customersFrom({ arrivals: [1], services: [1], patience: [-1] }), /patience\[0\]/],
    [() => customersFrom({ arrivals: [1], services: [1], classes: [0.5] }), /classes\[0\]/],
    [() => serve(bank(1, 3), { servers: 0 }), /servers/],
    [
      () =>
        createCustomers({ arrivals: poisson(1), classes: [{ service: exponential(1) }], seed: 1 }),
      /customers/,
    ],
  ];
  for (const [attempt, message] of bad)
    it(`rejects: ${message}`, () => {
      expect(attempt).toThrow(RangeError);
      expect(attempt).toThrow(message);
    });
});
