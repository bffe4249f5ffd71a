import { describe, expect, it } from 'vitest';
import { cChart } from '../../../../src/calc/quality/control/c-chart.ts';

describe('cChart', () => {
  it('电路板（Montgomery）：c̄ = 516/26，第 6、20 个越限', () => {
    const counts = [
      21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19,
      17, 15,
    ];
    const r = cChart({ counts });
    expect(r.limits.center).toBeCloseTo(516 / 26, 12);
    expect(r.limits.upper).toBeCloseTo(33.210860525141776, 9);
    expect(r.signals).toEqual([6, 20]);
  });
  it('平均 4：上限 10，下限 −2 取 0', () => {
    expect(cChart({ counts: [3, 5, 4] }).limits).toEqual({ center: 4, lower: 0, upper: 10 });
  });
  it('全为 0 时限都为 0、不报警；给定中心线时照用', () => {
    expect(cChart({ counts: [0, 0, 0] })).toEqual({
      limits: { center: 0, lower: 0, upper: 0 },
      signals: [],
    });
    expect(cChart({ counts: [11, 3], center: 4 }).signals).toEqual([1]);
  });
  it('拒绝空、负、小数计数', () => {
    expect(() => cChart({ counts: [] })).toThrow(/counts/);
    expect(() => cChart({ counts: [2, -1] })).toThrow(/counts\[1\]/);
    expect(() => cChart({ counts: [2.5] })).toThrow(/counts\[0\]/);
    expect(() => cChart({ counts: [2], center: -1 })).toThrow(/center/);
  });
});
