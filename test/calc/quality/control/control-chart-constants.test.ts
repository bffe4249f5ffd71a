import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/calc/core/random.ts';
import { controlChartConstants } from '../../../../src/calc/quality/control/control-chart-constants.ts';

describe('controlChartConstants', () => {
  it('n = 2、3 的闭式：d2 = 2/√π、3/√π；d3(2) = √(2 − 4/π)；c4(2) = √(2/π)', () => {
    expect(controlChartConstants(2).d2).toBeCloseTo(2 / Math.sqrt(Math.PI), 13);
    expect(controlChartConstants(3).d2).toBeCloseTo(3 / Math.sqrt(Math.PI), 13);
    expect(controlChartConstants(2).d3).toBeCloseTo(Math.sqrt(2 - 4 / Math.PI), 12);
    expect(controlChartConstants(2).c4).toBeCloseTo(Math.sqrt(2 / Math.PI), 14);
    // c4(3) = √π/2，c4(5) = √(2/4)·Γ(2.5)/Γ(2) = 0.75·√(π/2)
    expect(controlChartConstants(3).c4).toBeCloseTo(Math.sqrt(Math.PI) / 2, 14);
    expect(controlChartConstants(5).c4).toBeCloseTo(0.75 * Math.sqrt(Math.PI / 2), 14);
  });
  it('独立数值积分（mpmath）给出的 n = 5、20', () => {
    expect(controlChartConstants(5).d2).toBeCloseTo(2.325928947281039, 12);
    expect(controlChartConstants(5).d3).toBeCloseTo(0.86408194109949, 11);
    expect(controlChartConstants(20).d2).toBeCloseTo(3.734950119596641, 12);
    expect(controlChartConstants(20).d3).toBeCloseTo(0.7286863457072754, 11);
    expect(controlChartConstants(20).B4).toBeCloseTo(1.4897694105980046, 9);
  });
  it('d2 随 n 增大，d3 随 n 减小（n ≥ 3），c4 趋于 1，D3 与 D4 关于 1 对称', () => {
    const list = [3, 5, 8, 12, 20, 50].map((n) => controlChartConstants(n));
    for (let i = 1; i < list.length; i++) {
      expect(list[i]!.d2).toBeGreaterThan(list[i - 1]!.d2);
      expect(list[i]!.d3).toBeLessThan(list[i - 1]!.d3);
      expect(list[i]!.c4).toBeGreaterThan(list[i - 1]!.c4);
    }
    expect(list[5]!.D3 + list[5]!.D4).toBeCloseTo(2, 12);
  });
  it('与抽样一致：n = 7 的极差均值与标准差（4 个标准误以内）', () => {
    const { d2, d3 } = controlChartConstants(7);
    for (const seed of [5, 6]) {
      const random = createRandom(seed);
      const runs = 20000;
      let sum = 0;
      let squares = 0;
      for (let run = 0; run < runs; run++) {
        let low = Infinity;
        let high = -Infinity;
        for (let i = 0; i < 7; i++) {
          const value = random.normal(0, 1);
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
        sum += high - low;
        squares += (high - low) ** 2;
      }
      const average = sum / runs;
      expect(Math.abs(average - d2)).toBeLessThan((4 * d3) / Math.sqrt(runs));
      expect(Math.abs(Math.sqrt(squares / runs - average ** 2) - d3)).toBeLessThan(0.02);
    }
  });
  it('n 很大仍稳：c4 ≈ 1 − 1/(4n)，下限系数为正；n 小时下限系数取 0', () => {
    const big = controlChartConstants(1_000_000);
    expect((1 - big.c4) * 4 * 1e6).toBeCloseTo(1, 4);
    expect(big.d3).toBeGreaterThan(0.3);
    expect(big.D3).toBeGreaterThan(0.8);
    expect(controlChartConstants(6).D3).toBe(0);
    expect(controlChartConstants(5).B3).toBe(0);
  });
  it('倍数 L 改变限宽', () => {
    expect(controlChartConstants(4, 2).A2 / controlChartConstants(4).A2).toBeCloseTo(2 / 3, 12);
  });
  it('拒绝 n < 2 与非正倍数', () => {
    expect(() => controlChartConstants(1)).toThrow(/n must be/);
    expect(() => controlChartConstants(2.5)).toThrow(/n must be/);
    expect(() => controlChartConstants(5, 0)).toThrow(/sigmas/);
  });
});
