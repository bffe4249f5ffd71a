import { describe, expect, it } from 'vitest';
import { cChart } from '../../../../src/calc/quality/control/c-chart.ts';
import { uChart } from '../../../../src/calc/quality/control/u-chart.ts';

describe('uChart', () => {
  it('手算：缺陷 18、面积 9，ū = 2；面积 4 的限 2 ± 3√(2/4)', () => {
    const r = uChart({ counts: [10, 5, 3], sizes: [4, 3, 2] });
    expect(r.center).toBe(2);
    expect(r.limits[0]!.upper).toBeCloseTo(2 + 3 * Math.sqrt(0.5), 12);
    expect(r.limits[0]!.lower).toBe(0);
    expect(r.points[1]).toBeCloseTo(5 / 3, 12);
  });
  it('面积为 1 时就是 c 图', () => {
    const counts = [4, 7, 3, 30, 6];
    const u = uChart({ counts, sizes: 1 });
    const c = cChart({ counts });
    expect(u.limits[0]!.upper).toBeCloseTo(c.limits.upper, 12);
    expect(u.signals).toEqual(c.signals);
  });
  it('面积越大限越窄，同样的率可以在大样本里越限', () => {
    const r = uChart({ counts: [3, 300], sizes: [1, 100], center: 2 });
    expect(r.signals).toEqual([2]);
  });
  it('面积可为小数，全为 0 不报警', () => {
    expect(uChart({ counts: [0, 0], sizes: [0.5, 2.5] }).signals).toEqual([]);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => uChart({ counts: [], sizes: 1 })).toThrow(/counts/);
    expect(() => uChart({ counts: [1], sizes: [0] })).toThrow(/sizes\[0\]/);
    expect(() => uChart({ counts: [1, 2], sizes: [1] })).toThrow(/sizes/);
    expect(() => uChart({ counts: [1], sizes: 1, sigmas: 0 })).toThrow(/sigmas/);
  });
});
