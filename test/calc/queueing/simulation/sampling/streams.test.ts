import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import {
  createStream,
  deriveSeed,
} from '../../../../../src/calc/queueing/simulation/sampling/streams.ts';
import { expectAgreement, seeds } from '../agreement.ts';

describe('fast random stream', () => {
  it('reproduces the words of pure-rand, across several refills', () => {
    const stream = createStream(5);
    const source = xoroshiro128plus(deriveSeed(5));
    for (let i = 0; i < 32; i++) source.next();
    for (let i = 0; i < 5000; i++)
      expect(stream.uniform()).toBe(((source.next() >>> 0) + 0.5) / 2 ** 32);
  });

  it('gives the same sequence for the same seed and other sequences for other seeds', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        expect(createStream(a).uniform()).toBe(createStream(a).uniform());
        if (a !== b)
          expect(createStream(a).exponential(1)).not.toBe(createStream(b).exponential(1));
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('exponential numbers have the distribution 1 − e^(−x), tail included', () => {
    // 各阈值处的经验概率对 e^(−x)；9 在塔形法的尾部（r ≈ 7.697）之外。
    const block = new Float64Array(100_000);
    for (const limit of [1e-3, 0.1, 1, 3, 7, 9]) {
      const shares = seeds.map((seed) => {
        createStream(seed).fillExponential(block, 1);
        let count = 0;
        for (const value of block) if (value > limit) count++;
        return count / block.length;
      });
      if (limit < 9) expectAgreement(shares, Math.exp(-limit));
      else {
        // e^(−9) ≈ 1.23e-4，80 万次里约 98.7 次；泊松标准差 9.9，取四倍。
        const total = shares.reduce((sum, share) => sum + share * block.length, 0);
        expect(Math.abs(total - 8e5 * Math.exp(-9))).toBeLessThan(4 * Math.sqrt(98.7));
      }
    }
  });

  it('filling a block and drawing one by one agree in mean and variance', () => {
    const block = new Float64Array(100_000);
    const variances: number[] = [];
    const means: number[] = [];
    for (const seed of seeds) {
      createStream(seed).fillExponential(block, 2);
      let sum = 0;
      let squares = 0;
      for (const value of block) {
        sum += value;
        squares += value * value;
      }
      const single = createStream(seed + 1);
      for (let i = 0; i < block.length; i++) sum += single.exponential(2);
      means.push(sum / (2 * block.length));
      variances.push(squares / block.length);
    }
    expectAgreement(means, 2);
    expectAgreement(variances, 8); // E[X²] = 2·均值²
  });

  it('normal numbers have mean, variance and fourth moment 1.5, 4 and 3·16', () => {
    const moments = [1, 2, 4].map((power) =>
      seeds.map((seed) => {
        const stream = createStream(seed);
        let sum = 0;
        for (let i = 0; i < 50_000; i++) {
          const value = stream.normal(1.5, 2);
          sum += power === 1 ? value : (value - 1.5) ** power;
        }
        return sum / 50_000;
      }),
    );
    expectAgreement(moments[0]!, 1.5);
    expectAgreement(moments[1]!, 4);
    expectAgreement(moments[2]!, 48);
  });

  it('neighbouring seeds are uncorrelated', () => {
    // 相邻种子首个均匀数之积的均值应为 1/4；相关的话会偏到 1/3。
    const products = seeds.map((seed) => {
      let sum = 0;
      for (let i = 0; i < 1000; i++)
        sum +=
          createStream(seed * 10_000 + i).uniform() * createStream(seed * 10_000 + i + 1).uniform();
      return sum / 1000;
    });
    expectAgreement(products, 0.25);
  });

  it('rejects a seed that is not a safe integer', () => {
    expect(() => createStream(0.5)).toThrow(/seed must be a safe integer/);
    expect(() => createStream(Number.NaN)).toThrow(/seed/);
    expect(() => deriveSeed(2 ** 53)).toThrow(/seed/);
  });
});
