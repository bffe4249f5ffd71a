import { describe, expect, it } from 'vitest';
import {
  checkDistribution,
  checkIntervals,
  createFiller,
  createSampler,
  moments,
} from '../../../../src/calc/queueing/simulation/distributions.ts';
import type { Distribution } from '../../../../src/calc/queueing/simulation/distributions.ts';
import { createRandom } from '../../../../src/calc/core/random.ts';
import { createStream } from '../../../../src/calc/queueing/simulation/sampling/streams.ts';
import { expectAgreement, seeds } from './agreement.ts';

const all: Distribution[] = [
  { kind: 'exponential', mean: 3 },
  { kind: 'erlang', mean: 5, stages: 4 },
  { kind: 'lognormal', mean: 2, scv: 0.7 },
  { kind: 'hyperexponential', mean: 0.5, scv: 4 },
  { kind: 'empirical', values: [1, 2, 2, 9] },
];

describe('moments', () => {
  it('of an empirical distribution, by hand', () => {
    // 1、2、2、9：均值 14/4 = 3.5；方差 (6.25 + 2.25 + 2.25 + 30.25)/4 = 10.25；÷ 12.25。
    const { mean, scv } = moments({ kind: 'empirical', values: [1, 2, 2, 9] });
    expect(mean).toBeCloseTo(3.5, 14);
    expect(scv).toBeCloseTo(10.25 / 12.25, 14);
  });

  it('a deterministic zero has no coefficient of variation', () => {
    expect(moments({ kind: 'deterministic', mean: 0 }).scv).toBeNaN();
  });
});

describe('samplers', () => {
  for (const description of all)
    it(`${description.kind}: sample mean and second moment agree with moments()`, () => {
      const { mean, scv } = moments(description);
      const first: number[] = [];
      const second: number[] = [];
      for (const seed of seeds) {
        const sample = createSampler(description, createStream(seed));
        let sum = 0;
        let squares = 0;
        for (let i = 0; i < 40_000; i++) {
          const value = sample();
          sum += value;
          squares += value * value;
        }
        first.push(sum / 40_000);
        second.push(squares / 40_000);
      }
      expectAgreement(first, mean);
      expectAgreement(second, mean * mean * (1 + scv));
    });

  it('work with the general random generator as well as with the fast stream', () => {
    const means = seeds.map((seed) => {
      const sample = createSampler({ kind: 'lognormal', mean: 2, scv: 0.5 }, createRandom(seed));
      let sum = 0;
      for (let i = 0; i < 10_000; i++) sum += sample();
      return sum / 10_000;
    });
    expectAgreement(means, 2);
  });

  it('hyperexponential with an enormous scv keeps its mean: rare branch not rounded away', () => {
    // scv = 1e20：慢支概率约 2.5e-21；直接算 (1 − s)/2 会得 0，均值丢掉一半。
    const draws = [1e-22, 0.5];
    const means: number[] = [];
    const random = {
      uniform: () => draws[means.length]!,
      exponential: (mean: number) => (means.push(mean), mean),
      normal: () => 0,
    };
    const sample = createSampler({ kind: 'hyperexponential', mean: 1, scv: 1e20 }, random);
    expect(sample()).toBeCloseTo(1e20, -12); // 慢支均值 1/(2·2.5e-21)·½…= (scv+1)(1+s)/2
    expect(sample()).toBeCloseTo(0.5, 12);
  });

  it('limits: lognormal scv 0 and erlang with many stages become deterministic', () => {
    const stream = createStream(1);
    expect(createSampler({ kind: 'lognormal', mean: 7, scv: 0 }, stream)()).toBeCloseTo(7, 12);
    const sample = createSampler({ kind: 'erlang', mean: 7, stages: 1_000_000 }, stream);
    expect(Math.abs(sample() / 7 - 1)).toBeLessThan(0.006); // 标准差 1e-3，取六倍
  });

  it('fillers draw from the same distribution', () => {
    for (const description of all) {
      const means = seeds.map((seed) => {
        const block = new Float64Array(20_000);
        createFiller(description, createStream(seed))(block);
        return block.reduce((sum, value) => sum + value, 0) / block.length;
      });
      expectAgreement(means, moments(description).mean);
    }
    const block = new Float64Array(3);
    createFiller({ kind: 'deterministic', mean: 4 }, createStream(1))(block);
    expect([...block]).toEqual([4, 4, 4]);
  });
});

describe('bad descriptions name the parameter', () => {
  const bad: [Distribution, RegExp][] = [
    [{ kind: 'exponential', mean: 0 }, /service\.mean must be a finite number > 0/],
    [{ kind: 'exponential', mean: Number.NaN }, /service\.mean/],
    [{ kind: 'deterministic', mean: -1 }, /service\.mean/],
    [{ kind: 'erlang', mean: 1, stages: 1.5 }, /service\.stages must be an integer/],
    [{ kind: 'lognormal', mean: 1, scv: -0.1 }, /service\.scv/],
    [{ kind: 'hyperexponential', mean: 1, scv: 0.9 }, /service\.scv must be a finite number ≥ 1/],
    [{ kind: 'empirical', values: [] }, /service\.values must be a non-empty array/],
    [{ kind: 'empirical', values: [1, -2] }, /service\.values\[1\]/],
    [{ kind: 'gamma', mean: 1 } as never, /service\.kind must be one of/],
    [null as never, /service must be a distribution/],
  ];
  for (const [description, message] of bad)
    it(String(message), () => {
      expect(() => checkDistribution('service', description)).toThrow(RangeError);
      expect(() => checkDistribution('service', description)).toThrow(message);
    });

  it('intervals with mean zero', () => {
    expect(() => checkIntervals('arrivals', { kind: 'empirical', values: [0, 0] })).toThrow(
      /arrivals must be a distribution with mean > 0/,
    );
  });
});
