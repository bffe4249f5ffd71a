import { expect, test } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { buildSitingProblem, sitingCost } from '../../../src/calc/location/siting-problem.ts';
import { searchSites, solveSites } from '../../../src/calc/location/siting-search.ts';

function instance(input: { seed: number; demands: number; sites: number; count: number | null }) {
  const { seed, demands, sites, count } = input;
  const random = createRandom(seed);
  const points = Array.from({ length: demands + sites }, () => [
    random.uniform(),
    random.uniform(),
  ]);
  const at = (i: number) => points[i] as [number, number];
  return buildSitingProblem({
    demands,
    sites,
    cost: (i, j) =>
      Math.round(100 * Math.hypot(at(i)[0] - at(demands + j)[0], at(i)[1] - at(demands + j)[1])),
    fixed: Array.from({ length: sites }, () => (count === null ? random.integer(20, 90) : 0)),
    count,
  });
}

test.each([1, 2, 3])('下界 ≤ 最优 ≤ 费用，报的费用就是所选点的费用（种子 %i）', async (seed) => {
  for (const count of [2, 5, null]) {
    const problem = instance({ seed, demands: 40, sites: 15, count });
    const fast = searchSites(problem);
    const exact = await solveSites(problem);
    expect(exact.proven).toBe(true);
    expect(fast.lowerBound).toBeLessThanOrEqual(exact.cost);
    expect(fast.cost).toBeGreaterThanOrEqual(exact.cost);
    expect(sitingCost(problem, fast.open)).toBe(fast.cost);
    expect(fast.open).toEqual([...new Set(fast.open)].sort((a, b) => a - b));
    if (count !== null) expect(fast.open).toHaveLength(count);
  }
});

test('同一种子得同一结果，重启不会更差', () => {
  const problem = instance({ seed: 9, demands: 60, sites: 30, count: 6 });
  const once = searchSites(problem, { restarts: 4, seed: 5 });
  expect(searchSites(problem, { restarts: 4, seed: 5 }).open).toEqual(once.open);
  expect(once.cost).toBeLessThanOrEqual(searchSites(problem).cost);
});

test('到迭代上限就停，差距照报', () => {
  const problem = instance({ seed: 4, demands: 60, sites: 30, count: 6 });
  const short = searchSites(problem, { maxIterations: 3 });
  expect(short.iterations).toBeLessThanOrEqual(3);
  expect(short.gap).toBeCloseTo((short.cost - short.lowerBound) / short.cost, 12);
});

test('有需求谁也够不着：费用与下界都是 Infinity，算已证', () => {
  const problem = buildSitingProblem({
    demands: 2,
    sites: 2,
    cost: (i, j) => (i === 1 ? Infinity : j + 1),
    count: 1,
  });
  const { cost, lowerBound, proven } = searchSites(problem);
  expect([cost, lowerBound, proven]).toEqual([Infinity, Infinity, true]);
});
