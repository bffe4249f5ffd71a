import { describe, expect, it } from 'vitest';
import { estimate, replicate } from '../../../../src/calc/queueing/simulation/replications.ts';
import { simulateWaits } from '../../../../src/calc/queueing/simulation/waits.ts';
import { createStream } from '../../../../src/calc/queueing/simulation/sampling/streams.ts';
import { exponential } from './agreement.ts';

describe('estimate', () => {
  it('by hand: 1, 2, 3, 4', () => {
    // 均值 2.5；样本方差 5/3；标准误 √(5/3/4) = 0.645497；t(0.975, 3) = 3.182446。
    const result = estimate([1, 2, 3, 4], 0.95);
    expect(result.mean).toBeCloseTo(2.5, 14);
    expect(result.standardError).toBeCloseTo(0.6454972243679028, 13);
    expect(result.halfWidth).toBeCloseTo(0.6454972243679028 * 3.1824463052842624, 9);
    expect(result.low).toBeCloseTo(2.5 - result.halfWidth, 14);
    expect(result.high).toBeCloseTo(2.5 + result.halfWidth, 14);
  });

  it('large offsets do not eat the variance', () => {
    expect(estimate([1e9 + 1, 1e9 + 2, 1e9 + 3], 0.9).standardError).toBeCloseTo(
      1 / Math.sqrt(3),
      9,
    );
  });

  it('one observation has a mean and no interval', () => {
    const result = estimate([7], 0.95);
    expect(result.mean).toBe(7);
    expect(result.halfWidth).toBeNaN();
  });
});

describe('replicate', () => {
  it('95 % intervals cover the truth about 95 times in 100', () => {
    // 200 个区间，覆盖数服从二项 (200, 0.95)：均值 190，标准差 3.08，取四倍。
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const { mean } = replicate({
        replications: 10,
        seed: trial,
        run: (seed) => ({ mean: createStream(seed).normal(5, 2) }),
      });
      if (mean.low <= 5 && 5 <= mean.high) covered++;
    }
    expect(Math.abs(covered - 190)).toBeLessThan(4 * 3.08);
  });

  it('brings simulation and theory side by side: M/M/1 with ρ = 0.5 waits 0.5', () => {
    const result = replicate({
      replications: 10,
      seed: 3,
      confidence: 0.99,
      run(seed) {
        const run = simulateWaits({
          arrivals: exponential(1),
          service: exponential(0.5),
          servers: 1,
          customers: 20_000,
          seed,
        });
        return { meanWait: run.meanWait, utilization: run.utilization };
      },
    });
    expect(Math.abs(result.meanWait.mean - 0.5)).toBeLessThan(4 * result.meanWait.standardError);
    expect(result.utilization.values).toHaveLength(10);
  });

  it('is reproducible and gives each replication its own seed', () => {
    const seen: number[] = [];
    const run = (seed: number) => (seen.push(seed), { seed });
    const first = replicate({ replications: 5, seed: 8, run });
    const second = replicate({ replications: 5, seed: 8, run });
    expect(first).toEqual(second);
    expect(new Set(seen).size).toBe(5);
  });

  it('rejects bad inputs', () => {
    const run = () => ({ a: 1 });
    expect(() => replicate({ replications: 0, seed: 1, run })).toThrow(/replications/);
    expect(() => replicate({ replications: 2, seed: 0.1, run })).toThrow(/seed/);
    expect(() => replicate({ replications: 2, seed: 1, confidence: 1, run })).toThrow(/confidence/);
    expect(() =>
      replicate<string>({
        replications: 2,
        seed: 1,
        run: (_, r): Record<string, number> => (r === 0 ? { a: 1 } : { b: 1 }),
      }),
    ).toThrow(/run must be a function returning the same metrics/);
    expect(() => estimate([], 0.95)).toThrow(/values/);
  });
});
