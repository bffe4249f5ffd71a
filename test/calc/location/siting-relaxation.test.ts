import { expect, test } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { buildSitingProblem, sitingCost } from '../../../src/calc/location/siting-problem.ts';
import { Relaxation } from '../../../src/calc/location/siting-relaxation.ts';

const random = createRandom(11);
const demands = 9;
const sites = 7;
const table = Array.from({ length: demands }, () =>
  Array.from({ length: sites }, () => random.integer(0, 40)),
);
const fixed = Array.from({ length: sites }, () => random.integer(5, 40));
const problem = (count: number | null) =>
  buildSitingProblem({
    demands,
    sites,
    cost: (i, j) => table[i]?.[j] ?? 0,
    fixed,
    count,
  });

/** 全部选法里最便宜的，逐一列举。 */
function optimum(count: number | null): { cost: number; open: number[] } {
  let best = { cost: Infinity, open: [] as number[] };
  for (let set = 1; set < 2 ** sites; set++) {
    const open = Array.from({ length: sites }, (_, j) => j).filter((j) => set & (2 ** j));
    if (count !== null && open.length !== count) continue;
    const cost = sitingCost(problem(count), open);
    if (cost < best.cost) best = { cost, open };
  }
  return best;
}

test('手算：一个需求、两个点，乘子 5，点费 2 与 4：下界 = 5 + min(2 − 5, 4 − 5)', () => {
  const small = buildSitingProblem({
    demands: 1,
    sites: 2,
    cost: (_, j) => [2, 4][j] ?? 0,
    count: 1,
  });
  const relaxation = new Relaxation(small);
  const subgradient = new Float64Array(1);
  expect(relaxation.evaluate(new Float64Array([5]), subgradient)).toBe(2);
  expect([...relaxation.reduced]).toEqual([-3, -1]);
  expect(relaxation.chosen).toEqual([0]);
  expect(subgradient[0]).toBe(0);
});

test.each([1, 2, 4, null])('任意乘子给出的都是下界（开 %s 个）', (count) => {
  const { cost } = optimum(count);
  const relaxation = new Relaxation(problem(count));
  for (let k = 0; k < 200; k++) {
    const multipliers = Float64Array.from({ length: demands }, () => 60 * random.uniform());
    const bound = relaxation.evaluate(multipliers, new Float64Array(demands));
    expect(bound).toBeLessThanOrEqual(cost + 1e-9);
  }
});

test.each([1, 3, null])('凭下界定下的点不会排除最优解（开 %s 个）', (count) => {
  const { cost, open } = optimum(count);
  for (let k = 0; k < 100; k++) {
    const relaxation = new Relaxation(problem(count));
    const multipliers = Float64Array.from({ length: demands }, () => 45 * random.uniform());
    const bound = relaxation.evaluate(multipliers, new Float64Array(demands));
    // 只许排除比最优更贵的解
    relaxation.fix(bound, cost + 1e-9);
    relaxation.status.forEach((status, j) => {
      if (status === 1) expect(open).toContain(j);
      if (status === -1) expect(open).not.toContain(j);
    });
  }
});
