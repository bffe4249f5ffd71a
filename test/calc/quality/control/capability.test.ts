import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../../src/calc/core/normal.ts';
import {
  capability,
  capabilityOfSubgroups,
} from '../../../../src/calc/quality/control/capability.ts';

describe('capability', () => {
  it('6σ 过程漂移 1.5σ：Cp = 2、Cpk = 1.5、3.4 ppm', () => {
    const r = capability({ mean: 1.5, sd: 1, lower: -6, upper: 6 });
    expect(r.potential).toBe(2);
    expect(r.actual).toBe(1.5);
    expect(r.ppm).toBeCloseTo(3.397673156638977, 6);
  });
  it('均值居中时 Cpk = Cp，否则更小；ppm 由两尾相加', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        (centre, sd) => {
          const r = capability({ mean: centre, sd, lower: -2, upper: 2 });
          expect(r.actual).toBeLessThanOrEqual(r.potential! + 1e-12);
          expect(r.ppm).toBeCloseTo(
            1e6 * (normalCdf((-2 - centre) / sd) + normalCdf((centre - 2) / sd)),
            4,
          );
        },
      ),
    );
    expect(capability({ mean: 0, sd: 1, lower: -2, upper: 2 }).actual).toBeCloseTo(2 / 3, 12);
  });
  it('单侧规格：Cp 没有定义，Cpk 取那一侧', () => {
    const r = capability({ mean: 4, sd: 1, upper: 10 });
    expect(r.potential).toBeNull();
    expect(r.lowerIndex).toBeNull();
    expect(r.actual).toBe(2);
    expect(r.ppmBelow).toBe(0);
    expect(capability({ mean: 4, sd: 1, lower: null, upper: 10 }).actual).toBe(2);
  });
  it('均值在规格外为负；尾部 1e-200 不丢位；σ = 0 有定义', () => {
    expect(capability({ mean: 7, sd: 1, lower: 0, upper: 6 }).actual).toBeCloseTo(-1 / 3, 12);
    expect(capability({ mean: 0, sd: 1, upper: 30 }).ppm).toBeGreaterThan(0);
    expect(capability({ mean: 0, sd: 1, upper: 30 }).ppm).toBeLessThan(1e-180);
    expect(capability({ mean: 1, sd: 0, lower: 0, upper: 6 })).toMatchObject({
      potential: Infinity,
      actual: Infinity,
      ppm: 0,
    });
    expect(capability({ mean: 9, sd: 0, lower: 0, upper: 6 })).toMatchObject({
      actual: -Infinity,
      ppm: 1e6,
    });
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => capability({ mean: 0, sd: 1 })).toThrow(/lower, upper/);
    expect(() => capability({ mean: 0, sd: -1, upper: 1 })).toThrow(/sd/);
    expect(() => capability({ mean: 0, sd: 1, lower: 2, upper: 1 })).toThrow(/upper/);
    expect(() => capability({ mean: NaN, sd: 1, upper: 1 })).toThrow(/mean/);
  });
});

describe('capabilityOfSubgroups', () => {
  const subgroups = [
    [10, 12],
    [11, 13],
    [15, 13],
  ];
  it('手算：R̄ = 2，σ内 = √π；总体方差 15.333/5', () => {
    const r = capabilityOfSubgroups({ subgroups, lower: 6, upper: 18 });
    expect(r.withinSd).toBeCloseTo(Math.sqrt(Math.PI), 10);
    expect(r.mean).toBeCloseTo(74 / 6, 12);
    // 10²+12²+11²+13²+15²+13² = 928，928 − 74²/6 = 15.333
    expect(r.overallSd).toBeCloseTo(Math.sqrt((928 - 74 ** 2 / 6) / 5), 12);
    expect(r.within.potential).toBeCloseTo(12 / (6 * Math.sqrt(Math.PI)), 10);
    expect(r.overall.actual).toBeCloseTo((18 - 74 / 6) / (3 * r.overallSd), 10);
  });
  it('用标准差估计时子组大小 2 结果相同；拒绝未知估计法', () => {
    const a = capabilityOfSubgroups({ subgroups, lower: 6, upper: 18 });
    const b = capabilityOfSubgroups({ subgroups, lower: 6, upper: 18, spread: 'deviation' });
    expect(b.within.actual).toBeCloseTo(a.within.actual, 9);
    expect(() => capabilityOfSubgroups({ subgroups, upper: 9, spread: 'x' as 'range' })).toThrow(
      /spread/,
    );
  });
});
