import { describe, expect, it } from 'vitest';
import { serviceQualityIndex } from '../../../src/calc/quality/service-quality-index.ts';

describe('serviceQualityIndex', () => {
  it('手算：10×3 + 1×20 = 50；每千件 50 ÷ 2000 × 1000 = 25', () => {
    const r = serviceQualityIndex(
      [
        { name: '丢件', weight: 10, count: 3 },
        { name: '晚点', weight: 1, count: 20 },
      ],
      2000,
    );
    expect(r.index).toBe(50);
    expect(r.perThousand).toBe(25);
    expect(r.shares[0]).toBeCloseTo(0.6, 12);
  });
  it('合格率相近时，重失误多的指数更高', () => {
    const light = serviceQualityIndex([
      { weight: 10, count: 1 },
      { weight: 1, count: 22 },
    ]).index;
    const heavy = serviceQualityIndex([
      { weight: 10, count: 22 },
      { weight: 1, count: 1 },
    ]).index;
    expect(heavy).toBeGreaterThan(light);
  });
  it('没有失误时指数为 0、占比没有定义', () => {
    const r = serviceQualityIndex([{ weight: 5, count: 0 }]);
    expect(r.index).toBe(0);
    expect(r.shares[0]).toBeNaN();
    expect(r.perThousand).toBeNull();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => serviceQualityIndex([])).toThrow(/failures/);
    expect(() => serviceQualityIndex([{ weight: -1, count: 1 }])).toThrow(/failures\.weight\[0\]/);
    expect(() => serviceQualityIndex([{ weight: 1, count: NaN }])).toThrow(/failures\.count\[0\]/);
    expect(() => serviceQualityIndex([{ weight: 1, count: 1 }], 0)).toThrow(/volume/);
  });
});
