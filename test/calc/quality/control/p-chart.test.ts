import { describe, expect, it } from 'vitest';
import { npChart } from '../../../../src/calc/quality/control/np-chart.ts';
import { pChart } from '../../../../src/calc/quality/control/p-chart.ts';

describe('pChart', () => {
  it('第 7 章的数：n = 200、p̄ = 3 %，上限 6.62 %，下限取 0', () => {
    const r = pChart({ defectives: [6], sizes: 200, center: 0.03 });
    expect(r.limits[0]!.upper).toBeCloseTo(0.0662, 4);
    expect(r.limits[0]!.upper).toBeCloseTo(0.03 + 3 * Math.sqrt((0.03 * 0.97) / 200), 12);
    expect(r.limits[0]!.lower).toBe(0);
  });
  it('样本量不等：中心线按总数合并，限随样本量变窄', () => {
    // (5 + 20) / (100 + 250) = 1/14
    const r = pChart({ defectives: [5, 20], sizes: [100, 250] });
    expect(r.center).toBeCloseTo(1 / 14, 12);
    expect(r.limits[1]!.upper).toBeCloseTo(1 / 14 + 3 * Math.sqrt(13 / 196 / 250), 12);
    expect(r.limits[1]!.upper).toBeLessThan(r.limits[0]!.upper);
  });
  it('橙汁罐（Montgomery）：第 15、23 个样本越限', () => {
    const defectives = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
      7, 13, 9, 6,
    ];
    expect(pChart({ defectives, sizes: 50 }).signals).toEqual([15, 23]);
  });
  it('等样本时与 np 图报同样的点', () => {
    const defectives = [1, 0, 2, 14, 3, 1, 0];
    expect(pChart({ defectives, sizes: 60 }).signals).toEqual(
      npChart({ defectives, size: 60 }).signals,
    );
  });
  it('全合格、全不合格都不报警，限不出 [0, 1]', () => {
    const none = pChart({ defectives: [0, 0], sizes: 5 });
    expect(none.limits[0]).toEqual({ center: 0, lower: 0, upper: 0 });
    expect(none.signals).toEqual([]);
    expect(pChart({ defectives: [5, 5], sizes: 5 }).signals).toEqual([]);
    expect(pChart({ defectives: [4, 5], sizes: 5 }).limits[0]!.upper).toBe(1);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => pChart({ defectives: [], sizes: 5 })).toThrow(/defectives/);
    expect(() => pChart({ defectives: [6], sizes: 5 })).toThrow(/defectives\[0\]/);
    expect(() => pChart({ defectives: [1.5], sizes: 5 })).toThrow(/defectives\[0\]/);
    expect(() => pChart({ defectives: [1], sizes: 0 })).toThrow(/sizes/);
    expect(() => pChart({ defectives: [1], sizes: [5, 5] })).toThrow(/sizes/);
    expect(() => pChart({ defectives: [1], sizes: 5, center: 1.2 })).toThrow(/center/);
  });
});
