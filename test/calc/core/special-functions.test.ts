import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  devianceTerm,
  erf,
  erfc,
  logAddExp,
  logGamma,
  logOneMinusExp,
  logRegularizedGammaP,
  logRegularizedGammaQ,
  regularizedGammaP,
  regularizedGammaQ,
  scaledErfc,
  stirlingError,
} from '../../../src/calc/core/special-functions.ts';
import { expectClose } from './expect-close.ts';

describe('logGamma', () => {
  it('ln Γ(5) = ln 4! = ln 24，ln Γ(1/2) = ln √π', () => {
    expectClose(logGamma(5), Math.log(24), 1e-15);
    expectClose(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-15);
  });
  it('满足递推 ln Γ(x+1) = ln Γ(x) + ln x', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
        const size = Math.max(1, Math.abs(logGamma(x + 1)));
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / size).toBeLessThan(2e-14);
      }),
    );
  });
  it('零点 1 与 2 附近保持相对精度：ln Γ(1+e) ≈ −γe + π²e²/12', () => {
    const e = 1e-7;
    expectClose(logGamma(1 + e), -0.5772156649015329 * e + (Math.PI * e) ** 2 / 12, 2e-9);
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
  });
  it('x = 10¹⁵ 与 1e-300 不溢出', () => {
    expectClose(logGamma(1e15), 33538776394910668, 1e-14);
    expectClose(logGamma(1e-300), 300 * Math.LN10, 1e-14);
  });
  it('拒绝 x ≤ 0', () => {
    expect(() => logGamma(0)).toThrow(/x must be/);
    expect(() => logGamma(NaN)).toThrow(RangeError);
  });
});

describe('误差函数', () => {
  it('erf(1) 与 erfc(5) 合于 40 位精度的值', () => {
    expectClose(erf(1), 0.8427007929497149, 1e-15);
    expectClose(erfc(5), 1.537459794428035e-12, 1e-14);
    expectClose(erfc(26), 5.663192408856143e-296, 1e-12);
  });
  it('erf 为奇函数，erf + erfc = 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(erf(-x)).toBe(-erf(x));
        expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(4e-16);
      }),
    );
  });
  it('缩放余误差函数在极大处约为 1/(x√π)', () => {
    expectClose(scaledErfc(1e8), 1 / (1e8 * Math.sqrt(Math.PI)), 1e-15);
    expect(scaledErfc(Infinity)).toBe(0);
    expect(() => scaledErfc(-1)).toThrow(/x must be/);
    expect(() => erf(NaN)).toThrow(/x must be/);
    expect(() => erfc(NaN)).toThrow(/x must be/);
  });
});

describe('正则化不完全伽马', () => {
  it('a = 1 时就是指数分布：P(1, x) = 1 − e^{−x}', () => {
    expectClose(regularizedGammaP(1, 0.3), 1 - Math.exp(-0.3), 1e-14);
    expectClose(regularizedGammaQ(1, 30), Math.exp(-30), 1e-14);
  });
  it('a = 1/2 时与误差函数一致：Q(1/2, x²) = erfc(x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), (x) => {
        expectClose(regularizedGammaQ(0.5, x * x), erfc(x), 1e-12);
      }),
    );
  });
  it('P + Q = 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (a, ratio) => {
          expectClose(regularizedGammaP(a, a * ratio) + regularizedGammaQ(a, a * ratio), 1, 1e-13);
        },
      ),
    );
  });
  it('一致渐近与级数在 a = 10⁸ 两侧接得上', () => {
    expectClose(
      logRegularizedGammaQ(1.0000001e8, 1.0001e8),
      logRegularizedGammaQ(0.9999999e8, 0.9999999e8 * (1.0001e8 / 1.0000001e8)),
      1e-6,
    );
    expectClose(logRegularizedGammaQ(1e8, 1e8), -0.6931737770656575, 1e-12);
  });
  it('概率低于 10⁻³⁰⁸ 时对数仍有值；端点取极限', () => {
    // Q(1, x) = e^{−x}
    expectClose(logRegularizedGammaQ(1, 5000), -5000, 1e-15);
    expect(logRegularizedGammaQ(3, 0)).toBe(0);
    expect(logRegularizedGammaQ(3, Infinity)).toBe(-Infinity);
    expect(logRegularizedGammaP(3, 0)).toBe(-Infinity);
    expect(logRegularizedGammaP(3, Infinity)).toBe(0);
  });
  it('拒绝 a ≤ 0 与 x < 0', () => {
    expect(() => regularizedGammaP(0, 1)).toThrow(/a must be/);
    expect(() => regularizedGammaQ(1, -1)).toThrow(/x must be/);
  });
});

describe('对数零件', () => {
  it('ln(1 − eˣ) 在 0 附近与极负处都不丢位', () => {
    expectClose(logOneMinusExp(-1e-20), Math.log(1e-20), 1e-15);
    expectClose(logOneMinusExp(-50), -Math.exp(-50), 1e-14);
  });
  it('ln(eᵃ + eᵇ) 不溢出', () => {
    expectClose(logAddExp(1000, 1000), 1000 + Math.LN2, 1e-15);
    expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
    expect(logAddExp(-Infinity, 3)).toBe(3);
  });
  it('斯特林余项约为 1/(12x)，偏差项在 x = mean 时为 0', () => {
    expectClose(stirlingError(1e6), 1 / 12e6, 1e-11);
    // ln 1! = 0 = 余项 + 1.5 ln 1 − 1 + ½ ln 2π
    expectClose(stirlingError(1), 1 - 0.5 * Math.log(2 * Math.PI), 1e-13);
    expect(devianceTerm(7, 7)).toBe(0);
    expect(devianceTerm(0, 4)).toBe(4);
    expectClose(devianceTerm(1000.001, 1000), (0.001 * 0.001) / 2000, 1e-5);
    expect(() => stirlingError(0)).toThrow(/x must be/);
  });
});

describe('Q(a, x) 在 a 很小时', () => {
  it('约为 a·E₁(x)，不由 1 减去接近 1 的数得来（六十位精度的值）', () => {
    for (const [a, x, upper] of [
      [1e-3, 1, 0.0002196083575855564],
      [1e-6, 1, 2.1938415887050925e-7],
      [1e-6, 0.3, 9.056768136855656e-7],
      [1e-6, 5, 1.1482982748235766e-9],
      [1e-10, 1, 2.1938393441796778e-11],
      [1e-10, 1e-5, 1.0935719794146443e-9],
      [1e-3, 1e-10, 0.022199343401374194],
      [0.05, 0.2, 0.06079091130077896],
      [0.3, 0.9, 0.09774735197033046],
      [1e-300, 0.5, 5.597735947761608e-301],
    ] as const) {
      // 概率 10⁻³⁰⁰ 的对数约 −690，取指数时末位放大 700 倍
      expectClose(regularizedGammaQ(a, x), upper, a === 1e-300 ? 5e-13 : 1e-13);
      expectClose(regularizedGammaP(a, x), 1 - upper, 1e-14);
    }
  });
  it('a、x 跨过 1 时连续', () => {
    for (const a of [0.2, 0.7, 0.999999999999, 1])
      for (const x of [0.3, 1, 1.5]) {
        expectClose(regularizedGammaQ(a, x * (1 - 1e-13)), regularizedGammaQ(a, x), 1e-12);
        expectClose(regularizedGammaQ(a, x) + regularizedGammaP(a, x), 1, 1e-15);
      }
  });
});
