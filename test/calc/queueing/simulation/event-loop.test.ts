import { describe, expect, it } from 'vitest';
import { simulateQueue } from '../../../../src/calc/queueing/simulation/event-loop.ts';
import type { SimulationInput } from '../../../../src/calc/queueing/simulation/event-loop.ts';
import { deterministic, expectAgreement, exponential, poisson, seeds } from './agreement.ts';

type Changes = Partial<SimulationInput>;

const base: SimulationInput = {
  arrivals: poisson(4),
  classes: [{ service: exponential(1) }],
  policy: { servers: 5 },
  customers: 25_000,
  warmup: 2_500,
  seed: 1,
};

const runs = (changes: Changes) =>
  seeds.map((seed) => simulateQueue({ ...base, ...changes, seed }));

describe('by hand', () => {
  it('D/D/1: one arrival every 2, service 3, five customers', () => {
    // 到达 2、4、6、8、10；开始 2、5、8、11、14；等待 0、1、2、3、4，平均 2。
    // [0, 10] 内人数：0 在 [0,2)，1 在 [2,4)，2 在 [4,5)，1 在 [5,6)，2 在 [6,8)，
    // 8 时一人走一人来仍为 2，到 10：面积 2 + 2 + 1 + 4 + 4 = 13；忙 8，等 5。
    const result = simulateQueue({
      arrivals: { kind: 'renewal', interval: deterministic(2) },
      classes: [{ service: deterministic(3) }],
      policy: { servers: 1 },
      customers: 5,
      warmup: 0,
      seed: 1,
      tailTimes: [1, 2.5],
    });
    expect(result.overall.meanWait).toBe(2);
    expect(result.overall.maxWait).toBe(4);
    expect(result.overall.meanTimeInSystem).toBe(5);
    expect(result.overall.probabilityOfWaiting).toBe(0.8);
    expect(result.overall.waitTail).toEqual([0.6, 0.4]);
    expect(result.duration).toBe(10);
    expect(result.meanNumberInSystem).toBeCloseTo(1.3, 12);
    expect(result.meanNumberWaiting).toBeCloseTo(0.5, 12);
    expect(result.utilization).toBeCloseTo(0.8, 12);
    expect(result.numberInSystem).toEqual([0.2, 0.3, 0.5]);
    expect(result.record).toBeNull();
  });

  it('a horizon closes the window even when the system is already empty', () => {
    // 到达 2、4、6，各服务 1；[0, 7.5] 内有人的时间为 3。
    const result = simulateQueue({
      arrivals: { kind: 'renewal', interval: deterministic(2) },
      classes: [{ service: deterministic(1) }],
      policy: { servers: 1 },
      horizon: 7.5,
      seed: 1,
    });
    expect(result.overall.arrivals).toBe(3);
    expect(result.duration).toBe(7.5);
    expect(result.meanNumberInSystem).toBeCloseTo(3 / 7.5, 12);
  });
});

describe('one line, first come first served', () => {
  it('M/M/5 at ρ = 0.8: waits, numbers and their distribution', () => {
    const results = runs({ tailTimes: [1] });
    expectAgreement(
      results.map((r) => r.overall.meanWait),
      0.5541125541125541,
    );
    expectAgreement(
      results.map((r) => r.meanNumberInSystem),
      6.216450216450217,
    );
    expectAgreement(
      results.map((r) => r.meanNumberWaiting),
      4 * 0.5541125541125541,
    );
    // P(W > 1) = C·e^(−(cμ − λ)) = 0.55411·e^(−1)
    expectAgreement(
      results.map((r) => r.overall.waitTail[0]!),
      0.5541125541125541 / Math.E,
    );
    // p0 = 1/(Σ 4^n/n! + 4^5/5!·1/(1 − 0.8))，n ≤ 4：34.3333 + 42.6667 = 77
    expectAgreement(
      results.map((r) => r.numberInSystem[0]!),
      1 / 77,
    );
  });

  it('M/G/1 with lopsided service agrees with Pollaczek–Khinchine', () => {
    // λ = 0.6、τ = 1、scv 3：W = 0.6·(1 + 3)/(2·0.4) = 3。
    expectAgreement(
      runs({
        arrivals: poisson(0.6),
        classes: [{ service: { kind: 'hyperexponential', mean: 1, scv: 3 } }],
        policy: { servers: 1 },
      }).map((r) => r.overall.meanWait),
      3,
    );
  });

  it('Little’s law holds within the window: L = λ W up to the edges', () => {
    const r = simulateQueue(base);
    const flow = 25_000 / r.duration;
    expect(r.meanNumberInSystem / (flow * r.overall.meanTimeInSystem)).toBeCloseTo(1, 3);
    expect(r.meanNumberInSystem - r.meanNumberWaiting).toBeCloseTo(5 * r.utilization, 9);
    expect(r.numberInSystem.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });
});

describe('reneging', () => {
  it('Erlang A with 50 agents: reference case erlanga-mz-50', () => {
    const results = runs({
      arrivals: poisson(48),
      classes: [{ service: exponential(1), patience: exponential(2) }],
      policy: { servers: 50 },
    });
    expectAgreement(
      results.map((r) => r.overall.probabilityOfAbandoning),
      0.030912249162193216,
    );
    expectAgreement(
      results.map((r) => r.overall.meanWait),
      0.06182449832438643,
    );
    expectAgreement(
      results.map((r) => r.overall.probabilityOfWaiting),
      0.4677740685537904,
    );
    expectAgreement(
      results.map((r) => r.meanNumberWaiting),
      2.967575919570549,
    );
    expectAgreement(
      results.map((r) => r.utilization),
      0.9303242408042945,
    );
  });

  it('patience equal to service makes M/M/8+M an M/M/∞ in disguise: mean number λ/μ', () => {
    const results = runs({
      arrivals: poisson(10),
      classes: [{ service: exponential(1), patience: exponential(1) }],
      policy: { servers: 8 },
    });
    expectAgreement(
      results.map((r) => r.meanNumberInSystem),
      10,
    );
  });

  it('zero patience is a loss system: Erlang B(3, 2) = 4/19', () => {
    // B = (2³/3!)/(1 + 2 + 2 + 4/3) = (4/3)/(19/3) = 4/19。
    const results = runs({
      arrivals: poisson(2),
      classes: [{ service: exponential(1), patience: deterministic(0) }],
      policy: { servers: 3 },
    });
    expectAgreement(
      results.map((r) => r.overall.probabilityOfAbandoning),
      4 / 19,
    );
    expect(results[0]!.overall.maxWait).toBe(0);
  });

  it('long patience in a short queue: stale deadlines are cleaned up, results unchanged', () => {
    const patient = runs({ classes: [{ service: exponential(1), patience: deterministic(1e6) }] });
    const endless = runs({});
    patient.forEach((r, i) => {
      expect(r.overall.abandoned).toBe(0);
      expect(r.overall.meanWait).toBe(endless[i]!.overall.meanWait);
    });
  });
});

describe('finite room and balking', () => {
  it('M/M/2/4 blocks as the birth–death chain says, lopsided load', () => {
    // λ = 3、μ = 1：权重 1、3、9/2、27/4、81/8，和 25.375；p4 = 10.125/25.375。
    const results = runs({ arrivals: poisson(3), policy: { servers: 2, capacity: 4 } });
    expectAgreement(
      results.map((r) => r.overall.probabilityOfBlocking),
      10.125 / 25.375,
    );
    expectAgreement(
      results.map((r) => r.meanNumberInSystem),
      (3 + 2 * 4.5 + 3 * 6.75 + 4 * 10.125) / 25.375,
    );
    expect(results[0]!.numberInSystem).toHaveLength(5);
  });

  it('a queue-length threshold is the same as a smaller room', () => {
    const room = runs({ arrivals: poisson(3), policy: { servers: 2, capacity: 4 } });
    const threshold = runs({
      arrivals: poisson(3),
      policy: { servers: 2, balking: { kind: 'threshold', waiting: 2 } },
    });
    threshold.forEach((r, i) => {
      expect(r.overall.balked).toBe(room[i]!.overall.blocked);
      expect(r.overall.meanWait).toBe(room[i]!.overall.meanWait);
    });
  });

  it('balking with probability q thins the arrivals that would wait', () => {
    // 单台 λ = 1、μ = 1、q = 0.5：p0 = 1/(1 + 1 + ½ + ¼ + …) = 1/3；止步比例 (1 − p0)·½ = 1/3。
    const results = runs({
      arrivals: poisson(1),
      policy: { servers: 1, balking: { kind: 'probability', probability: 0.5 } },
    });
    expectAgreement(
      results.map((r) => r.overall.probabilityOfBalking),
      1 / 3,
    );
    expectAgreement(
      results.map((r) => r.utilization),
      2 / 3,
    );
  });
});

describe('priority', () => {
  const classes = [
    { share: 0.3, service: exponential(1) },
    { share: 0.2, service: { kind: 'erlang', mean: 2, stages: 4 } as const },
  ];

  it('non-preemptive M/G/1 agrees with Cobham: reference case prio-mg1-2class', () => {
    const results = runs({
      arrivals: poisson(0.5),
      classes,
      policy: { servers: 1, priority: 'non-preemptive' },
    });
    expectAgreement(
      results.map((r) => r.classes[0]!.meanWait),
      1.1428571428571428,
    );
    expectAgreement(
      results.map((r) => r.classes[1]!.meanWait),
      3.8095238095238093,
    );
  });

  it('preemptive-resume M/M/1, three classes: reference case prio-pre-s1', () => {
    const three = [0.2, 0.6, 1.2].map((share) => ({ share, service: exponential(1 / 3) }));
    const results = runs({
      arrivals: poisson(2),
      classes: three,
      policy: { servers: 1, priority: 'preemptive-resume' },
      customers: 50_000,
    });
    [0.023809523809523808, 0.15367965367965367, 1.0303030303030303].forEach((wait, k) =>
      expectAgreement(
        results.map((r) => r.classes[k]!.meanWait),
        wait,
      ),
    );
  });

  it('the curriculum’s quick and slow customers: 23 → 5 and 30 minutes, 12.5 on average', () => {
    // 课程的数按指数服务时间：ρ = 2.5/3 = 5/6，W0 = λE[S²]/2 = (1/3)(0.7·2 + 0.3·72)/2 = 23/6；
    // 先到先服务 (23/6)/(1/6) = 23；快件 (23/6)/(1 − 7/30) = 5；慢件 5/(1 − 5/6) = 30；
    // 平均 0.7·5 + 0.3·30 = 12.5。若两类都恰好定长，各数减半。
    const mix = [
      { share: 0.7, service: exponential(1) },
      { share: 0.3, service: exponential(6) },
    ];
    const input = { arrivals: poisson(1 / 3), classes: mix, customers: 80_000 };
    const plain = runs({ ...input, policy: { servers: 1 } });
    const quick = runs({ ...input, policy: { servers: 1, priority: 'non-preemptive' } });
    expectAgreement(
      plain.map((r) => r.overall.meanWait),
      23,
    );
    expectAgreement(
      quick.map((r) => r.classes[0]!.meanWait),
      5,
    );
    expectAgreement(
      quick.map((r) => r.classes[1]!.meanWait),
      30,
    );
    expectAgreement(
      quick.map((r) => r.overall.meanWait),
      12.5,
    );
  });

  it('preemption with several servers keeps the number in system of M/M/c', () => {
    // 指数服务、各类同率：抢占只换人，不换总数。
    const same = runs({
      classes: [{ service: exponential(1) }, { share: 2, service: exponential(1) }],
      policy: { servers: 5, priority: 'preemptive-resume' },
    });
    expectAgreement(
      same.map((r) => r.meanNumberInSystem),
      6.216450216450217,
    );
    for (const r of same) expect(r.classes[0]!.meanWait).toBeLessThan(r.classes[1]!.meanWait);
  });
});

describe('lines', () => {
  const four: Changes = { arrivals: poisson(3.4), policy: { servers: 4 } };
  const lines = (policy: Partial<SimulationInput['policy']>) =>
    runs({ ...four, policy: { servers: 4, ...policy } });

  it('random separate lines are independent M/M/1: 0.85/0.15 = 5.667 service times', () => {
    expectAgreement(
      lines({ lines: 'random' }).map((r) => r.overall.meanWait),
      0.85 / 0.15,
    );
  });

  it('shortest line lies between random lines and one line; with jockeying it reaches one line', () => {
    const one = lines({});
    const shortest = lines({ lines: 'shortest' });
    const jockeying = lines({ lines: 'shortest', jockeying: true });
    const random = lines({ lines: 'random' });
    seeds.forEach((_, i) => {
      expect(one[i]!.overall.meanWait).toBeLessThan(shortest[i]!.overall.meanWait);
      expect(jockeying[i]!.overall.meanWait).toBeLessThan(shortest[i]!.overall.meanWait);
      expect(shortest[i]!.overall.meanWait).toBeLessThan(random[i]!.overall.meanWait);
      expect(jockeying[i]!.moves).toBeGreaterThan(0);
      expect(shortest[i]!.moves).toBe(0);
    });
    // 指数服务时，换队使“有人等就没有台闲着”成立，人数过程与一条总队同分布。
    // Erlang C(4, 3.4) 下 W = 1.149 (课程：6 分钟 × 1.149 = 6.9 分)。
    let blocking = 1;
    for (let k = 1; k <= 4; k++) blocking = (3.4 * blocking) / (k + 3.4 * blocking);
    const wait = blocking / (1 - 0.85 * (1 - blocking)) / 0.6;
    expect(wait * 6).toBeCloseTo(6.9, 1);
    expectAgreement(
      one.map((r) => r.overall.meanWait),
      wait,
    );
    expectAgreement(
      jockeying.map((r) => r.overall.meanWait),
      wait,
    );
  });

  it('slower pooled servers: 10 % slower turns 6.9 minutes into 21.8', () => {
    // 课程 W8-2：ρ = 0.85·1.1 = 0.935、τ = 6.6 分。
    const load = 3.74;
    let blocking = 1;
    for (let k = 1; k <= 4; k++) blocking = (load * blocking) / (k + load * blocking);
    const minutes = (6.6 * blocking) / (1 - 0.935 * (1 - blocking)) / (4 - load);
    expect(minutes).toBeCloseTo(21.8, 1);
    expectAgreement(
      runs({
        ...four,
        policy: { servers: 4, serviceTimeFactor: 1.1 },
        customers: 80_000,
        warmup: 8_000,
      }).map((r) => 6 * r.overall.meanWait),
      minutes,
    );
  });

  it('a single line of one server is the same under every way of lining up', () => {
    const policies = [
      {},
      { lines: 'random' },
      { lines: 'shortest' },
      { lines: 'shortest', jockeying: true },
    ] as const;
    const waits = policies.map(
      (policy) =>
        simulateQueue({ ...base, arrivals: poisson(0.8), policy: { servers: 1, ...policy } })
          .overall.meanWait,
    );
    for (const wait of waits) expect(wait).toBe(waits[0]);
  });
});

describe('time-varying arrivals', () => {
  it('M_t/M/∞: the number at the end of a piecewise day follows the offered-load equation', () => {
    // 率 20 持续 2、率 5 持续 1，μ = 1，从空开始：m(2) = 20(1 − e^(−2))；
    // m(3) = 5 + (m(2) − 5)e^(−1)。第三时刻之后不再有人来，在系统人数即仍未离开者。
    const expected = 5 + (20 * (1 - Math.exp(-2)) - 5) * Math.exp(-1);
    const means = seeds.map((seed) => {
      let sum = 0;
      for (let day = 0; day < 60; day++) {
        const { record } = simulateQueue({
          arrivals: { kind: 'piecewise', rates: [20, 20, 5], segment: 1 },
          classes: [{ service: exponential(1) }],
          policy: { servers: 200 },
          horizon: 3,
          seed: seed * 100 + day,
          record: true,
        });
        sum += record!.departure.filter((departure) => departure > 3).length;
      }
      return sum / 60;
    });
    expectAgreement(means, expected);
  });

  it('a sinusoidal rate waits longer than the same mean rate held steady', () => {
    const wavy = runs({
      arrivals: { kind: 'sinusoidal', meanRate: 4, amplitude: 2, period: 24 },
    });
    const steady = runs({});
    wavy.forEach((r, i) => expect(r.overall.meanWait).toBeGreaterThan(steady[i]!.overall.meanWait));
  });
});

describe('reproducibility and extremes', () => {
  const rich: SimulationInput = {
    ...base,
    customers: 2000,
    classes: [
      { service: exponential(1), patience: exponential(1) },
      { service: deterministic(1.5) },
    ],
    policy: { servers: 5, lines: 'shortest', jockeying: true, priority: 'preemptive-resume' },
    record: true,
  };

  it('the same seed gives the same record to the last bit, another seed another', () => {
    expect(simulateQueue(rich)).toEqual(simulateQueue(rich));
    expect(simulateQueue({ ...rich, seed: 2 }).record).not.toEqual(simulateQueue(rich).record);
  });

  it('keeping a record changes nothing else', () => {
    const { record: _, ...kept } = simulateQueue(rich);
    const { record: none, ...bare } = simulateQueue({ ...rich, record: false });
    expect(none).toBeNull();
    expect(bare).toEqual(kept);
  });

  it('every combination of rules accounts for every customer and never overbooks a server', () => {
    for (const lines of ['one', 'shortest', 'random'] as const)
      for (const priority of ['none', 'non-preemptive', 'preemptive-resume'] as const)
        for (const capacity of [Infinity, 7])
          for (const balking of [undefined, { kind: 'probability', probability: 0.2 } as const]) {
            const { overall, record } = simulateQueue({
              ...rich,
              warmup: 0,
              customers: 600,
              arrivals: poisson(6),
              policy: { servers: 3, lines, priority, capacity, ...(balking ? { balking } : {}) },
            });
            expect(overall.served + overall.abandoned + overall.balked + overall.blocked).toBe(600);
            const { segments, outcome, service, departure, arrival, wait } = record!;
            const busyUntil = [0, 0, 0];
            const order = Array.from(segments.start.keys()).sort(
              (a, b) =>
                segments.start[a]! - segments.start[b]! || segments.end[a]! - segments.end[b]!,
            );
            const given = new Float64Array(600);
            for (const j of order) {
              const server = segments.server[j]!;
              expect(segments.start[j]!).toBeGreaterThanOrEqual(busyUntil[server]!);
              busyUntil[server] = segments.end[j]!;
              given[segments.customer[j]!]! += segments.end[j]! - segments.start[j]!;
            }
            outcome.forEach((result, i) => {
              expect(given[i]!).toBeCloseTo(result === 'served' ? service[i]! : 0, 9);
              if (result === 'served')
                expect(departure[i]! - arrival[i]!).toBeCloseTo(wait[i]! + service[i]!, 9);
              if (result === 'abandoned')
                expect(departure[i]! - arrival[i]!).toBeCloseTo(wait[i]!, 9);
            });
          }
  });

  it('an overloaded system ends when its customers are through', () => {
    const result = simulateQueue({ ...base, customers: 2000, arrivals: poisson(50), warmup: 0 });
    expect(result.overall.served).toBe(2000);
    expect(result.utilization).toBeGreaterThan(0.9);
  });

  it('a thousand servers and a warm-up longer than the stream', () => {
    const result = simulateQueue({
      arrivals: poisson(900),
      classes: [{ service: exponential(1) }],
      policy: { servers: 1000 },
      customers: 20_000,
      seed: 4,
    });
    expect(result.overall.probabilityOfWaiting).toBeLessThan(0.05);
    expect(result.meanNumberInSystem).toBeGreaterThan(850);
    expect(result.meanNumberInSystem).toBeLessThan(950);
    const nobody = simulateQueue({
      ...base,
      customers: undefined,
      horizon: 1,
      warmup: 1000,
    } as SimulationInput);
    expect(nobody.overall.arrivals).toBe(0);
    expect(nobody.overall.meanWait).toBeNaN();
    expect(nobody.meanNumberInSystem).toBeNaN();
  });
});

describe('bad inputs name the parameter', () => {
  const bad: [object, RegExp][] = [
    [{ arrivals: { kind: 'renewal', interval: exponential(0) } }, /arrivals\.interval\.mean/],
    [{ classes: [] }, /classes/],
    [{ policy: { servers: 0 } }, /servers/],
    [{ customers: 1.5 }, /customers/],
    [{ warmup: -1 }, /warmup/],
    [{ seed: 'x' }, /seed/],
    [{ tailTimes: [-1] }, /tailTimes\[0\]/],
  ];
  for (const [change, message] of bad)
    it(String(message), () => {
      expect(() => simulateQueue({ ...base, ...change })).toThrow(RangeError);
      expect(() => simulateQueue({ ...base, ...change })).toThrow(message);
    });
});
