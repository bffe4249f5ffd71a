import { describe, expect, it } from 'vitest';
import { npChart } from '../../../../src/calc/quality/control/np-chart.ts';

describe('npChart', () => {
  it('手算：每样本 100 件，平均 6 件：6 ± 3√(6 × 0.94)', () => {
    const r = npChart({ defectives: [4, 9, 5], size: 100 });
    expect(r.limits.center).toBeCloseTo(6, 12);
    expect(r.limits.upper).toBeCloseTo(6 + 3 * Math.sqrt(5.64), 10);
    expect(r.limits.lower).toBe(0);
    expect(r.proportion).toBeCloseTo(0.06, 12);
  });
  it('给定不合格率时用它监控', () => {
    expect(npChart({ defectives: [12, 3], size: 100, proportion: 0.03 }).signals).toEqual([1]);
  });
  it('上限不超过样本量；全为 0 不报警', () => {
    expect(npChart({ defectives: [9, 10, 9], size: 10 }).limits.upper).toBe(10);
    expect(npChart({ defectives: [0, 0], size: 10 }).signals).toEqual([]);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => npChart({ defectives: [11], size: 10 })).toThrow(/defectives\[0\]/);
    expect(() => npChart({ defectives: [1], size: 0 })).toThrow(/size/);
    expect(() => npChart({ defectives: [1], size: 10, proportion: -1 })).toThrow(/proportion/);
  });
});
