import { describe, expect, it } from 'vitest';
import {
  checkArrivals,
  createArrivalTimes,
  rateAt,
} from '../../../../src/calc/queueing/simulation/arrival-process.ts';
import type { ArrivalProcess } from '../../../../src/calc/queueing/simulation/arrival-process.ts';
import { deterministic, expectAgreement, poisson, seeds } from './agreement.ts';

function countBetween(process: ArrivalProcess, seed: number, from: number, to: number): number {
  const fill = createArrivalTimes(process, seed);
  const times = new Float64Array(500);
  let count = 0;
  for (;;) {
    const filled = fill(times);
    for (let i = 0; i < filled; i++) {
      if (times[i]! >= to) return count;
      if (times[i]! >= from) count++;
    }
    if (filled < times.length) return count;
  }
}

describe('rateAt', () => {
  it('follows the segments and the sine, by hand', () => {
    const steps = { kind: 'piecewise', rates: [1, 5], segment: 2 } as const;
    expect([-1, 0, 1.9, 2, 3.9, 4, 9].map((t) => rateAt(steps, t))).toEqual([0, 1, 1, 5, 5, 0, 0]);
    expect(rateAt({ ...steps, repeat: true }, 9)).toBe(1); // 9/2 = 4.5 → 第 4 段 → 0 号
    // 100 + 40·sin(2π·9/24) = 100 + 40·0.70710678
    expect(rateAt({ kind: 'sinusoidal', meanRate: 100, amplitude: 40, period: 24 }, 9)).toBeCloseTo(
      128.2842712474619,
      10,
    );
  });
});

describe('arrival times', () => {
  it('deterministic renewal arrives at 2, 4, 6 …', () => {
    const times = new Float64Array(3);
    const fill = createArrivalTimes({ kind: 'renewal', interval: deterministic(2) }, 1);
    fill(times);
    expect([...times]).toEqual([2, 4, 6]);
    fill(times);
    expect([...times]).toEqual([8, 10, 12]);
  });

  it('piecewise counts match the integral of the rate in each segment, lopsided rates', () => {
    const process = { kind: 'piecewise', rates: [0, 300, 20], segment: 10 } as const;
    expect(seeds.map((seed) => countBetween(process, seed, 0, 10))).toEqual(seeds.map(() => 0));
    expectAgreement(
      seeds.map((seed) => countBetween(process, seed, 10, 20)),
      3000,
    );
    expectAgreement(
      seeds.map((seed) => countBetween(process, seed, 20, 30)),
      200,
    );
    expect(countBetween(process, 1, 30, 1e9)).toBe(0);
  });

  it('a repeating day comes again', () => {
    const process = { kind: 'piecewise', rates: [0, 100], segment: 10, repeat: true } as const;
    expectAgreement(
      seeds.map((seed) => countBetween(process, seed, 70, 80)),
      1000,
    );
    expect(countBetween(process, 1, 60, 70)).toBe(0);
  });

  it('sinusoidal counts match the integral over the rising half', () => {
    // ∫₀¹² 100 + 40 sin(2πt/24) dt = 1200 + 40·24/π
    const process = { kind: 'sinusoidal', meanRate: 100, amplitude: 40, period: 24 } as const;
    expectAgreement(
      seeds.map((seed) => countBetween(process, seed, 0, 12)),
      1200 + (40 * 24) / Math.PI,
    );
  });

  it('Poisson counts have variance equal to their mean', () => {
    const variances = seeds.map((seed) => {
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < 200; i++) {
        const count = countBetween(poisson(10), seed * 1000 + i, 0, 2);
        sum += count;
        squares += count * count;
      }
      return (squares - (sum * sum) / 200) / 199;
    });
    expectAgreement(variances, 20);
  });

  it('times never decrease and never repeat a seed’s sequence under another seed', () => {
    const first = new Float64Array(2000);
    const second = new Float64Array(2000);
    createArrivalTimes(poisson(3), 1)(first);
    createArrivalTimes(poisson(3), 2)(second);
    for (let i = 1; i < 2000; i++) expect(first[i]!).toBeGreaterThanOrEqual(first[i - 1]!);
    expect(first[0]).not.toBe(second[0]);
  });
});

describe('bad processes name the parameter', () => {
  const bad: [ArrivalProcess, RegExp][] = [
    [{ kind: 'renewal', interval: deterministic(0) }, /arrivals\.interval must be a distribution/],
    [{ kind: 'piecewise', rates: [], segment: 1 }, /arrivals\.rates/],
    [{ kind: 'piecewise', rates: [0, 0], segment: 1 }, /arrivals\.rates .* at least one is > 0/],
    [{ kind: 'piecewise', rates: [1, -1], segment: 1 }, /arrivals\.rates\[1\]/],
    [{ kind: 'piecewise', rates: [1], segment: 0 }, /arrivals\.segment/],
    [
      { kind: 'piecewise', rates: [1, ...Array.from({ length: 2e6 }, () => 0)], segment: 1 },
      /arrivals\.rates must be rates with peak/,
    ],
    [{ kind: 'sinusoidal', meanRate: 0, amplitude: 0, period: 1 }, /arrivals\.meanRate/],
    [{ kind: 'sinusoidal', meanRate: 1, amplitude: 2, period: 1 }, /arrivals\.amplitude/],
    [{ kind: 'sinusoidal', meanRate: 1, amplitude: 1, period: 0 }, /arrivals\.period/],
    [{ kind: 'other' } as never, /arrivals\.kind must be one of/],
    [undefined as never, /arrivals must be an arrival process/],
  ];
  for (const [process, message] of bad)
    it(String(message), () => {
      expect(() => checkArrivals('arrivals', process)).toThrow(message);
    });
});
