import { describe, expect, test } from 'vitest';
import { pCenter, pCenterExact } from '../../../src/calc/location/p-center.ts';
import { instances, townDistances } from './network-instances.ts';

test('四镇例：站放 5 km 最远 5（最优）', () => {
  expect(pCenter({ distances: townDistances([0, 2, 3, 5, 10]), siteCount: 1 })).toMatchObject({
    sites: [3],
    radius: 5,
    proven: true,
  });
});

describe.each(instances)('$name', ({ distances, siteCount, pCenter: optimum }) => {
  test('快速解夹住已证最优', () => {
    const fast = pCenter({ distances, siteCount });
    expect(fast.lowerBound).toBeLessThanOrEqual(optimum);
    expect(fast.radius).toBeGreaterThanOrEqual(optimum);
    expect(fast.gap).toBeLessThanOrEqual(0.15);
  });
  test('精确解等于已证最优，且恰好选 p 个点', async () => {
    const exact = await pCenterExact({ distances, siteCount });
    expect(exact).toMatchObject({ radius: optimum, proven: true });
    expect(exact.sites).toHaveLength(siteCount);
  });
});

test('p 等于结点数时半径为 0；不连通且站不够时为 Infinity', async () => {
  const { distances } = instances[0] as (typeof instances)[number];
  expect(pCenter({ distances, siteCount: distances.length }).radius).toBe(0);
  const islands = [
    [0, Infinity],
    [Infinity, 0],
  ];
  expect(await pCenterExact({ distances: islands, siteCount: 1 })).toMatchObject({
    radius: Infinity,
    proven: true,
  });
  expect((await pCenterExact({ distances: islands, siteCount: 2 })).radius).toBe(0);
});

test('坏输入报出参数名', () => {
  expect(() => pCenter({ distances: [[0]], siteCount: 2 })).toThrow(/siteCount/);
  expect(() => pCenter({ distances: [[-1]], siteCount: 1 })).toThrow(/distances\[0\]\[0\]/);
});
