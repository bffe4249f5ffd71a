import { describe, expect, test } from 'vitest';
import {
  maximalCovering,
  maximalCoveringExact,
} from '../../../src/calc/location/maximal-covering.ts';
import { instances, townDistances, towns } from './network-instances.ts';

test.each([
  [0, 9],
  [2, 9],
  [3, 9],
  [5, 4],
])('四镇例：3 km 覆盖，站放 %i km 覆盖 %i 万', (place, covered) => {
  expect(
    maximalCovering({
      distances: townDistances([place]),
      weights: towns.weights,
      siteCount: 1,
      radius: 3,
    }).covered,
  ).toBe(covered);
});

describe.each(instances)(
  '$name',
  ({ distances, weights, siteCount, radius, maximalCovering: optimum }) => {
    test('快速解夹住已证最优；精确解等于它', async () => {
      const fast = maximalCovering({ distances, weights, siteCount, radius });
      expect(fast.covered).toBeLessThanOrEqual(optimum);
      expect(fast.upperBound).toBeGreaterThanOrEqual(optimum);
      expect(fast.gap).toBeLessThanOrEqual(0.05);
      expect(await maximalCoveringExact({ distances, weights, siteCount, radius })).toMatchObject({
        covered: optimum,
        upperBound: optimum,
        proven: true,
      });
    });
  },
);

test('半径为 0 时每站只盖自己：取权重最大的 p 个', async () => {
  const distances = [
    [0, 5, 5],
    [5, 0, 5],
    [5, 5, 0],
  ];
  expect(
    await maximalCoveringExact({ distances, weights: [1, 7, 4], siteCount: 2, radius: 0 }),
  ).toMatchObject({ sites: [1, 2], covered: 11, uncovered: [0] });
});

test('谁也够不着时覆盖为 0', () => {
  expect(maximalCovering({ distances: [[9], [Infinity]], siteCount: 1, radius: 1 })).toMatchObject({
    covered: 0,
    share: 0,
    uncovered: [0, 1],
  });
});

test('坏输入报出参数名', () => {
  expect(() => maximalCovering({ distances: [[0]], siteCount: 1, radius: NaN })).toThrow(/radius/);
  expect(() => maximalCovering({ distances: [[0]], siteCount: 2, radius: 1 })).toThrow(/siteCount/);
  expect(() =>
    maximalCovering({ distances: [[0]], weights: [1, 2], siteCount: 1, radius: 1 }),
  ).toThrow(/weights/);
});
