import { describe, expect, it } from 'vitest';
import { simulateWaits } from '../../../../src/calc/queueing/simulation/waits.ts';
import type { Distribution } from '../../../../src/calc/queueing/simulation/distributions.ts';
import { deterministic, expectAgreement, exponential, seeds } from './agreement.ts';

function runs(input: {
  arrivals?: Distribution;
  service: Distribution;
  servers?: number;
  tailTimes?: number[];
  customers?: number;
}) {
  return seeds.map((seed) =>
    simulateWaits({
      arrivals: exponential(1),
      servers: 1,
      customers: 100_000,
      warmup: 10_000,
      ...input,
      seed,
    }),
  );
}

describe('by hand', () => {
  it('D/D/1 overloaded: the i-th customer waits i·(service − interval)', () => {
    // 间隔 2、服务 3：第 0 名等 0，此后每人多等 1；5 人平均 (0+1+2+3+4)/5 = 2，最长 4。
    const result = simulateWaits({
      arrivals: deterministic(2),
      service: deterministic(3),
      servers: 1,
      customers: 5,
      warmup: 0,
      seed: 1,
      tailTimes: [0, 2.5],
    });
    expect(result.meanWait).toBeCloseTo(2, 12);
    expect(result.maxWait).toBe(4);
    expect(result.probabilityOfWaiting).toBe(0.8);
    expect(result.waitTail).toEqual([0.8, 0.4]);
    expect(result.duration).toBe(10);
    expect(result.utilization).toBe(1.5);
    expect(result.waitStandardError).toBeNaN();
  });

  it('D/D/2 and D/D/20 with room to spare: nobody waits', () => {
    for (const servers of [2, 20])
      expect(
        simulateWaits({
          arrivals: deterministic(1),
          service: deterministic(servers),
          servers,
          customers: 5000,
          seed: 3,
        }).maxWait,
      ).toBe(0);
  });
});

describe('agreement with theory, within four standard errors', () => {
  it('M/M/1 at ρ = 0.7: ρ/(1−ρ)·τ, P(wait) = ρ, P(W > t) = ρ e^(−(μ−λ)t)', () => {
    const results = runs({ service: exponential(0.7), tailTimes: [1, 5] });
    expectAgreement(
      results.map((r) => r.meanWait),
      (0.7 * 0.7) / 0.3,
    );
    expectAgreement(
      results.map((r) => r.probabilityOfWaiting),
      0.7,
    );
    for (const [i, t] of [1, 5].entries())
      expectAgreement(
        results.map((r) => r.waitTail[i]!),
        0.7 * Math.exp(-(1 / 0.7 - 1) * t),
      );
  });

  it('M/M/5 at ρ = 0.8: reference case des-mm5-stat', () => {
    const results = runs({ arrivals: exponential(0.25), service: exponential(1), servers: 5 });
    expectAgreement(
      results.map((r) => r.meanWait),
      0.5541125541125541,
    );
    expectAgreement(
      results.map((r) => r.meanNumberInSystem),
      6.216450216450217,
    );
    // 利用率的理论值 0.8，P(等待) = Erlang C(5, 4) = 0.5541125541
    expectAgreement(
      results.map((r) => r.utilization),
      0.8,
    );
    expectAgreement(
      results.map((r) => r.probabilityOfWaiting),
      0.5541125541125541,
    );
  });

  it('the heap of 17 and the sorted array of 16 servers both agree with Erlang C', () => {
    // M/M/c 的 P(等待)：Erlang B 递推 B = aB/(k + aB)，再 C = B/(1 − ρ(1 − B))。
    for (const servers of [16, 17, 40]) {
      const load = 0.9 * servers;
      let blocking = 1;
      for (let k = 1; k <= servers; k++) blocking = (load * blocking) / (k + load * blocking);
      const waiting = blocking / (1 - 0.9 * (1 - blocking));
      const results = runs({
        arrivals: exponential(1 / load),
        service: exponential(1),
        servers,
        customers: 50_000,
      });
      expectAgreement(
        results.map((r) => r.probabilityOfWaiting),
        waiting,
      );
      expectAgreement(
        results.map((r) => r.meanWait),
        waiting / (servers - load),
      );
    }
  });

  it('M/G/1 follows Pollaczek–Khinchine for deterministic, Erlang, lognormal, hyperexponential', () => {
    // W = ρτ(1 + scv)/(2(1 − ρ))，ρ = τ = 0.6。
    const cases: [Distribution, number][] = [
      [deterministic(0.6), 0],
      [{ kind: 'erlang', mean: 0.6, stages: 3 }, 1 / 3],
      [{ kind: 'lognormal', mean: 0.6, scv: 1.5 }, 1.5],
      [{ kind: 'hyperexponential', mean: 0.6, scv: 4 }, 4],
    ];
    for (const [service, scv] of cases)
      expectAgreement(
        runs({ service }).map((r) => r.meanWait),
        (0.36 * (1 + scv)) / (2 * 0.4),
      );
  });

  it('the batch-means standard error is of the size of the spread between seeds', () => {
    const results = runs({ service: exponential(0.5) });
    const mean = results.reduce((sum, r) => sum + r.meanWait, 0) / results.length;
    const spread = Math.sqrt(
      results.reduce((sum, r) => sum + (r.meanWait - mean) ** 2, 0) / (results.length - 1),
    );
    const claimed = results.reduce((sum, r) => sum + r.waitStandardError, 0) / results.length;
    expect(claimed / spread).toBeGreaterThan(0.4);
    expect(claimed / spread).toBeLessThan(2.5);
  });
});

describe('identities and extremes', () => {
  it('the same seed gives the same result to the last bit, another seed another', () => {
    const input = { arrivals: exponential(1), service: exponential(0.8), servers: 2 };
    const run = (seed: number) => simulateWaits({ ...input, customers: 10_000, seed });
    expect(run(4)).toEqual(run(4));
    expect(run(4).meanWait).not.toBe(run(5).meanWait);
  });

  it('Little: mean number waiting × duration = total wait', () => {
    const r = simulateWaits({
      arrivals: exponential(1),
      service: exponential(2.5),
      servers: 3,
      customers: 30_000,
      seed: 9,
    });
    expect((r.meanNumberWaiting * r.duration) / (r.meanWait * 30_000)).toBeCloseTo(1, 12);
    expect(r.meanNumberInSystem - r.meanNumberWaiting).toBeCloseTo(3 * r.utilization, 10);
  });

  it('more servers never wait longer on the same customers', () => {
    const waits = [1, 2, 3, 8, 16, 17, 64].map(
      (servers) =>
        simulateWaits({
          arrivals: exponential(1),
          service: exponential(0.95),
          servers,
          customers: 20_000,
          seed: 2,
        }).meanWait,
    );
    for (let i = 1; i < waits.length; i++) expect(waits[i]!).toBeLessThanOrEqual(waits[i - 1]!);
  });

  it('an overloaded queue grows and stays finite', () => {
    const r = simulateWaits({
      arrivals: exponential(1),
      service: exponential(2),
      servers: 1,
      customers: 10_000,
      warmup: 0,
      seed: 1,
    });
    expect(r.meanWait).toBeGreaterThan(4000);
    expect(Number.isFinite(r.meanWait)).toBe(true);
  });

  it('one customer waits for nobody; ten thousand servers do not wait at all', () => {
    const base = { arrivals: exponential(1), service: exponential(1), seed: 1 };
    expect(simulateWaits({ ...base, servers: 1, customers: 1 }).meanWait).toBe(0);
    expect(simulateWaits({ ...base, servers: 10_000, customers: 5000 }).maxWait).toBe(0);
  });
});

describe('bad inputs name the parameter', () => {
  const good = {
    arrivals: exponential(1),
    service: exponential(1),
    servers: 1,
    customers: 10,
    seed: 1,
  };
  const bad: [object, RegExp][] = [
    [{ arrivals: deterministic(0) }, /arrivals/],
    [{ service: exponential(-1) }, /service\.mean/],
    [{ servers: 0 }, /servers must be an integer ≥ 1/],
    [{ servers: 1.5 }, /servers/],
    [{ customers: 0 }, /customers/],
    [{ warmup: -1 }, /warmup/],
    [{ seed: 1.5 }, /seed/],
    [{ tailTimes: [1, Number.NaN] }, /tailTimes\[1\]/],
  ];
  for (const [change, message] of bad)
    it(String(message), () => {
      expect(() => simulateWaits({ ...good, ...change })).toThrow(RangeError);
      expect(() => simulateWaits({ ...good, ...change })).toThrow(message);
    });
});
