import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defectsPerMillion,
  dpmoOfSigmaLevel,
  rolledThroughputYield,
  sigmaLevel,
} from '../../../src/calc/improvement/six-sigma.ts';

describe('six-sigma', () => {
  it('手算：250 单、每单 4 个机会、12 个缺陷，DPMO = 12000', () => {
    const r = defectsPerMillion({ defects: 12, units: 250, opportunities: 4 });
    expect(r.dpmo).toBeCloseTo(12000, 8);
    expect(r.defectsPerUnit).toBeCloseTo(0.048, 12);
    expect(r.throughputYield).toBeCloseTo(Math.exp(-0.048), 12);
  });
  it('6σ 带漂移 3.4 DPMO，不带漂移（单侧）约 0.00099', () => {
    expect(dpmoOfSigmaLevel(6)).toBeCloseTo(3.397673, 5);
    expect(dpmoOfSigmaLevel(6, 0) / 9.865876e-4).toBeCloseTo(1, 6);
    expect(dpmoOfSigmaLevel(3)).toBeCloseTo(66807.2, 1);
  });
  it('DPMO 与 σ 水平互为反函数；带与不带漂移恒差 1.5', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 9, noNaN: true }), (level) => {
        const rate = dpmoOfSigmaLevel(level) / 1e6;
        expect(sigmaLevel(rate)).toBeCloseTo(level, 8);
        expect(sigmaLevel(rate) - sigmaLevel(rate, 0)).toBeCloseTo(1.5, 10);
      }),
    );
  });
  it('零缺陷 Infinity、全缺陷 −Infinity；1e-20 的缺陷率不丢位', () => {
    expect(defectsPerMillion({ defects: 0, units: 5 }).sigmaLevel).toBe(Infinity);
    expect(sigmaLevel(1)).toBe(-Infinity);
    expect(sigmaLevel(1e-20, 0)).toBeCloseTo(9.26234008979841, 9);
  });
  it('滚动合格率是各步连乘', () => {
    expect(rolledThroughputYield([0.9, 0.8, 0.95])).toBeCloseTo(0.684, 12);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => defectsPerMillion({ defects: 5, units: 2, opportunities: 2 })).toThrow(/defects/);
    expect(() => defectsPerMillion({ defects: 0, units: 0 })).toThrow(/units/);
    expect(() => defectsPerMillion({ defects: 0, units: 1, opportunities: 0 })).toThrow(
      /opportunities/,
    );
    expect(() => sigmaLevel(1.5)).toThrow(/defectRate/);
    expect(() => rolledThroughputYield([0.9, 2])).toThrow(/stepYields\[1\]/);
  });
});
