import { describe, expect, it } from 'vitest';
import { medianTenure, tenure } from '../../../src/calc/strategy/tenure.ts';

describe('tenure', () => {
  it('流失率从 10 % 降到 5 %，平均年限从 10 年变 20 年', () => {
    expect(tenure(0.8)).toBeCloseTo(5, 10);
    expect(tenure(0.9)).toBeCloseTo(10, 10);
    expect(tenure(0.95)).toBeCloseTo(20, 10);
  });
  it('等于几何分布的期望 Σ r^t', () => {
    let sum = 0;
    for (let t = 0; t < 400; t++) sum += 0.7 ** t;
    expect(tenure(0.7)).toBeCloseTo(sum, 10);
  });
  it('半数流失的期数满足 r^n = 1/2', () => {
    expect(0.83 ** medianTenure(0.83)).toBeCloseTo(0.5, 12);
  });
  it('永不流失为无穷大，当期即走为 1 期', () => {
    expect(tenure(1)).toBe(Infinity);
    expect(tenure(0)).toBe(1);
    expect(medianTenure(1)).toBe(Infinity);
    expect(medianTenure(0)).toBe(0);
  });
  it('拒绝越界的留存率', () => {
    expect(() => tenure(1.01)).toThrow(/retention/);
    expect(() => medianTenure(-0.1)).toThrow(/retention/);
  });
});
