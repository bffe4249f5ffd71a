import { describe, expect, test } from 'vitest';
import {
  parseFacilityInstance,
  uncapacitated,
  uncapacitatedExact,
} from '../../../src/calc/location/uncapacitated.ts';
import { instances } from './network-instances.ts';

test('手算：开两处 4+5+1+1=11，只开一处 4+1+8=13', () => {
  expect(
    uncapacitated({
      serviceCosts: [
        [1, 8],
        [8, 1],
      ],
      fixedCosts: [4, 5],
    }),
  ).toMatchObject({ sites: [0, 1], cost: 11, fixedCost: 9, proven: true });
  expect(
    uncapacitated({
      serviceCosts: [
        [1, 8],
        [8, 1],
      ],
      fixedCosts: [9, 10],
    }),
  ).toMatchObject({ sites: [0], cost: 18, proven: true });
});

describe.each(instances)('$name', ({ distances, weights, fixedCosts, uncapacitated: optimum }) => {
  test('快速解夹住已证最优；精确解等于它', async () => {
    const serviceCosts = distances.map((row, i) =>
      Array.from(row, (d) => d * (weights[i] as number)),
    );
    const fast = uncapacitated({ serviceCosts, fixedCosts });
    expect(fast.lowerBound).toBeLessThanOrEqual(optimum + 1e-6);
    expect(fast.cost).toBeGreaterThanOrEqual(optimum - 1e-6);
    expect(fast.gap).toBeLessThanOrEqual(0.02);
    expect(await uncapacitatedExact({ serviceCosts, fixedCosts })).toMatchObject({
      cost: optimum,
      proven: true,
    });
  });
});

test('开设费全为 0 时处处开、全为极大时只开一处', async () => {
  const { distances } = instances[0] as (typeof instances)[number];
  expect(
    (await uncapacitatedExact({ serviceCosts: distances, fixedCosts: distances.map(() => 0) }))
      .cost,
  ).toBe(0);
  expect(
    (await uncapacitatedExact({ serviceCosts: distances, fixedCosts: distances.map(() => 1e6) }))
      .sites,
  ).toHaveLength(1);
});

test('有需求谁也服务不了时费用为 Infinity', () => {
  expect(uncapacitated({ serviceCosts: [[1], [Infinity]], fixedCosts: [2] }).cost).toBe(Infinity);
});

test('OR-Library cap 文本：替换非零开设费，免费仓保持免费', () => {
  const text = ' 2 1\n 100 7500. \n 100 0. \n 5 \n 1.5 2.5';
  expect(parseFacilityInstance(text, { fixedCost: 9 })).toEqual({
    fixedCosts: [9, 0],
    serviceCosts: [[1.5, 2.5]],
  });
  expect(() => parseFacilityInstance('2 1\n100')).toThrow(/text/);
});

test('坏输入报出参数名', () => {
  expect(() => uncapacitated({ serviceCosts: [[1, 2]], fixedCosts: [1] })).toThrow(/fixedCosts/);
  expect(() => uncapacitated({ serviceCosts: [[1]], fixedCosts: [-1] })).toThrow(/fixedCosts\[0\]/);
  expect(() => uncapacitated({ serviceCosts: [], fixedCosts: [] })).toThrow(/serviceCosts/);
});

test('费用表有错时报的是调用者给的 serviceCosts', () => {
  expect(() => uncapacitated({ serviceCosts: [[1, 2], [3]], fixedCosts: [1, 2] })).toThrow(
    /^serviceCosts\[1\] must be/,
  );
  expect(() => uncapacitated({ serviceCosts: [[1, -2]], fixedCosts: [1, 2] })).toThrow(
    /^serviceCosts\[0\]\[1\] must be/,
  );
});
