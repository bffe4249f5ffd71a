import { expect, test } from 'vitest';
import { coverageCurve } from '../../../src/calc/location/coverage-curve.ts';
import { maximalCoveringExact } from '../../../src/calc/location/maximal-covering.ts';
import { instances } from './network-instances.ts';

test('手算：各盖各的，按权重 5、3、1 依次加', () => {
  const curve = coverageCurve({
    distances: [
      [0, 9, 9],
      [9, 0, 9],
      [9, 9, 0],
    ],
    weights: [1, 5, 3],
    radius: 1,
  });
  expect(curve.map((point) => point.added)).toEqual([1, 2, 0]);
  expect(curve.map((point) => point.increment)).toEqual([5, 3, 1]);
  expect(curve[2]?.share).toBe(1);
});

test('边际覆盖逐站不增；不低于同站数最优的 1−1/e，不超过上界', async () => {
  const { distances, weights, radius } = instances[0] as (typeof instances)[number];
  const curve = coverageCurve({ distances, weights, radius, maxSites: 8, bounds: true });
  for (const [k, point] of curve.entries()) {
    if (k > 0)
      expect(point.increment).toBeLessThanOrEqual((curve[k - 1]?.increment as number) + 1e-12);
    const best = await maximalCoveringExact({
      distances,
      weights,
      radius,
      siteCount: point.siteCount,
    });
    expect(point.covered).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best.covered - 1e-9);
    expect(point.upperBound).toBeGreaterThanOrEqual(best.covered - 1e-9);
  }
});

test('覆盖满之后继续加站，增量为 0', () => {
  expect(
    coverageCurve({
      distances: [
        [0, 0],
        [0, 0],
      ],
      radius: 0,
    })[1],
  ).toMatchObject({ siteCount: 2, increment: 0, share: 1 });
});

test('坏输入报出参数名', () => {
  expect(() => coverageCurve({ distances: [[0]], radius: 1, maxSites: 0 })).toThrow(/maxSites/);
  expect(() => coverageCurve({ distances: [[0], [1, 1]], radius: 1 })).toThrow(/distances\[1\]/);
});
