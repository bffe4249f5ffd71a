import { describe, expect, it } from 'vitest';
import { pointsOutside } from '../../../../src/calc/quality/control/control-limits.ts';

describe('pointsOutside', () => {
  it('序号从 1 起，恰在限上不算', () => {
    expect(pointsOutside([0, 8, 8.001, -0.001], { center: 4, lower: 0, upper: 8 })).toEqual([3, 4]);
  });
  it('每点可有自己的限，编号可接着前一阶段', () => {
    const limits = [
      { center: 1, lower: 0, upper: 2 },
      { center: 1, lower: 0.5, upper: 1.5 },
    ];
    expect(pointsOutside([1.8, 1.8], limits, 11)).toEqual([12]);
  });
  it('舍入误差内的越出不算', () => {
    expect(pointsOutside([0.1 + 0.2], { center: 0.3, lower: 0.3, upper: 0.3 })).toEqual([]);
  });
  it('没有点就没有报警；限的个数不符则拒绝', () => {
    expect(pointsOutside([], { center: 0, lower: 0, upper: 0 })).toEqual([]);
    expect(() => pointsOutside([1, 2], [{ center: 1, lower: 0, upper: 2 }])).toThrow(/limits/);
  });
});
