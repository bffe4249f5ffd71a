import { describe, expect, it } from 'vitest';
import { profitChainDynamics } from '../../../src/calc/strategy/profit-chain-dynamics.ts';

describe('profitChainDynamics', () => {
  it('单环阶跃响应为 g(1 − e^{−t/τ})', () => {
    const r = profitChainDynamics({ stages: [{ gain: 2, lag: 4 }], investment: Array(10).fill(1) });
    r.times.forEach((t, i) => expect(r.levels[0]![i]).toBeCloseTo(2 * (1 - Math.exp(-t / 4)), 12));
  });
  it('两环串联（τ 不等）符合解析解', () => {
    const [a, b] = [2, 5];
    const r = profitChainDynamics({
      stages: [
        { gain: 1, lag: a },
        { gain: 3, lag: b },
      ],
      investment: Array(12).fill(1),
      step: 1.5,
    });
    r.times.forEach((t, i) => {
      const exact = 3 * (1 - (a * Math.exp(-t / a) - b * Math.exp(-t / b)) / (a - b));
      expect(r.levels[1]![i]).toBeCloseTo(exact, 11);
    });
  });
  it('削减培训费：利润先升后降，最终低于原来', () => {
    const r = profitChainDynamics({
      stages: [
        { name: '员工满意', gain: 1, lag: 3 },
        { name: '顾客满意', gain: 1, lag: 4 },
        { name: '忠诚', gain: 1, lag: 6 },
      ],
      investment: Array(48).fill(-10),
      revenuePerUnit: 2,
    });
    expect(r.profit[0]).toBeCloseTo(10, 12);
    expect(r.profit[3]).toBeGreaterThan(0);
    expect(r.profit[48]).toBeLessThan(0);
    expect(r.steadyProfit).toBeCloseTo(-10, 12);
    for (let t = 1; t < 48; t++) expect(r.profit[t]!).toBeLessThan(r.profit[t - 1]!);
  });
  it('累计利润等于细分步长后的累计（同一投入路径）', () => {
    const stages = [
      { gain: 1, lag: 3 },
      { gain: 2, lag: 1 },
    ];
    const coarse = profitChainDynamics({ stages, investment: [-1, -1, 2, 2], step: 1 });
    const investment = [-1, -1, 2, 2].flatMap((u) => Array<number>(200).fill(u));
    const fine = profitChainDynamics({ stages, investment, step: 1 / 200 });
    expect(coarse.levels[1]![4]).toBeCloseTo(fine.levels[1]![800]!, 9);
    expect(Math.abs(coarse.cumulativeProfit[4]! - fine.cumulativeProfit[800]!)).toBeLessThan(0.3);
  });
  it('滞后为 0 的环立即跟上；滞后远小于步长也不振荡', () => {
    const instant = profitChainDynamics({
      stages: [
        { gain: 2, lag: 0 },
        { gain: 3, lag: 0 },
      ],
      investment: [1, 5],
    });
    expect(instant.levels[1]).toEqual([6, 30, 30]);
    expect(instant.cumulativeProfit[2]).toBeCloseTo(5 + 25, 12);
    const stiff = profitChainDynamics({
      stages: [
        { gain: 1, lag: 1e-6 },
        { gain: 1, lag: 1000 },
      ],
      investment: [1, 1],
    });
    expect(stiff.levels[0]![1]).toBeCloseTo(1, 9);
    expect(stiff.levels[1]![1]! / (1 - Math.exp(-1 / 1000))).toBeCloseTo(1, 5);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => profitChainDynamics({ stages: [], investment: [1] })).toThrow(/stages/);
    expect(() => profitChainDynamics({ stages: [{ gain: 1, lag: -1 }], investment: [1] })).toThrow(
      /stages\[0\]\.lag/,
    );
    expect(() => profitChainDynamics({ stages: [{ gain: 1, lag: 1 }], investment: [] })).toThrow(
      /investment/,
    );
    expect(() =>
      profitChainDynamics({ stages: [{ gain: 1, lag: 1 }], investment: [1], step: 0 }),
    ).toThrow(/step/);
  });
});
