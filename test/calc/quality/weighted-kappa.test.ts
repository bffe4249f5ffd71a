import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../../src/calc/quality/cohen-kappa.ts';
import { weightedKappa } from '../../../src/calc/quality/weighted-kappa.ts';

/** 列联表展开成两串分：第 i 行第 j 列有几个，就有几对（i, j）。 */
const scores = (table: readonly (readonly number[])[]) => {
  const pairs = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1] as const)),
  );
  return { first: pairs.map(([a]) => a), second: pairs.map(([, b]) => b) };
};
const ratings = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 1,
  maxLength: 30,
});
const split = (list: readonly (readonly [number, number])[]) => ({
  first: list.map(([a]) => a),
  second: list.map(([, b]) => b),
});

describe('weightedKappa', () => {
  it('手算：四家店，差一级的有两家', () => {
    // 观察：(0 + 1 + 0 + 1)/4 = 0.5
    // 碰巧，按差几级：第一位 1、2、3、3 对第二位 1、3、3、2，十六对的差合计 0+2+2+1 + 1+1+1+0 + 2+0+0+1 + 2+0+0+1 = 14
    const r = weightedKappa({ first: [1, 2, 3, 3], second: [1, 3, 3, 2] });
    expect(r.agreement).toBe(0.5);
    expect(r.disagreement).toBeCloseTo(0.5, 12);
    expect(r.expected).toBeCloseTo(14 / 16, 12);
    expect(r.kappa).toBeCloseTo(1 - 8 / 14, 12);
  });
  it('有出处的案例：Agresti 的 91 对夫妻四级评分，不加权 0.129、按差几级 0.237', () => {
    const couples = scores([
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ]);
    expect(weightedKappa(couples).kappa).toBeCloseTo(0.2374, 4);
    const names = (list: number[]) => list.map(String);
    expect(
      cohenKappa({ first: names(couples.first), second: names(couples.second) }).kappa,
    ).toBeCloseTo(0.1293, 4);
  });
  it('只有两级时就是科恩 kappa，两种罚法也一样', () => {
    const two = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(1, 2)), { minLength: 1 });
    fc.assert(
      fc.property(two, (list) => {
        const { first, second } = split(list);
        const plain = cohenKappa({ first: first.map(String), second: second.map(String) }).kappa;
        for (const weights of ['linear', 'quadratic'] as const) {
          const { kappa } = weightedKappa({ first, second, weights });
          if (Number.isNaN(plain)) expect(kappa).toBeNaN();
          else expect(kappa).toBeCloseTo(plain, 9);
        }
      }),
    );
  });
  it('平方罚分等于 Lin 的一致性相关系数 2·协方差 ÷（两方差之和 + 均值差的平方）', () => {
    fc.assert(
      fc.property(ratings, (list) => {
        const { first, second } = split(list);
        const { kappa } = weightedKappa({ first, second, weights: 'quadratic' });
        fc.pre(!Number.isNaN(kappa));
        const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
        const [a, b] = [mean(first), mean(second)];
        const covariance = mean(first.map((x, i) => (x - a) * ((second[i] as number) - b)));
        const variances =
          mean(first.map((x) => (x - a) ** 2)) + mean(second.map((x) => (x - b) ** 2));
        expect(kappa).toBeCloseTo((2 * covariance) / (variances + (a - b) ** 2), 9);
      }),
    );
  });
  it('对调两人、分数统统加一个数或乘一个数，都不变', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: -9, max: 9 }), (list, shift) => {
        const { first, second } = split(list);
        const { kappa } = weightedKappa({ first, second });
        fc.pre(!Number.isNaN(kappa));
        expect(weightedKappa({ first: second, second: first }).kappa).toBeCloseTo(kappa, 12);
        const moved = (values: number[]) => values.map((x) => 3 * x + shift);
        expect(weightedKappa({ first: moved(first), second: moved(second) }).kappa).toBeCloseTo(
          kappa,
          9,
        );
      }),
    );
  });
  it('全同是 1；正好相反可以低到 −1；都打同一个分没有定义', () => {
    expect(weightedKappa({ first: [1, 3, 5], second: [1, 3, 5] }).kappa).toBe(1);
    expect(
      weightedKappa({ first: [1, 3, 5], second: [5, 3, 1], weights: 'quadratic' }).kappa,
    ).toBeCloseTo(-1, 12);
    const same = weightedKappa({ first: [4, 4], second: [4, 4] });
    expect([same.agreement, same.disagreement]).toEqual([1, 0]);
    expect(same.kappa).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => weightedKappa({ first: [], second: [] })).toThrow(/first/);
    expect(() => weightedKappa({ first: [1], second: [1, 2] })).toThrow(/second/);
    expect(() => weightedKappa({ first: [1, Number.NaN], second: [1, 2] })).toThrow(/first\[1\]/);
    expect(() => weightedKappa({ first: [1], second: [2], weights: 'cubic' as 'linear' })).toThrow(
      /weights/,
    );
  });
});
