import { describe, expect, it } from 'vitest';
import { funnelExperiment } from '../../../../src/calc/quality/control/funnel-experiment.ts';
import {
  adjustBeyond,
  adjustByHand,
  overAdjustment,
} from '../../../../src/calc/quality/control/over-adjustment.ts';

describe('overAdjustment', () => {
  it('手算：逐点都调，首点 1、以后 2，30 点平均 59/30；偏了 δ 时首点 1 + δ²', () => {
    const r = overAdjustment({ beyond: 0, drops: 30 });
    expect(r.meanSquares[0]).toBe(1);
    for (const each of r.meanSquares.slice(1)) expect(each).toBeCloseTo(2, 6);
    expect(r.ratio).toBeCloseTo(59 / 30, 6);
    expect(r.adjustments).toBeCloseTo(29, 9);
    const off = overAdjustment({ beyond: 0, drops: 10, offset: 2 });
    expect(off.meanSquare).toBeCloseTo((5 + 9 * 2) / 10, 6);
    expect(off.untouched).toBe(5);
  });
  it('手算：两点，越出 1σ 才调：第二点 1 + ∫|x|>1 x²φ(x)dx', () => {
    // ∫|x|>1 x²φ = 2(φ(1) + Φ(−1)) = 2(0.241971 + 0.158655) = 0.801252
    const r = overAdjustment({ beyond: 1, drops: 2 });
    expect(r.meanSquares[1]).toBeCloseTo(1.801252, 2);
    expect(r.adjustments).toBeCloseTo(2 * 0.158655, 5);
  });
  it('30 点：逐点调 1.97 倍，越出 1σ 才调 1.95，2σ 1.60，3σ 1.07', () => {
    const at = (beyond: number) => overAdjustment({ beyond, drops: 30 }).ratio.toFixed(2);
    expect([0, 1, 2, 3].map(at)).toEqual(['1.97', '1.95', '1.60', '1.07']);
  });
  it.each([
    [1, 0],
    [2, 0],
    [2, 1],
    [3, 1.3],
    [0.7, -0.6],
  ])('越出 %fσ、起先偏 %fσ：仿真与理论相差在四个标准误加网格误差之内', (beyond, offset) => {
    const runs = 3000;
    const squares = Array.from(
      { length: runs },
      (_, seed) => adjustBeyond({ beyond, offset, drops: 30, seed: seed + 1 }).meanSquare,
    );
    const mean = squares.reduce((sum, each) => sum + each, 0) / runs;
    const variance = squares.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (runs - 1);
    const { meanSquare } = overAdjustment({ beyond, offset, drops: 30 });
    expect(Math.abs(mean - meanSquare)).toBeLessThan(4 * Math.sqrt(variance / runs) + 0.01);
  });
  it('对得准时，门槛越高越好；从不动手就是 1；偏得远时动手才划算', () => {
    const ratios = [0, 0.5, 1, 2, 3, 4, 9].map(
      (beyond) => overAdjustment({ beyond, drops: 30 }).ratio,
    );
    expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
    expect(ratios.at(-1)).toBeCloseTo(1, 9);
    expect(overAdjustment({ beyond: 0, drops: 30, offset: 1 }).ratio).toBeCloseTo(1, 2);
    expect(overAdjustment({ beyond: 3, drops: 30, offset: 3 }).ratio).toBeLessThan(0.5);
    expect(overAdjustment({ beyond: 9, drops: 30, offset: 40 }).ratio).toBeLessThan(0.05);
  });
  it('极端：一点、门槛接近 0、几百点', () => {
    expect(overAdjustment({ beyond: 2, drops: 1 })).toMatchObject({ ratio: 1, adjustments: 0 });
    expect(overAdjustment({ beyond: 1e-9, drops: 30 }).ratio).toBeCloseTo(59 / 30, 6);
    expect(overAdjustment({ beyond: 3, drops: 400 }).ratio).toBeLessThan(2);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => overAdjustment({ beyond: -1, drops: 3 })).toThrow(/beyond/);
    expect(() => overAdjustment({ beyond: 1, drops: 0 })).toThrow(/drops/);
    expect(() => overAdjustment({ beyond: 1, drops: 3, offset: NaN })).toThrow(/offset/);
  });
});

describe('adjustBeyond 与 adjustByHand', () => {
  it('逐点调就是漏斗规则二，从不调就是规则一，用同一串扰动', () => {
    const rule = (which: 1 | 2) => funnelExperiment({ rule: which, drops: 12, seed: 5, sd: 2 });
    const all = adjustBeyond({ beyond: 0, drops: 12, seed: 5, sd: 2 });
    rule(2).points.forEach((point, i) => expect(all.points[i]).toBeCloseTo(point, 12));
    expect(all.adjustments).toBe(11);
    const none = adjustBeyond({ beyond: 99, drops: 12, seed: 5, sd: 2 });
    expect(none.points).toEqual(rule(1).points);
    expect(none.adjustments).toBe(0);
    expect(adjustByHand({ positions: Array(12).fill(0), seed: 5, sd: 2 })).toEqual(none);
  });
  it('手放在哪里，落点就平移多少', () => {
    const still = adjustByHand({ positions: [0, 0, 0], seed: 3 });
    const moved = adjustByHand({ positions: [0, 1.5, -2], seed: 3 });
    moved.points.forEach((point, i) =>
      expect(point - still.points[i]!).toBeCloseTo(moved.positions[i]!, 12),
    );
    expect(moved.adjustments).toBe(2);
  });
  it('σ 为 0：每点都正中', () => {
    const r = adjustBeyond({ beyond: 1, drops: 3, seed: 1, sd: 0, offset: 2 });
    expect(r.points).toEqual([0, 0, 0]);
    expect(adjustByHand({ positions: [4, 0], seed: 1, sd: 0 }).points).toEqual([4, 0]);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => adjustBeyond({ beyond: -1, drops: 3, seed: 1 })).toThrow(/beyond/);
    expect(() => adjustBeyond({ beyond: 1, drops: 0, seed: 1 })).toThrow(/drops/);
    expect(() => adjustBeyond({ beyond: 1, drops: 3, seed: 1, sd: -1 })).toThrow(/sd/);
    expect(() => adjustBeyond({ beyond: 1, drops: 3, seed: 1, offset: NaN })).toThrow(/offset/);
    expect(() => adjustByHand({ positions: [], seed: 1 })).toThrow(/positions/);
    expect(() => adjustByHand({ positions: [NaN], seed: 1 })).toThrow(/positions\[0\]/);
    expect(() => adjustByHand({ positions: [0], seed: 1, sd: -1 })).toThrow(/sd/);
  });
});
