import { describe, expect, it } from 'vitest';
import { phaseOneLimits } from '../../../../src/calc/quality/control/phase-one-limits.ts';
import { xbarRChart } from '../../../../src/calc/quality/control/xbar-r-chart.ts';

const stable = [
  [5, 6],
  [4, 6],
  [5, 5],
  [6, 4],
  [5, 7],
  [6, 5],
];

describe('phaseOneLimits', () => {
  it('没有越限时一轮就定，等于直接作图', () => {
    const r = phaseOneLimits({ subgroups: stable });
    expect(r.removed).toEqual([]);
    expect(r.iterations).toBe(1);
    expect(r.means).toEqual(xbarRChart({ subgroups: stable }).means);
  });
  it('剔掉离群子组后，限等于只用余下的子组，序号仍按原次序', () => {
    const many = [...stable, ...stable, ...stable];
    const subgroups = [...many.slice(0, 2), [40, 41], ...many.slice(2)];
    for (const spread of ['range', 'deviation'] as const) {
      const r = phaseOneLimits({ subgroups, spread });
      expect(r.removed.flat()).toEqual([3]);
      expect(r.kept).toEqual(subgroups.flatMap((_, i) => (i === 2 ? [] : [i + 1])));
      expect(r.converged).toBe(true);
    }
    expect(phaseOneLimits({ subgroups }).means).toEqual(xbarRChart({ subgroups: many }).means);
  });
  it('一个离群会遮住另一个时，多轮才剔净', () => {
    // 第一轮上限约 8.6，8.2 未越限；剔掉 28 后上限约 7.9，8.2 才露出来
    const subgroups = [...stable, ...stable, ...stable, ...stable, [28, 28], [8.2, 8.2]];
    const r = phaseOneLimits({ subgroups });
    expect(r.removed).toEqual([[25], [26]]);
    expect(r.iterations).toBe(3);
  });
  it('离群大到把其余各点都推出下限时，不把数据剔光，报告未收敛', () => {
    const r = phaseOneLimits({ subgroups: [...stable, [400, 401]] });
    expect(r.converged).toBe(false);
    expect(r.kept).toHaveLength(7);
  });
  it('只许一轮时只看不剔，如实报告未收敛', () => {
    const r = phaseOneLimits({ subgroups: [...stable, [40, 41]], maxRounds: 1 });
    expect(r.removed).toEqual([]);
    expect(r.converged).toBe(false);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => phaseOneLimits({ subgroups: [] })).toThrow(/subgroups/);
    expect(() => phaseOneLimits({ subgroups: stable, maxRounds: 0 })).toThrow(/maxRounds/);
    expect(() => phaseOneLimits({ subgroups: stable, spread: 'x' as 'range' })).toThrow(/spread/);
  });
});
