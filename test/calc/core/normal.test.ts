import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  logNormalCdf,
  logNormalSurvival,
  millsRatio,
  normalCdf,
  normalHazard,
  normalLoss,
  normalPdf,
  normalQuantile,
  normalSurvival,
} from '../../../src/calc/core/normal.ts';
import { expectClose } from './expect-close.ts';

describe('正态分布', () => {
  it('Φ(0) = 1/2，φ(0) = 1/√(2π)，损失 L(0) = φ(0)', () => {
    expect(normalCdf(0)).toBe(0.5);
    expectClose(normalPdf(0), 1 / Math.sqrt(2 * Math.PI), 1e-15);
    expectClose(normalLoss(0), normalPdf(0), 1e-15);
  });
  it('合于 mpmath：Φ(−10)、Φ⁻¹(0.975)、Φ⁻¹(1e-20)', () => {
    expectClose(normalCdf(-10), 7.619853024160525e-24, 1e-13);
    expectClose(normalQuantile(0.975), 1.9599639845400538, 1e-15);
    expectClose(normalQuantile(1e-20), -9.262340089798407, 1e-15);
  });
  it('Φ(x) + Φ(−x) = 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
        expectClose(normalCdf(x) + normalSurvival(x), 1, 3e-16);
      }),
    );
  });
  it('分位数与累积互逆，小概率也如此', () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: -0.31, noNaN: true }), (exponent) => {
        const p = 10 ** exponent;
        expectClose(Math.log(p), logNormalCdf(normalQuantile(p)), 1e-13);
      }),
    );
  });
  it('p = 1e-300 与最小的正数都有全精度分位数；0.5 附近保持相对精度', () => {
    expectClose(normalQuantile(1e-300), -37.0470962993612, 1e-15);
    expectClose(logNormalCdf(normalQuantile(5e-324)), Math.log(5e-324), 1e-13);
    expectClose(normalQuantile(0.5 + 2 ** -40), Math.sqrt(2 * Math.PI) * 2 ** -40, 1e-13);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
  });
  it('尾部远在下溢之外时对数仍准：ln Φ(−x) → −x²/2 − ln(x√2π)', () => {
    const x = 1e5;
    expectClose(logNormalCdf(-x), -0.5 * x * x - Math.log(x * Math.sqrt(2 * Math.PI)), 1e-15);
    expect(normalCdf(-40)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(logNormalCdf(-Infinity)).toBe(-Infinity);
    expectClose(logNormalSurvival(9), Math.log(normalSurvival(9)), 1e-14);
  });
  it('损失函数满足 L(−z) = L(z) + z，大 z 时约为 φ(z)/z²', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (z) => {
        expectClose(normalLoss(-z), normalLoss(z) + z, 1e-15);
      }),
    );
    expectClose(normalLoss(30), (normalPdf(30) / 900) * (1 - 3 / 900 + 15 / 900 ** 2), 2e-7);
    // 连分数与直接相减在 z = 4 处接得上
    expectClose(normalLoss(4), normalLoss(4 - 1e-12), 1e-11);
    expect(normalLoss(Infinity)).toBe(0);
  });
  it('风险率是米尔斯比的倒数，右端约为 x，左端趋于 0', () => {
    expectClose(normalHazard(1e6), 1e6 + 1e-6, 1e-15);
    expect(normalHazard(-50)).toBe(0);
    expectClose(millsRatio(-1), normalSurvival(-1) / normalPdf(-1), 1e-15);
  });
  it('拒绝 NaN 与区间外的概率', () => {
    expect(() => normalCdf(NaN)).toThrow(/x must be/);
    expect(() => normalLoss(NaN)).toThrow(/z must be/);
    expect(() => normalQuantile(-0.1)).toThrow(/p must be/);
    expect(() => normalQuantile(1.1)).toThrow(/p must be/);
  });
});
