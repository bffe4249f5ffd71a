import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xbarRChart } from '../../../../src/calc/quality/control/xbar-r-chart.ts';

const groups = [
  [10, 12],
  [11, 11],
  [9, 13],
];

describe('xbarRChart', () => {
  it('手算：均值 11、11、11，极差 2、0、4，R̄ = 2；A2(2) = 3√π/(2√2)', () => {
    const r = xbarRChart({ subgroups: groups });
    const a2 = (3 * Math.sqrt(Math.PI)) / (2 * Math.SQRT2);
    expect(r.means.center).toBe(11);
    expect(r.ranges.center).toBe(2);
    expect(r.means.upper).toBeCloseTo(11 + 2 * a2, 10);
    expect(r.means.lower).toBeCloseTo(11 - 2 * a2, 10);
    expect(r.ranges.lower).toBe(0);
    expect(r.sigma).toBeCloseTo(Math.sqrt(Math.PI), 10);
  });
  it('第二阶段用第一阶段的限，序号接着排，新点不影响限', () => {
    const r = xbarRChart({
      subgroups: groups,
      newSubgroups: [
        [11, 12],
        [30, 31],
        [1, 21],
      ],
    });
    expect(r.means).toEqual(xbarRChart({ subgroups: groups }).means);
    expect(r.newMeanSignals).toEqual([5]);
    expect(r.newRangeSignals).toEqual([6]);
    expect(r.meanPoints).toHaveLength(6);
  });
  it('平移与缩放数据，限随之平移与缩放，报警不变', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 10,
        }),
        (subgroups) => {
          const a = xbarRChart({ subgroups });
          const b = xbarRChart({ subgroups: subgroups.map((g) => g.map((x) => 3 * x + 7)) });
          expect(b.means.upper).toBeCloseTo(3 * a.means.upper + 7, 8);
          expect(b.ranges.upper).toBeCloseTo(3 * a.ranges.upper, 8);
          expect(b.sigma).toBeCloseTo(3 * a.sigma, 8);
        },
      ),
    );
  });
  it('全相同的小数不因舍入报警', () => {
    const same = Array.from({ length: 7 }, () => [0.1, 0.1, 0.1]);
    const r = xbarRChart({ subgroups: same });
    expect(r.meanSignals).toEqual([]);
    expect(r.rangeSignals).toEqual([]);
    expect(r.sigma).toBe(0);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => xbarRChart({ subgroups: [] })).toThrow(/subgroups/);
    expect(() =>
      xbarRChart({
        subgroups: [
          [1, 2],
          [1, NaN],
        ],
      }),
    ).toThrow(/subgroups\[1\]\[1\]/);
    expect(() => xbarRChart({ subgroups: groups, newSubgroups: [[1, 2, 3]] })).toThrow(
      /newSubgroups/,
    );
    expect(() => xbarRChart({ subgroups: groups, sigmas: 0 })).toThrow(/sigmas/);
  });
});
