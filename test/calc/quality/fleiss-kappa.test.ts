import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleissKappa } from '../../../src/calc/quality/fleiss-kappa.ts';

describe('fleissKappa', () => {
  it('手算：三条、三人、两类', () => {
    // P = 1、1、(2·1 + 0)/(3·2) = 1/3；P̄ = 7/9
    // p = 5/9、4/9；P̄ₑ = (25 + 16)/81 = 41/81；κ = (63 − 41)/(81 − 41) = 0.55
    const r = fleissKappa([
      [3, 0],
      [0, 3],
      [2, 1],
    ]);
    expect(r.agreementByItem).toEqual([1, 1, 1 / 3]);
    expect(r.agreement).toBeCloseTo(7 / 9, 12);
    expect(r.expected).toBeCloseTo(41 / 81, 12);
    expect(r.kappa).toBeCloseTo(0.55, 12);
  });
  it('手算：十条、十四人、五类的通行例子', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const r = fleissKappa(counts);
    // 列合计 20、28、39、21、32，共 140
    [20, 28, 39, 21, 32].forEach((n, j) => expect(r.shares[j]).toBeCloseTo(n / 140, 12));
    // 第二条：(4 + 36 + 16 + 4 − 14) ÷ (14·13) = 46/182
    expect(r.agreementByItem[1]).toBeCloseTo(46 / 182, 12);
    // Σ 各行平方和 = 828；P̄ = (828 − 140)/1820；P̄ₑ = 4170/19600
    expect(r.agreement).toBeCloseTo(688 / 1820, 12);
    expect(r.expected).toBeCloseTo(4170 / 19600, 12);
    expect(r.kappa).toBeCloseTo(0.21, 3);
  });
  it('κ 是各类 κ 按 p(1 − p) 加权的平均；两类时两个 κ 相同', () => {
    const row = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 6 })));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (counts) => {
        const r = fleissKappa(counts);
        fc.pre(!Number.isNaN(r.kappa));
        let [sum, weight] = [0, 0];
        r.shares.forEach((p, j) => {
          const kappa = r.kappaByCategory[j] as number;
          if (Number.isNaN(kappa)) return;
          sum += p * (1 - p) * kappa;
          weight += p * (1 - p);
        });
        // 各条人数相同时原式成立；人数不同时按条平均，p 仍是全体比例，恒等式照样成立
        expect(r.kappa).toBeCloseTo(sum / weight, 9);
      }),
    );
    const two = fleissKappa([
      [4, 1],
      [2, 3],
      [0, 5],
    ]);
    expect(two.kappaByCategory[0]).toBeCloseTo(two.kappa, 12);
    expect(two.kappaByCategory[1]).toBeCloseTo(two.kappa, 12);
  });
  it('人人同一类时没有定义；只有一人编过的条目不计；没人用过的类别没有 κ', () => {
    const same = fleissKappa([
      [5, 0],
      [5, 0],
    ]);
    expect([same.agreement, same.expected]).toEqual([1, 1]);
    expect(same.kappa).toBeNaN();
    expect(same.kappaByCategory).toEqual([Number.NaN, Number.NaN]);
    const r = fleissKappa([
      [3, 0, 0],
      [0, 3, 0],
      [1, 0, 0],
    ]);
    expect(r.items).toBe(2);
    expect(r.kappa).toBe(1);
    expect(r.agreementByItem[2]).toBeNaN();
    expect(r.kappaByCategory[2]).toBeNaN();
    expect(fleissKappa([[1, 0]]).agreement).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => fleissKappa([])).toThrow(/counts/);
    expect(() => fleissKappa([[1, 2], [1]])).toThrow(/counts\[1\]/);
    expect(() => fleissKappa([[1, -1]])).toThrow(/counts\[0\]\[1\]/);
    expect(() => fleissKappa([[1.5, 1]])).toThrow(/counts\[0\]\[0\]/);
  });
});
