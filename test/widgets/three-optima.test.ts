import { expect, test } from 'vitest';
import { fourTowns } from '../../src/widgets/three-optima/cities.ts';
import {
  aims,
  assess,
  crossings,
  model,
  proveMedian,
  streetDistance,
  type Aim,
  type Plan,
} from '../../src/widgets/three-optima/model.ts';
import { scenarioValues } from '../../src/widget-kit/model.ts';

const run = (id: string) => {
  const values = scenarioValues(model, id);
  return { values, result: model.compute(values) };
};

test('four towns on one road: the mean, the farthest and the coverage ask for different places', () => {
  const at = (x: number) => assess([{ x, y: 4 }], fourTowns, 3);
  expect(at(3).meanDistance).toBeCloseTo(28 / 11, 10);
  expect(at(3).farthest).toBe(8);
  expect(at(6).meanDistance).toBeCloseTo(45 / 11, 10);
  expect(at(6).farthest).toBe(5);
  expect([1, 3, 4, 6].map((x) => Math.round(at(x).covered * 11))).toEqual([9, 9, 9, 4]);
  const { result } = run('four-towns');
  expect(result.plans.median.meanDistance).toBeCloseTo(28 / 11, 10);
  expect(result.plans.center.farthest).toBe(5);
  expect(result.plans.coverage.covered).toBeCloseTo(9 / 11, 10);
});

test('the shortest mean leaves the far suburb eight kilometres out', () => {
  const { plans } = run('fire').result;
  expect(plans.median.farthest).toBe(8);
  expect(plans.center.farthest).toBe(4);
});

test('of the many plans that reach the least farthest, or cover the most, the one with the shortest mean is shown', () => {
  const { values, result } = run('fire');
  const everyPlan = crossings.flatMap((a, i) =>
    crossings
      .slice(i + 1)
      .flatMap((b, j) => crossings.slice(i + j + 2).map((c) => [a, b, c] as const)),
  );
  expect(everyPlan).toHaveLength((130 * 129 * 128) / 6);
  let near: number[] = [];
  let covering: { meanDistance: number; farthest: number }[] = [];
  let most = 0;
  for (const stations of everyPlan) {
    const { meanDistance, farthest, covered } = assess(stations, values.residents, values.radius);
    if (farthest <= 4) near = [...near, meanDistance];
    if (covered > most) [most, covering] = [covered, []];
    if (covered === most) covering = [...covering, { meanDistance, farthest }];
  }
  // 正文说“一千五百多种”“一百多种”
  expect(near).toHaveLength(1560);
  expect(covering).toHaveLength(122);
  expect(result.plans.center.meanDistance).toBeCloseTo(Math.min(...near), 10);
  expect(result.plans.center.meanDistance).toBeCloseTo(616 / 453, 10);
  const best = covering.reduce((a, b) => (b.meanDistance < a.meanDistance ? b : a));
  expect(result.plans.coverage.covered).toBeCloseTo(447 / 453, 10);
  expect(result.plans.coverage).toMatchObject({ farthest: best.farthest });
  expect(result.plans.coverage.meanDistance).toBeCloseTo(718 / 453, 10);
  expect(best.meanDistance).toBeCloseTo(718 / 453, 10);
});

test('bringing the far nineteen thousand within four kilometres makes two hundred thousand walk farther', () => {
  const { values, result } = run('fire');
  const walk = ({ stations, nearest }: Plan) =>
    values.residents.map((home, i) => streetDistance(home, stations[nearest[i]!]!));
  const [before, after] = [walk(result.plans.median), walk(result.plans.center)];
  const people = (which: (i: number) => boolean) =>
    values.residents.reduce((sum, home, i) => sum + (which(i) ? home.people : 0), 0);
  expect(people((i) => before[i]! > 4)).toBe(19);
  expect(people((i) => after[i]! > before[i]!)).toBe(200);
});

test('no plan beats an optimum on its own measure, and the quick search is the proven one', async () => {
  for (const { id } of model.scenarios) {
    const { values, result } = run(id);
    const others = [result.yours, ...aims.map((aim: Aim) => result.plans[aim])];
    for (const plan of others) {
      expect(plan.meanDistance).toBeGreaterThanOrEqual(result.plans.median.meanDistance - 1e-9);
      expect(plan.farthest).toBeGreaterThanOrEqual(result.plans.center.farthest);
      expect(plan.covered).toBeLessThanOrEqual(result.plans.coverage.covered + 1e-9);
    }
    expect(await proveMedian(values.residents, values.stations.length)).toBeCloseTo(
      result.plans.median.meanDistance,
      10,
    );
  }
});
