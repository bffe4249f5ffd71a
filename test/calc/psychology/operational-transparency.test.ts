import { describe, expect, it } from 'vitest';
import { minimize } from '../../../src/calc/core/roots.ts';
import { operationalTransparency } from '../../../src/calc/psychology/operational-transparency.ts';

describe('operationalTransparency', () => {
  it('手算：a=0.1、b=3、τ=5，等 10、透明 0.5', () => {
    // −1 + 1.5 × (1 − e^−2) = 0.29700
    const r = operationalTransparency({
      wait: 10,
      transparency: 0.5,
      waitCost: 0.1,
      effortValue: 3,
      effortTime: 5,
    });
    expect(r.value).toBeCloseTo(-1 + 1.5 * (1 - Math.exp(-2)), 12);
    expect(r.blankValue).toBeCloseTo(-1, 12);
  });
  it('30 秒看得见的努力胜过 0 秒空白，也胜过 30 秒空白', () => {
    const shown = operationalTransparency({ wait: 30, transparency: 1 });
    expect(shown.value).toBeGreaterThan(shown.instantValue);
    expect(shown.value).toBeGreaterThan(shown.blankValue);
  });
  it('最佳等待处价值最高', () => {
    const { bestWait } = operationalTransparency({ wait: 0, transparency: 0.7 });
    const found = minimize({
      f: (wait) => -operationalTransparency({ wait, transparency: 0.7 }).value,
      low: 0,
      high: 200,
    });
    expect(bestWait).toBeCloseTo(found.argument, 4);
  });
  it('不透明时不值得等；等待无成本时越久越好；等待 0 时透明不起作用', () => {
    expect(operationalTransparency({ wait: 9, transparency: 0 }).bestWait).toBe(0);
    expect(operationalTransparency({ wait: 9, transparency: 1, waitCost: 0 }).bestWait).toBe(
      Infinity,
    );
    expect(operationalTransparency({ wait: 9, transparency: 1, waitCost: 99 }).bestWait).toBe(0);
    expect(operationalTransparency({ wait: 0, transparency: 1, baseValue: 3 }).value).toBe(3);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => operationalTransparency({ wait: -1, transparency: 1 })).toThrow(/wait/);
    expect(() => operationalTransparency({ wait: 1, transparency: 2 })).toThrow(/transparency/);
    expect(() => operationalTransparency({ wait: 1, transparency: 1, effortTime: 0 })).toThrow(
      /effortTime/,
    );
  });
});
