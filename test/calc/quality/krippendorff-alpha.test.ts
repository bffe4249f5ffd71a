import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from '../../../src/calc/quality/krippendorff-alpha.ts';

/** Krippendorff (2011) 的例子：四位评分者、十二个对象，有缺分。 */
const byRater = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const published = (byRater[0] as (number | null)[]).map((_, u) =>
  byRater.map((row) => row[u] ?? null),
);
const levels = ['nominal', 'ordinal', 'interval'] as const;
const table = fc.integer({ min: 2, max: 4 }).chain((raters) =>
  fc.array(
    fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 }), {
      minLength: raters,
      maxLength: raters,
    }),
    { minLength: 1, maxLength: 12 },
  ),
);

describe('krippendorffAlpha', () => {
  it('手算：三家店、两人，一家不一致', () => {
    // n = 6，三个 1、三个 2。Dₒ = 2/6；Dₑ = 2·3·3/(6·5) = 18/30；α = 1 − (1/3)/(3/5) = 4/9
    const r = krippendorffAlpha({
      ratings: [
        [1, 1],
        [2, 2],
        [1, 2],
      ],
    });
    expect([r.units, r.values]).toEqual([3, 6]);
    expect(r.disagreement).toBeCloseTo(1 / 3, 12);
    expect(r.expected).toBeCloseTo(3 / 5, 12);
    expect(r.alpha).toBeCloseTo(4 / 9, 12);
    expect(r.disagreementByUnit).toEqual([0, 0, 1]);
  });
  it('有出处的案例：类别 0.743、等级 0.815、分数 0.849', () => {
    const values = levels.map((level) => krippendorffAlpha({ ratings: published, level }));
    expect(values.map(({ alpha }) => alpha.toFixed(3))).toEqual(['0.743', '0.815', '0.849']);
    // 最后一个对象只有一人打过分，不计
    expect([values[0]?.units, values[0]?.values]).toEqual([11, 40]);
    expect(values[0]?.disagreementByUnit[11]).toBeNaN();
  });
  it('评分者对调、对象换次序、加一行没有人比得了的对象，都不变', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...levels), (ratings, level) => {
        const { alpha } = krippendorffAlpha({ ratings, level });
        fc.pre(!Number.isNaN(alpha));
        const same = (other: (number | null)[][]) =>
          expect(krippendorffAlpha({ ratings: other, level }).alpha).toBeCloseTo(alpha, 9);
        same(ratings.map((row) => row.toReversed()));
        same(ratings.toReversed());
        same([...ratings, (ratings[0] as (number | null)[]).map((_, r) => (r === 0 ? 3 : null))]);
      }),
    );
  });
  it('只有两种分时三种性质相同；不大于 1；分数的间隔拉大一倍，分数的 α 不变', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const two = ratings.map((row) => row.map((value) => value && Math.min(value, 2)));
        const alphas = levels.map((level) => krippendorffAlpha({ ratings: two, level }).alpha);
        fc.pre(!alphas.some(Number.isNaN));
        for (const alpha of alphas) {
          expect(alpha).toBeCloseTo(alphas[0] as number, 9);
          expect(alpha).toBeLessThanOrEqual(1);
        }
      }),
    );
    const wide = published.map((row) => row.map((value) => value && 2 * value + 7));
    expect(krippendorffAlpha({ ratings: wide, level: 'interval' }).alpha).toBeCloseTo(
      krippendorffAlpha({ ratings: published, level: 'interval' }).alpha,
      12,
    );
  });
  it('全同是 1；人人同一个分、没有一个比得了时没有定义', () => {
    expect(
      krippendorffAlpha({
        ratings: [
          [1, 1],
          [3, 3],
        ],
        level: 'ordinal',
      }).alpha,
    ).toBe(1);
    const flat = krippendorffAlpha({
      ratings: [
        [2, 2],
        [2, 2],
      ],
    });
    expect([flat.disagreement, flat.expected]).toEqual([0, 0]);
    expect(flat.alpha).toBeNaN();
    const alone = krippendorffAlpha({
      ratings: [
        [1, null],
        [null, 2],
      ],
    });
    expect([alone.units, alone.values]).toEqual([0, 0]);
    expect(alone.alpha).toBeNaN();
    expect(alone.disagreement).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => krippendorffAlpha({ ratings: [] })).toThrow(/ratings/);
    expect(() => krippendorffAlpha({ ratings: [[]] })).toThrow(/ratings\[0\]/);
    expect(() => krippendorffAlpha({ ratings: [[1, 2], [1]] })).toThrow(/ratings\[1\]/);
    expect(() => krippendorffAlpha({ ratings: [[1, Infinity]] })).toThrow(/ratings\[0\]\[1\]/);
    expect(() => krippendorffAlpha({ ratings: [[1, 2]], level: 'ratio' as 'nominal' })).toThrow(
      /level/,
    );
  });
});
