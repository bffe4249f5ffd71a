import { describe, expect, it } from 'vitest';
import { minimize } from '../../../src/calc/core/roots.ts';
import { conformanceTradeoff, qualityCost } from '../../../src/calc/quality/quality-cost.ts';

describe('qualityCost', () => {
  const costs = { prevention: 10, appraisal: 20, internalFailure: 30, externalFailure: 140 };
  it('手算：合计 200，失败占 85 %，占收入 20 %', () => {
    const r = qualityCost({ ...costs, revenue: 1000 });
    expect(r.total).toBe(200);
    expect(r.nonconformance / r.total).toBeCloseTo(0.85, 12);
    expect(r.shareOfRevenue).toBeCloseTo(0.2, 12);
  });
  it('四类占比合计为 1；合计为 0 时没有定义', () => {
    expect(qualityCost(costs).shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    const none = qualityCost({
      prevention: 0,
      appraisal: 0,
      internalFailure: 0,
      externalFailure: 0,
    });
    expect(none.shares[0]).toBeNaN();
    expect(none.shareOfRevenue).toBeNull();
  });
  it('拒绝负成本与零收入', () => {
    for (const key of Object.keys(costs))
      expect(() => qualityCost({ ...costs, [key]: -1 })).toThrow(new RegExp(key));
    expect(() => qualityCost({ ...costs, revenue: 0 })).toThrow(/revenue/);
  });
});

describe('conformanceTradeoff', () => {
  const at = (conformance: number) =>
    conformanceTradeoff({ conformance, preventionCoefficient: 1, failureCoefficient: 100 });
  it('a = 1、b = 100：最优合格率 1 − √0.01 = 0.9，总成本 9 + 10', () => {
    expect(at(0.5).bestConformance).toBeCloseTo(0.9, 12);
    expect(at(0.9).total).toBeCloseTo(19, 10);
    expect(minimize({ f: (q) => at(q).total, low: 0, high: 0.9999 }).argument).toBeCloseTo(0.9, 5);
  });
  it('预防不花钱时最优点在 1；预防太贵时在 0；q = 1 无穷贵', () => {
    const free = conformanceTradeoff({
      conformance: 1,
      preventionCoefficient: 0,
      failureCoefficient: 5,
    });
    expect(free).toMatchObject({ total: 0, bestConformance: 1 });
    expect(
      conformanceTradeoff({ conformance: 0, preventionCoefficient: 9, failureCoefficient: 5 })
        .bestConformance,
    ).toBe(0);
    expect(at(1).total).toBe(Infinity);
  });
  it('拒绝坏输入', () => {
    expect(() => at(1.1)).toThrow(/conformance/);
    expect(() =>
      conformanceTradeoff({ conformance: 0.5, preventionCoefficient: 1, failureCoefficient: 0 }),
    ).toThrow(/failureCoefficient/);
  });
});
