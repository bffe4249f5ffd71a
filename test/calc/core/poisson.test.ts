import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  logPoissonCdf,
  logPoissonPmf,
  logPoissonSurvival,
  poissonCdf,
  poissonPmf,
  poissonQuantile,
  poissonSurvival,
} from '../../../src/calc/core/poisson.ts';
import { regularizedGammaQ } from '../../../src/calc/core/special-functions.ts';
import { expectClose } from './expect-close.ts';

describe('泊松分布', () => {
  it('均值 2：P(N=3) = e⁻²·8/6，P(N≤1) = 3e⁻²', () => {
    expectClose(poissonPmf(3, 2), (Math.exp(-2) * 8) / 6, 1e-14);
    expectClose(poissonCdf(1, 2), 3 * Math.exp(-2), 1e-14);
  });
  it('累积等于不完全伽马 Q(k+1, 均值)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.double({ min: 0.01, max: 400, noNaN: true }),
        (k, mean) => expectClose(poissonCdf(k, mean), regularizedGammaQ(k + 1, mean), 1e-11),
      ),
    );
  });
  it('均值 10⁶ 的尾部保持相对精度（mpmath 60 位求和）', () => {
    expectClose(logPoissonCdf(970000, 1e6), -458.87472104767835, 1e-14);
    expectClose(logPoissonSurvival(1030000, 1e6), -449.9023654515545, 1e-14);
    expectClose(poissonCdf(1e6, 1e6), 0.5002659614862837, 1e-12);
  });
  it('均值 0 恒为 0；k < 0 为 0；非整数向下取整；极小概率有对数', () => {
    expect(poissonCdf(0, 0)).toBe(1);
    expect(poissonPmf(0, 0)).toBe(1);
    expect(poissonPmf(1, 0)).toBe(0);
    expect(poissonSurvival(0, 0)).toBe(0);
    expect(poissonCdf(-1, 5)).toBe(0);
    expect(poissonSurvival(-1, 5)).toBe(1);
    expect(poissonCdf(Infinity, 5)).toBe(1);
    expect(poissonSurvival(Infinity, 5)).toBe(0);
    expect(poissonCdf(3.9, 5)).toBe(poissonCdf(3, 5));
    expect(poissonPmf(2.5, 5)).toBe(0);
    expectClose(logPoissonPmf(0, 1e4), -1e4, 1e-15);
  });
  it('分位数是最小的达标次数', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 0.999999, noNaN: true }),
        fc.double({ min: 0.01, max: 2000, noNaN: true }),
        (p, mean) => {
          const k = poissonQuantile(p, mean);
          expect(poissonCdf(k, mean)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          if (k > 0) expect(poissonCdf(k - 1, mean)).toBeLessThan(p * (1 + 1e-12));
        },
      ),
    );
    expect(poissonQuantile(0, 3)).toBe(0);
    expect(poissonQuantile(1, 3)).toBe(Infinity);
    expect(poissonQuantile(0.9, 0)).toBe(0);
    expect(poissonQuantile(1e-300, 1e6)).toBeLessThan(970000);
  });
  it('拒绝负均值、NaN 与区间外的概率', () => {
    expect(() => poissonCdf(1, -1)).toThrow(/mean must be/);
    expect(() => poissonPmf(NaN, 1)).toThrow(/k must be/);
    expect(() => poissonQuantile(2, 1)).toThrow(/p must be/);
  });
});

describe('均值极大时', () => {
  it('均值 10⁹ 到 10¹⁵ 仍有 12 位（五十位精度的值）', () => {
    for (const [mean, step, middle, above, below] of [
      [1e9, 31622, 0.5000084104417389, 0.8413426295947408, 0.022752783978218945],
      [1e10, 1e5, 0.5000026596152026, 0.8413459559161163, 0.02275013194727935],
      [1e12, 1e6, 0.5000002659615203, 0.8413448670538447, 0.02275013194817021],
      [1e13, 3162277, 0.5000000841044174, 0.8413447338128031, 0.0227501544908865],
      [1e15, 31622776, 0.5000000084104418, 0.8413447452904803, 0.022750134002742076],
    ] as const) {
      expectClose(poissonCdf(mean, mean), middle);
      expectClose(poissonCdf(mean + step, mean), above);
      expectClose(poissonCdf(mean - 2 * step, mean), below);
    }
  });
  it('逐项求和与一致渐近在 10⁸ 两侧接得上', () => {
    for (const z of [-6, -1, 0, 2, 7]) {
      const at = (mean: number): number =>
        logPoissonSurvival(Math.round(mean + z * Math.sqrt(mean)), mean);
      expectClose(at(100_000_001), at(99_999_999), 1e-6);
    }
  });
});
