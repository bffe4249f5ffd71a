import { describe, expect, it } from 'vitest';
import { xbarRChart } from '../../../../src/calc/quality/control/xbar-r-chart.ts';
import { xbarSChart } from '../../../../src/calc/quality/control/xbar-s-chart.ts';

const groups = [
  [10, 12, 14],
  [11, 11, 11],
  [9, 13, 11],
];

describe('xbarSChart', () => {
  it('手算：标准差 2、0、2，S̄ = 4/3；c4(3) = √π/2', () => {
    const r = xbarSChart({ subgroups: groups });
    const sbar = 4 / 3;
    const c4 = Math.sqrt(Math.PI) / 2;
    expect(r.deviations.center).toBeCloseTo(sbar, 12);
    expect(r.sigma).toBeCloseTo(sbar / c4, 12);
    expect(r.means.upper).toBeCloseTo(34 / 3 + (3 * sbar) / (c4 * Math.sqrt(3)), 10);
    expect(r.deviations.upper).toBeCloseTo(sbar + (3 * sbar * Math.sqrt(1 - c4 * c4)) / c4, 10);
    expect(r.deviations.lower).toBe(0);
  });
  it('子组大小为 2 时与 X̄–R 图一致（s = R/√2）', () => {
    const pairs = [
      [1, 4],
      [2, 2],
      [6, 1],
      [3, 5],
    ];
    const s = xbarSChart({ subgroups: pairs });
    const r = xbarRChart({ subgroups: pairs });
    expect(s.means.upper).toBeCloseTo(r.means.upper, 9);
    expect(s.sigma).toBeCloseTo(r.sigma, 9);
    expect(s.deviations.upper * Math.SQRT2).toBeCloseTo(r.ranges.upper, 9);
  });
  it('第二阶段只用已定的限；全相同不报警', () => {
    const r = xbarSChart({
      subgroups: groups,
      newSubgroups: [
        [50, 51, 49],
        [0, 11, 22],
      ],
    });
    expect(r.newMeanSignals).toEqual([4]);
    expect(r.newDeviationSignals).toEqual([5]);
    const flat = xbarSChart({ subgroups: Array.from({ length: 6 }, () => [0.3, 0.3, 0.3]) });
    expect(flat.meanSignals).toEqual([]);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => xbarSChart({ subgroups: [[1]] })).toThrow(/subgroups\[0\]/);
    expect(() => xbarSChart({ subgroups: groups, newSubgroups: [[1, 2]] })).toThrow(/newSubgroups/);
    expect(() => xbarSChart({ subgroups: groups, sigmas: -3 })).toThrow(/sigmas/);
  });
});
