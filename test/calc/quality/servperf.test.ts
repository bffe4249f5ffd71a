import { describe, expect, it } from 'vitest';
import { servperf } from '../../../src/calc/quality/servperf.ts';
import { servqual } from '../../../src/calc/quality/servqual.ts';

describe('servperf', () => {
  it('手算：(5×1 + 4.5×2 + 6×1)/4 = 5', () => {
    const r = servperf({ perception: [5, 4.5, 6], importance: [1, 2, 1] });
    expect(r.weighted).toBe(5);
    expect(r.unweighted).toBeCloseTo(15.5 / 3, 12);
    expect(r.orderByPerformance).toEqual([1, 0, 2]);
  });
  it('与 SERVQUAL 的改进排序可以不同', () => {
    const perception = [4.6, 5];
    expect(servperf({ perception }).orderByPerformance[0]).toBe(0);
    expect(servqual({ perception, expectation: [4.8, 6.5] }).orderByGap[0]).toBe(1);
  });
  it('期望处处为 0 时 SERVQUAL 退化为 SERVPERF', () => {
    const perception = [3, 6, 4];
    expect(servqual({ perception, expectation: [0, 0, 0] }).unweighted).toBe(
      servperf({ perception }).unweighted,
    );
  });
  it('重要性合计为 0 时加权分没有定义；拒绝空与负权重', () => {
    expect(servperf({ perception: [3], importance: [0] }).weighted).toBeNull();
    expect(() => servperf({ perception: [] })).toThrow(/perception/);
    expect(() => servperf({ perception: [1], importance: [-1] })).toThrow(/importance\[0\]/);
  });
});
