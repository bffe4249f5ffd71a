import { expect, test } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { branchSites } from '../../../src/calc/location/siting-branch.ts';
import { buildSitingProblem, sitingCost } from '../../../src/calc/location/siting-problem.ts';

const sites = 8;
const demands = 14;

function instance(seed: number, count: number | null) {
  const random = createRandom(seed);
  const table = Array.from({ length: demands }, () =>
    Array.from({ length: sites }, () => random.integer(1, 60)),
  );
  const fixed = Array.from({ length: sites }, () => (count === null ? random.integer(5, 80) : 0));
  return buildSitingProblem({ demands, sites, cost: (i, j) => table[i]?.[j] ?? 0, fixed, count });
}

function cheapest(problem: ReturnType<typeof instance>): number {
  let best = Infinity;
  for (let set = 1; set < 2 ** sites; set++) {
    const open = Array.from({ length: sites }, (_, j) => j).filter((j) => set & (2 ** j));
    if (problem.count === null || open.length === problem.count)
      best = Math.min(best, sitingCost(problem, open));
  }
  return best;
}

/** 故意从差的起点出发：前几个点、全为 0 的乘子。 */
const poorStart = (problem: ReturnType<typeof instance>) => {
  const open = Array.from({ length: problem.count ?? sites }, (_, j) => j);
  return { open, cost: sitingCost(problem, open), multipliers: new Float64Array(demands) };
};

test.each([1, 2, 3, 4, 5, 6])('与逐一列举同值，起点再差也一样（种子 %i）', (seed) => {
  for (const count of [1, 3, null]) {
    const problem = instance(seed, count);
    const found = branchSites(problem, poorStart(problem), 10_000);
    expect(found.proven).toBe(true);
    expect(found.cost).toBe(cheapest(problem));
    expect(sitingCost(problem, found.open)).toBe(found.cost);
  }
});

test('到结点上限就停，如实说没有证完，解仍可行', () => {
  const problem = instance(1, 3);
  const start = poorStart(problem);
  const found = branchSites(problem, start, 0);
  expect(found).toEqual({ open: start.open, cost: start.cost, proven: false });
});
