import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  setCovering,
  setCoveringExact,
  setCoveringFromList,
} from '../../../src/calc/location/set-covering.ts';
import { instances } from './network-instances.ts';

test('手算：六个社区的覆盖清单，最少两站', () => {
  // 站 1 覆盖 0,1,2，站 4 覆盖 3,4,5，一站覆盖不了六个
  const result = setCoveringFromList({
    covers: [[0, 1], [1, 2], [1], [3, 4], [4], [4, 5]],
    sites: 6,
  });
  expect(result).toMatchObject({ sites: [1, 4], cost: 2, proven: true });
});

describe.each(instances)('$name', ({ distances, radius, setCovering: optimum }) => {
  test('精确解等于已证最优，快速下界不越过', async () => {
    expect(await setCoveringExact({ distances, radius })).toMatchObject({
      cost: optimum,
      proven: true,
    });
    const fast = setCovering({ distances, radius });
    expect(fast.lowerBound).toBeLessThanOrEqual(optimum);
    expect(fast.cost).toBeGreaterThanOrEqual(optimum);
  });
});

test('带费用的随机小实例：精确解等于枚举', async () => {
  const instance = fc.tuple(
    fc.array(fc.integer({ min: 1, max: 127 }), { minLength: 1, maxLength: 9 }),
    fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 7, maxLength: 7 }),
  );
  await fc.assert(
    fc.asyncProperty(instance, async ([masks, costs]) => {
      const distances = masks.map((mask) => costs.map((_, j) => (mask & (1 << j) ? 1 : 3)));
      let best = Infinity;
      for (let open = 1; open < 128; open++)
        if (masks.every((mask) => mask & open))
          best = Math.min(
            best,
            costs.reduce((sum, c, j) => (open & (1 << j) ? sum + c : sum), 0),
          );
      const exact = await setCoveringExact({ distances, radius: 2, costs });
      expect(exact.cost).toBeCloseTo(best, 9);
      expect(exact.lowerBound).toBeLessThanOrEqual(best + 1e-9);
    }),
    { numRuns: 60 },
  );
});

test('距离恰等于半径算覆盖，0.1+0.2 也算够得着 0.3', () => {
  expect(setCovering({ distances: [[0.1 + 0.2]], radius: 0.3 }).cost).toBe(1);
});

test('不可行：指名哪个需求够不着，不抛错', () => {
  expect(
    setCovering({
      distances: [
        [0, 9],
        [9, 0],
        [7, 8],
      ],
      radius: 2,
    }),
  ).toMatchObject({
    cost: Infinity,
    sites: [],
    uncoverable: [2],
    proven: true,
  });
});

test('坏输入报出参数名', () => {
  expect(() => setCovering({ distances: [[0]], radius: -1 })).toThrow(/radius/);
  expect(() => setCovering({ distances: [[0]], radius: 1, costs: [0] })).toThrow(/costs\[0\]/);
  expect(() => setCovering({ distances: [[0]], radius: 1, costs: [1, 2] })).toThrow(/costs/);
  expect(() => setCoveringFromList({ covers: [[3]], sites: 2 })).toThrow(/covers\[0\]/);
});
