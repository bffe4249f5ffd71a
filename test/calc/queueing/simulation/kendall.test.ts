import { describe, expect, it } from 'vitest';
import { readKendall, simulateKendall } from '../../../../src/calc/queueing/simulation/kendall.ts';

const rates = { arrivalRate: 4, serviceRate: 2 };

describe('readKendall', () => {
  it('reads every part', () => {
    expect(
      readKendall({ ...rates, notation: 'M / E3 / 5 / 12 + M', abandonmentRate: 0.5 }),
    ).toEqual({
      arrivals: { kind: 'exponential', mean: 0.25 },
      service: { kind: 'erlang', mean: 0.5, stages: 3 },
      servers: 5,
      capacity: 12,
      patience: { kind: 'exponential', mean: 2 },
    });
    expect(readKendall({ ...rates, notation: 'D/H2/1', serviceScv: 4 }).service).toEqual({
      kind: 'hyperexponential',
      mean: 0.5,
      scv: 4,
    });
    expect(readKendall({ ...rates, notation: 'M/M/3/∞' }).capacity).toBe(Infinity);
  });

  const bad: [Record<string, unknown>, RegExp][] = [
    [{ notation: 'MM5' }, /notation must be Kendall notation/],
    [{ notation: 'M/X/1' }, /notation must be built from/],
    [{ notation: 'M/M/0' }, /servers/],
    [{ notation: 'M/M/1/0' }, /capacity/],
    [{ notation: 'M/M/1+M' }, /abandonmentRate/],
    [{ notation: 'M/G/1' }, /serviceScv must be given for G/],
    [{ notation: 'GI/M/1' }, /arrivalScv/],
    [{ notation: 'M/E0/1' }, /stages/],
    [{ notation: 'M/M/1', arrivalRate: 0 }, /arrivalRate/],
    [{ notation: 'M/M/1', serviceRate: -1 }, /serviceRate/],
  ];
  for (const [change, message] of bad)
    it(`rejects: ${JSON.stringify(change)}`, () => {
      expect(() =>
        simulateKendall({ ...rates, notation: '', customers: 10, seed: 1, ...change }),
      ).toThrow(message);
    });
});

describe('simulateKendall', () => {
  it('the fast path and the general engine tell the same story', () => {
    // 容量 1000 从不触及，却强制走通用引擎；两条路径的随机数次序相同，只有统计窗口略异。
    const input = { arrivalRate: 4, serviceRate: 1, customers: 50_000, seed: 2 };
    const fast = simulateKendall({ ...input, notation: 'M/M/5' });
    const general = simulateKendall({ ...input, notation: 'M/M/5/1000' });
    expect(general.meanWait / fast.meanWait).toBeGreaterThan(0.85);
    expect(general.meanWait / fast.meanWait).toBeLessThan(1.15);
    expect(general.probabilityOfBlocking).toBe(0);
  });

  it('stays inside the tolerance of the reference case with a tenth of its customers', () => {
    const result = simulateKendall({
      notation: 'M/M/5',
      arrivalRate: 4,
      serviceRate: 1,
      customers: 100_000,
      seed: 20240801,
    });
    expect(Math.abs(result.meanWait / 0.5541125541125541 - 1)).toBeLessThan(0.06);
    expect(Math.abs(result.meanNumberInSystem / 6.216450216450217 - 1)).toBeLessThan(0.03);
  });
});
