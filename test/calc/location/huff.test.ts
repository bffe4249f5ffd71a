import fc from 'fast-check';
import { expect, test } from 'vitest';
import { huff, huffEntry, huffSales } from '../../../src/calc/location/huff.ts';

test.each([
  [1, [36.6, 24.4, 39.0]],
  [2, [15.2, 20.2, 64.6]],
  [3, [4.8, 12.9, 82.3]],
])('课程算例：面积 3000/1000/800、时间 4/2/1、λ=%i', (beta, percent) => {
  // λ=1：750、500、800，合计 2050 → 36.6/24.4/39.0 %
  const shares = huff({ attractiveness: [3000, 1000, 800], distances: [4, 2, 1], beta });
  shares.forEach((share, j) => expect(100 * share).toBeCloseTo(percent[j] as number, 1));
});

test('距离为 0 的店拿走全部；两家为 0 时按吸引力^α 分', () => {
  expect(huff({ attractiveness: [1, 100], distances: [0, 5] })).toEqual([1, 0]);
  const both = huff({ attractiveness: [1, 3, 100], distances: [0, 0, 5], alpha: 2 });
  expect(both[0]).toBeCloseTo(0.1, 12);
  expect(both[1]).toBeCloseTo(0.9, 12);
  expect(both[2]).toBe(0);
});

test('距离为 0 但吸引力也为 0 的店不算数', () => {
  expect(huff({ attractiveness: [0, 100, 100], distances: [0, 5, 5] })).toEqual([0, 0.5, 0.5]);
});

test('β=0 只看吸引力，α=0 只看距离', () => {
  expect(huff({ attractiveness: [1, 3], distances: [0, 9], beta: 0 })[0]).toBeCloseTo(0.25, 12);
  const near = huff({ attractiveness: [0, 9], distances: [1, 2], alpha: 0, beta: 1 });
  expect(near[0]).toBeCloseTo(2 / 3, 12);
});

test('指数极大时不溢出也不出 NaN', () => {
  const shares = huff({
    attractiveness: [1e6, 2e6],
    distances: [1e-3, 2e-3],
    alpha: 100,
    beta: 200,
  });
  // 比值 2^100 / 2^200 = 2^−100
  expect((shares[1] as number) / 2 ** -100).toBeCloseTo(1, 6);
});

test('概率之和为 1，时间单位怎么换都一样', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 90 })), {
        minLength: 1,
        maxLength: 8,
      }),
      (stores) => {
        const attractiveness = stores.map(([s]) => s);
        const distances = stores.map(([, t]) => t);
        const shares = huff({ attractiveness, distances });
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        huff({ attractiveness, distances: distances.map((t) => t * 60) }).forEach((share, j) =>
          expect(share).toBeCloseTo(shares[j] as number, 10),
        );
      },
    ),
  );
});

test('吸引力全为 0 时比例无定义，返回 NaN', () => {
  expect(huff({ attractiveness: [0, 0], distances: [1, 2] })).toEqual([NaN, NaN]);
});

test('新店入场：销售额守恒，抢自自家 ＋ 抢自对手 ＝ 新店销售额', () => {
  const result = huffEntry({
    attractiveness: [1000, 2500, 4000],
    distancesByZone: [
      [2, 5, 8],
      [6, 3, 4],
    ],
    spendingByZone: [120000, 300000],
    ownStores: [0, 2],
    newStore: { attractiveness: 800, distances: [1, 5] },
  });
  expect(result.salesAfter.reduce((a, b) => a + b, 0)).toBeCloseTo(420000, 6);
  expect(result.fromOwnStores + result.fromRivals).toBeCloseTo(result.newStoreSales, 8);
  expect(result.cannibalizationRate).toBeGreaterThan(0);
  expect(result.cannibalizationRate).toBeLessThan(1);
  // 手算：两地三店同吸引力同距，新店从每家各抢 300/2−300/3 = 50
  const even = huffEntry({
    attractiveness: [10, 10],
    distancesByZone: [[1, 1]],
    spendingByZone: [300],
    ownStores: [1],
    newStore: { attractiveness: 10, distances: [1] },
  });
  expect(even.fromOwnStores).toBeCloseTo(50, 10);
  expect(even.chainGain).toBeCloseTo(50, 10);
});

test('坏输入报出参数名', () => {
  expect(() => huff({ attractiveness: [1], distances: [1, 2] })).toThrow(/distances/);
  expect(() => huff({ attractiveness: [-1], distances: [1] })).toThrow(/attractiveness\[0\]/);
  expect(() => huff({ attractiveness: [1], distances: [1], beta: -1 })).toThrow(/beta/);
  expect(() =>
    huffSales({ attractiveness: [1], distancesByZone: [[1]], spendingByZone: [1, 2] }),
  ).toThrow(/spendingByZone/);
  expect(() =>
    huffEntry({
      attractiveness: [1],
      distancesByZone: [[1]],
      spendingByZone: [1],
      ownStores: [1],
      newStore: { attractiveness: 1, distances: [1] },
    }),
  ).toThrow(/ownStores/);
});
