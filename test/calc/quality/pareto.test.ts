import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pareto } from '../../../src/calc/quality/pareto.ts';

const items = [
  { name: 'priceCode', count: 80 },
  { name: 'scheduleDate', count: 27 },
  { name: 'supplierCode', count: 66 },
  { name: 'contactNum', count: 94 },
  { name: 'partNum', count: 33 },
];

describe('pareto', () => {
  it('排序累计 31.3、58、80、91、100，前三类恰到 80 %', () => {
    const r = pareto(items);
    expect(r.order).toEqual(['contactNum', 'priceCode', 'supplierCode', 'partNum', 'scheduleDate']);
    [31.333333, 58, 80, 91, 100].forEach((v, i) =>
      expect(r.cumulativePercent[i]).toBeCloseTo(v, 5),
    );
    expect(r.vitalFew).toEqual(['contactNum', 'priceCode', 'supplierCode']);
    expect(pareto(items, 81).vitalFew).toHaveLength(4);
  });
  it('累计不减、终于 100', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1 }), (counts) => {
        fc.pre(counts.some((c) => c > 0));
        const r = pareto(counts.map((count, i) => ({ name: String(i), count })));
        r.cumulativePercent.forEach((v, i) =>
          expect(v).toBeGreaterThanOrEqual(i === 0 ? 0 : r.cumulativePercent[i - 1]!),
        );
        expect(r.cumulativePercent.at(-1)).toBeCloseTo(100, 10);
      }),
    );
  });
  it('并列保持输入次序；总数为 0 时没有少数关键', () => {
    expect(
      pareto([
        { name: 'b', count: 2 },
        { name: 'a', count: 2 },
      ]).order,
    ).toEqual(['b', 'a']);
    const none = pareto([{ name: 'a', count: 0 }]);
    expect(none.vitalFew).toEqual([]);
    expect(none.cumulativePercent[0]).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => pareto([])).toThrow(/items/);
    expect(() => pareto([{ name: 'a', count: -1 }])).toThrow(/items\[0\]\.count/);
    expect(() => pareto(items, 120)).toThrow(/cutoff/);
  });
});
