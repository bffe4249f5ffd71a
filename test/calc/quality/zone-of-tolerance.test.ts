import { describe, expect, it } from 'vitest';
import { zoneOfTolerance } from '../../../src/calc/quality/zone-of-tolerance.ts';

describe('zoneOfTolerance', () => {
  it('手算：感知 5.5、适当 5、理想 6.5', () => {
    expect(zoneOfTolerance({ perceived: 5.5, adequate: 5, desired: 6.5 })).toEqual({
      adequacy: 0.5,
      superiority: -1,
      width: 1.5,
      position: 'within',
    });
  });
  it('适当度减优越度等于区间宽度', () => {
    const r = zoneOfTolerance({ perceived: 3.2, adequate: 4.1, desired: 6.6 });
    expect(r.adequacy - r.superiority).toBeCloseTo(r.width, 12);
    expect(r.position).toBe('below');
  });
  it('恰在两端算之内，区间可以缩成一点', () => {
    expect(zoneOfTolerance({ perceived: 5, adequate: 5, desired: 5 }).position).toBe('within');
    expect(zoneOfTolerance({ perceived: 6, adequate: 5, desired: 5 }).position).toBe('above');
  });
  it('拒绝理想低于适当与非有限数', () => {
    expect(() => zoneOfTolerance({ perceived: 5, adequate: 6, desired: 5 })).toThrow(/desired/);
    expect(() => zoneOfTolerance({ perceived: NaN, adequate: 4, desired: 5 })).toThrow(/perceived/);
  });
});
