import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../../src/calc/quality/cohen-kappa.ts';

/** 列联表里的每一格展开成一对一对的编码。 */
const pairs = (table: Record<string, number>) => {
  const both = Object.entries(table).flatMap(([cell, count]) =>
    Array.from({ length: count }, () => cell.split('') as [string, string]),
  );
  return { first: both.map(([a]) => a), second: both.map(([, b]) => b) };
};

describe('cohenKappa', () => {
  it('手算：50 份申请，两人都“是”20、都“否”15，其余 5 与 10 不一致', () => {
    // pₒ = 35/50 = 0.7；pₑ = (25/50)(30/50) + (25/50)(20/50) = 0.5；κ = 0.2/0.5 = 0.4
    const r = cohenKappa(pairs({ yy: 20, yn: 5, ny: 10, nn: 15 }));
    expect(r.agreement).toBeCloseTo(0.7, 12);
    expect(r.expected).toBeCloseTo(0.5, 12);
    expect(r.kappa).toBeCloseTo(0.4, 12);
    // √(0.7 × 0.3 ÷ 50) ÷ 0.5 = 0.129615
    expect(r.standardError).toBeCloseTo(Math.sqrt(0.0042) / 0.5, 12);
    // “是”：2 × 20 ÷ (25 + 30)；“否”：2 × 15 ÷ (25 + 20)
    expect(r.categories).toEqual([
      { category: 'y', first: 25, second: 30, both: 20, agreement: 40 / 55 },
      { category: 'n', first: 25, second: 20, both: 15, agreement: 30 / 45 },
    ]);
  });
  it('手算：类别一边倒时，一致率九成而 κ 为负', () => {
    // 各自只把一条归为 b，又不是同一条：pₒ = 18/20，pₑ = (19² + 1)/400 = 0.905
    const r = cohenKappa(pairs({ aa: 18, ab: 1, ba: 1 }));
    expect(r.agreement).toBeCloseTo(0.9, 12);
    expect(r.expected).toBeCloseTo(0.905, 12);
    expect(r.kappa).toBeCloseTo(-0.005 / 0.095, 12);
  });
  it('对调两人不变；与自己比是 1；κ 不大于一致率', () => {
    const codes = fc.array(fc.tuple(fc.constantFrom(...'abcd'), fc.constantFrom(...'abcd')), {
      minLength: 1,
    });
    fc.assert(
      fc.property(codes, (list) => {
        const [first, second] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const [one, other] = [
          cohenKappa({ first, second }),
          cohenKappa({ first: second, second: first }),
        ];
        expect(one.kappa).toBe(other.kappa);
        expect(cohenKappa({ first, second: first }).agreement).toBe(1);
        if (!Number.isNaN(one.kappa)) expect(one.kappa).toBeLessThanOrEqual(one.agreement + 1e-12);
      }),
    );
  });
  it('都归入同一类：一致率 1，κ 没有定义', () => {
    const r = cohenKappa({ first: Array(7).fill('a'), second: Array(7).fill('a') });
    expect([r.agreement, r.expected]).toEqual([1, 1]);
    expect(r.kappa).toBeNaN();
    expect(r.standardError).toBeNaN();
    // 各自只用一类而类别不同：没有一条一致，碰巧也不会一致
    expect(cohenKappa({ first: ['a', 'a'], second: ['b', 'b'] }).kappa).toBe(0);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => cohenKappa({ first: [], second: [] })).toThrow(/first/);
    expect(() => cohenKappa({ first: ['a'], second: ['a', 'b'] })).toThrow(/second/);
    expect(() => cohenKappa({ first: ['a', ''], second: ['a', 'b'] })).toThrow(/first\[1\]/);
  });
});
