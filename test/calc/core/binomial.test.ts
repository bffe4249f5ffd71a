import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binomialCdf,
  binomialPmf,
  binomialQuantile,
  binomialSurvival,
  logBinomialCdf,
  logBinomialPmf,
  logBinomialSurvival,
} from '../../../src/calc/core/binomial.ts';
import { expectClose } from './expect-close.ts';

describe('二项分布', () => {
  it('n = 4、p = 1/4：P(X=2) = 6·(1/16)·(9/16) = 54/256，P(X≤1) = (81+108)/256', () => {
    expectClose(binomialPmf(2, { trials: 4, chance: 0.25 }), 54 / 256, 1e-14);
    expectClose(binomialCdf(1, { trials: 4, chance: 0.25 }), 189 / 256, 1e-14);
  });
  it('成功与失败对调：P(X ≤ k) = P(Y ≥ n − k)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, chance, share) => {
          const k = Math.floor(share * (trials - 1));
          expectClose(
            binomialCdf(k, { trials, chance }),
            binomialSurvival(trials - k - 1, { trials, chance: 1 - chance }),
            1e-10,
          );
        },
      ),
    );
  });
  it('n = 10⁶ 的尾部保持相对精度（mpmath 60 位求和）', () => {
    const big = { trials: 1_000_000, chance: 0.001 };
    expectClose(binomialCdf(900, big), 0.0006940154622868554, 1e-12);
    expectClose(logBinomialPmf(0, big), 1e6 * Math.log1p(-0.001), 1e-14);
    expectClose(
      logBinomialSurvival(520000, { trials: 1_000_000, chance: 0.5 }),
      -804.8619585710948,
      1e-14,
    );
  });
  it('退化情形：n = 0、p = 0、p = 1、k 越界', () => {
    expect(binomialCdf(0, { trials: 0, chance: 0.3 })).toBe(1);
    expect(binomialPmf(0, { trials: 0, chance: 0.3 })).toBe(1);
    expect(binomialPmf(0, { trials: 5, chance: 0 })).toBe(1);
    expect(binomialPmf(5, { trials: 5, chance: 1 })).toBe(1);
    expect(binomialPmf(4, { trials: 5, chance: 1 })).toBe(0);
    expect(binomialCdf(4, { trials: 5, chance: 1 })).toBe(0);
    expect(binomialSurvival(4, { trials: 5, chance: 1 })).toBe(1);
    expect(binomialCdf(0, { trials: 5, chance: 0 })).toBe(1);
    expect(binomialCdf(-1, { trials: 5, chance: 0.5 })).toBe(0);
    expect(binomialSurvival(-1, { trials: 5, chance: 0.5 })).toBe(1);
    expect(binomialCdf(9, { trials: 5, chance: 0.5 })).toBe(1);
    expect(logBinomialCdf(Infinity, { trials: 5, chance: 0.5 })).toBe(0);
    expect(binomialPmf(1.5, { trials: 5, chance: 0.5 })).toBe(0);
  });
  it('分位数是最小的达标次数', () => {
    const big = { trials: 400, chance: 0.93 };
    const k = binomialQuantile(0.05, big);
    expect(binomialCdf(k, big)).toBeGreaterThanOrEqual(0.05);
    expect(binomialCdf(k - 1, big)).toBeLessThan(0.05);
    expect(binomialQuantile(1, { trials: 7, chance: 0.5 })).toBe(7);
    expect(binomialQuantile(0, { trials: 7, chance: 0.5 })).toBe(0);
  });
  it('拒绝坏参数', () => {
    expect(() => binomialCdf(1, { trials: -1, chance: 0.5 })).toThrow(/trials must be/);
    expect(() => binomialCdf(1, { trials: 2.5, chance: 0.5 })).toThrow(/trials must be/);
    expect(() => binomialCdf(1, { trials: 3, chance: 1.5 })).toThrow(/chance must be/);
    expect(() => binomialPmf(NaN, { trials: 3, chance: 0.5 })).toThrow(/k must be/);
    expect(() => binomialQuantile(-1, { trials: 3, chance: 0.5 })).toThrow(/p must be/);
  });
  it('概率 1 的分位数是全部次数，哪怕上尾早已下溢；从不成功时是 0', () => {
    expect(binomialQuantile(1, { trials: 1000, chance: 1e-5 })).toBe(1000);
    expect(binomialQuantile(1, { trials: 1000, chance: 0 })).toBe(0);
    expect(binomialQuantile(0, { trials: 1000, chance: 0.5 })).toBe(0);
    expect(binomialQuantile(0, { trials: 3, chance: 1 })).toBe(0);
  });
});
