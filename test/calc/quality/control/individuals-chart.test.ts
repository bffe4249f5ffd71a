import { describe, expect, it } from 'vitest';
import { individualsChart } from '../../../../src/calc/quality/control/individuals-chart.ts';

describe('individualsChart', () => {
  it('手算：10、12、11、15 的移动极差 2、1、4，MR̄ = 7/3；限 12 ± 3·MR̄·√π/2', () => {
    const r = individualsChart({ values: [10, 12, 11, 15] });
    const sigma = ((7 / 3) * Math.sqrt(Math.PI)) / 2;
    expect(r.individuals.center).toBe(12);
    expect(r.rangePoints).toEqual([2, 1, 4]);
    expect(r.individuals.upper).toBeCloseTo(12 + 3 * sigma, 10);
    expect(r.individuals.lower).toBeCloseTo(12 - 3 * sigma, 10);
    // D4(2) = 1 + 3·√(2 − 4/π)·√π/2 = 3.2665
    expect(r.movingRanges.upper).toBeCloseTo(3.266531919288601 * (7 / 3), 9);
    expect(r.movingRanges.lower).toBe(0);
  });
  it('单值越限报点本身，移动极差越限报后一点；第二阶段接着编号', () => {
    const calm = Array.from({ length: 20 }, (_, i) => 10 + (i % 2));
    const r = individualsChart({ values: [...calm, 30], newValues: [10, 99] });
    expect(r.signals).toEqual([21]);
    expect(r.rangeSignals).toEqual([21]);
    expect(r.newSignals).toEqual([23]);
  });
  it('全相同不报警；下限可以为负', () => {
    expect(individualsChart({ values: [0.1, 0.1, 0.1] }).signals).toEqual([]);
    expect(individualsChart({ values: [1, 9, 0] }).individuals.lower).toBeLessThan(0);
  });
  it('拒绝少于两个值与非有限值', () => {
    expect(() => individualsChart({ values: [1] })).toThrow(/values/);
    expect(() => individualsChart({ values: [] })).toThrow(/values/);
    expect(() => individualsChart({ values: [1, Infinity] })).toThrow(/values\[1\]/);
    expect(() => individualsChart({ values: [1, 2], newValues: [NaN] })).toThrow(/newValues\[0\]/);
  });
});
