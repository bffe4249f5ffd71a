import { expect, test } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { greedySites, OpenSet } from '../../../src/calc/location/interchange.ts';
import { buildSitingProblem, sitingCost } from '../../../src/calc/location/siting-problem.ts';

const random = createRandom(4);
const table = Array.from({ length: 25 }, () =>
  Array.from({ length: 18 }, () => random.integer(0, 50)),
);
const fixed = Array.from({ length: 18 }, () => random.integer(5, 60));
const problem = (count: number | null) =>
  buildSitingProblem({
    demands: 25,
    sites: 18,
    cost: (i, j) => (table[i] as number[])[j] as number,
    fixed,
    count,
  });

test('随意增删点后，就地维护的费用与从头计算一致', () => {
  const state = new OpenSet(problem(null), [0, 3, 7]);
  for (let k = 0; k < 200; k++) {
    const site = random.integer(0, 18);
    if ((state.place[site] as number) >= 0) {
      if (state.open.length > 1) state.remove(site);
    } else state.add(site);
    expect(state.cost()).toBeCloseTo(sitingCost(state.problem, state.open), 9);
    for (let i = 0; i < 25; i++) {
      const sorted = state.open
        .map((j) => (table[i] as number[])[j] as number)
        .sort((a, b) => a - b);
      expect(state.nearest[i]).toBe(sorted[0]);
      expect(state.second[i]).toBe(sorted[1] ?? Infinity);
    }
  }
});

test('换点之后没有任何一次换点能再改善', () => {
  const state = greedySites(problem(5));
  state.improve();
  const cost = state.cost();
  for (const leave of state.open)
    for (let enter = 0; enter < 18; enter++) {
      if (state.open.includes(enter)) continue;
      expect(
        sitingCost(state.problem, [...state.open.filter((j) => j !== leave), enter]),
      ).toBeGreaterThanOrEqual(cost - 1e-9);
    }
});

test('数目不限时，加、撤一个点都不能再改善', () => {
  const state = greedySites(problem(null));
  state.improve();
  const cost = state.cost();
  for (let j = 0; j < 18; j++) {
    const changed = state.open.includes(j) ? state.open.filter((k) => k !== j) : [...state.open, j];
    if (changed.length > 0)
      expect(sitingCost(state.problem, changed)).toBeGreaterThanOrEqual(cost - 1e-9);
  }
});
