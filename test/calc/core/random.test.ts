import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';

const SEEDS = [1, 2, 20240607, -5, 0.25];
const N = 20_000;

function moments(values: number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

describe('createRandom', () => {
  it('同一种子给同一串数，0 与 −0 同种，不同种子（含小数、相邻整数）不同', () => {
    const take = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(take(7)).toEqual(take(7));
    expect(take(0)).toEqual(take(-0));
    const firsts = [0, 1, 2, 3, 0.5, -1, 1e300].map((seed) => take(seed)[0]);
    expect(new Set(firsts).size).toBe(firsts.length);
  });
  it('均匀数在 [0, 1) 内，均值与方差落在四个标准误以内', () => {
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const values = Array.from({ length: N }, () => random.uniform());
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...values)).toBeLessThan(1);
      const { mean, variance } = moments(values);
      expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / N));
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / N));
    }
  });
  it('相邻种子的首个输出像独立的均匀数', () => {
    const firsts = Array.from({ length: N }, (_, seed) => createRandom(seed).uniform());
    const { mean } = moments(firsts);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / N));
    let covariance = 0;
    for (let i = 1; i < N; i++) covariance += (firsts[i]! - 0.5) * (firsts[i - 1]! - 0.5);
    expect(Math.abs(covariance / N)).toBeLessThan(4 / 12 / Math.sqrt(N));
  });
  it('指数与正态的均值、方差合于理论', () => {
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const waits = moments(Array.from({ length: N }, () => random.exponential(3)));
      expect(Math.abs(waits.mean - 3)).toBeLessThan((4 * 3) / Math.sqrt(N));
      const heights = moments(Array.from({ length: N }, () => random.normal(-2, 5)));
      expect(Math.abs(heights.mean + 2)).toBeLessThan((4 * 5) / Math.sqrt(N));
      expect(Math.abs(heights.variance - 25)).toBeLessThan((4 * 25 * Math.SQRT2) / Math.sqrt(N));
    }
  });
  it('整数等可能，含下端不含上端；洗牌不改原数组且是一个排列', () => {
    const random = createRandom(11);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < N; i++) counts[random.integer(-1, 3) + 1]! += 1;
    for (const count of counts)
      expect(Math.abs(count - N / 4)).toBeLessThan(4 * Math.sqrt((N * 3) / 16));
    const cards = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = random.shuffle(cards);
    expect(cards).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(cards);
    expect(random.shuffle([])).toEqual([]);
  });
  it('均值 0 的指数为 0、标准差 0 的正态为均值；拒绝坏参数', () => {
    const random = createRandom(3);
    expect(Math.abs(random.exponential(0))).toBe(0);
    expect(random.normal(4, 0)).toBe(4);
    expect(() => createRandom(NaN)).toThrow(/seed must be/);
    expect(() => createRandom(Infinity)).toThrow(/seed must be/);
    expect(() => random.exponential(-1)).toThrow(/mean must be/);
    expect(() => random.normal(0, -1)).toThrow(/sd must be/);
    expect(() => random.integer(0, 0)).toThrow(/highExclusive must be/);
    expect(() => random.integer(0.5, 3)).toThrow(/lowInclusive must be/);
  });
});
