import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateNetwork, shortestDistances } from '../../../src/calc/location/network.ts';
import { pMedian, pMedianExact } from '../../../src/calc/location/p-median.ts';
import { planeDistances } from '../../../src/calc/location/plane-points.ts';
import { instances, townDistances, towns } from './network-instances.ts';

test('四镇例：站放 2 km 平均 2.55（最优）、最远 8；放 5 平均 4.09', () => {
  // 放 2：(5·2+0+2·1+2·8)/11 = 28/11；放 5：(25+6+4+10)/11 = 45/11
  const best = pMedian({
    distances: townDistances([0, 2, 3, 5, 10]),
    weights: towns.weights,
    siteCount: 1,
  });
  expect(best).toMatchObject({ sites: [1], cost: 28, maxDistance: 8, proven: true });
  expect(best.meanDistance).toBeCloseTo(2.55, 2);
  expect(
    pMedian({ distances: townDistances([5]), weights: towns.weights, siteCount: 1 }).meanDistance,
  ).toBeCloseTo(4.09, 2);
});

describe.each(instances)('$name', ({ distances, weights, siteCount, pMedian: optimum }) => {
  test('快速解的下界与费用夹住已证最优，差距不超过 1 %', () => {
    const fast = pMedian({ distances, weights, siteCount });
    expect(fast.lowerBound).toBeLessThanOrEqual(optimum + 1e-6);
    expect(fast.cost).toBeGreaterThanOrEqual(optimum - 1e-6);
    expect(fast.gap).toBeLessThanOrEqual(0.01);
    expect(fast.sites).toHaveLength(siteCount);
  });

  test('精确解等于已证最优', async () => {
    expect(await pMedianExact({ distances, weights, siteCount })).toMatchObject({
      cost: optimum,
      proven: true,
    });
  });
});

/** 小实例逐个枚举。 */
function enumerate(distances: number[][], weights: number[], p: number): number {
  const m = (distances[0] as number[]).length;
  let best = Infinity;
  for (let mask = 1; mask < 1 << m; mask++) {
    const open = Array.from({ length: m }, (_, j) => j).filter((j) => mask & (1 << j));
    if (open.length !== p) continue;
    best = Math.min(
      best,
      distances.reduce(
        (sum, row, i) =>
          sum + (weights[i] as number) * Math.min(...open.map((j) => row[j] as number)),
        0,
      ),
    );
  }
  return best;
}

test('平面小实例（实数距离、含零权重与重合点）：精确解等于枚举，下界不越过', async () => {
  const row = fc.tuple(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 3, maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
      async (rows, p) => {
        const distances = planeDistances({ points: rows.map(([x, y]) => [x, y] as const) });
        const weights = rows.map(([, , w]) => w);
        const optimum = enumerate(distances, weights, p);
        const fast = pMedian({ distances, weights, siteCount: p });
        expect(fast.lowerBound).toBeLessThanOrEqual(optimum + 1e-9 * (1 + optimum));
        const exact = await pMedianExact({ distances, weights, siteCount: p });
        expect(exact.cost).toBeCloseTo(optimum, 9);
        expect(exact.proven).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

test('p 等于候选点数时费用为 0 且已证', () => {
  const { distances } = instances[0] as (typeof instances)[number];
  expect(pMedian({ distances, siteCount: distances.length })).toMatchObject({
    cost: 0,
    gap: 0,
    proven: true,
  });
});

test('网络不连通：p 够时绕开 Infinity，不够时费用为 Infinity 而不抛错', async () => {
  const islands = shortestDistances({
    nodes: 4,
    edges: [
      { from: 0, to: 1, length: 3 },
      { from: 2, to: 3, length: 5 },
    ],
  });
  expect(pMedian({ distances: islands, siteCount: 2 })).toMatchObject({ cost: 8, proven: true });
  expect(pMedian({ distances: islands, siteCount: 1 }).cost).toBe(Infinity);
  expect((await pMedianExact({ distances: islands, siteCount: 1 })).cost).toBe(Infinity);
  // 够不着的需求权重为 0 时不算数
  expect(pMedian({ distances: islands, weights: [1, 1, 0, 0], siteCount: 1 }).cost).toBe(3);
});

test('并列很多（距离全相同）也能停下并证出最优', async () => {
  const distances = Array.from({ length: 30 }, (_, i) =>
    Array.from({ length: 30 }, (_, j) => (i === j ? 0 : 1)),
  );
  expect(await pMedianExact({ distances, siteCount: 7 })).toMatchObject({ cost: 23, proven: true });
});

test('同一种子结果相同；重启不会更差', () => {
  const distances = shortestDistances(generateNetwork({ nodes: 120, edges: 300, seed: 21 }));
  const once = pMedian({ distances, siteCount: 15, restarts: 4, seed: 9 });
  expect(pMedian({ distances, siteCount: 15, restarts: 4, seed: 9 })).toEqual(once);
  expect(once.cost).toBeLessThanOrEqual(pMedian({ distances, siteCount: 15 }).cost * 1.01);
});

test('坏输入报出参数名', async () => {
  expect(() => pMedian({ distances: [[0]], siteCount: 2 })).toThrow(/siteCount/);
  expect(() => pMedian({ distances: [[0, NaN]], siteCount: 1 })).toThrow(/distances\[0\]\[1\]/);
  expect(() => pMedian({ distances: [[0], [1, 2]], siteCount: 1 })).toThrow(/distances\[1\]/);
  expect(() => pMedian({ distances: [[0]], weights: [-1], siteCount: 1 })).toThrow(/weights\[0\]/);
  expect(() => pMedian({ distances: [], siteCount: 1 })).toThrow(/distances/);
  await expect(pMedianExact({ distances: [[0]], siteCount: 0 })).rejects.toThrow(/siteCount/);
});
