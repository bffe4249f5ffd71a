import { expect, test } from 'vitest';
import { fourTowns } from '../../src/widgets/three-optima/cities.ts';
import {
  aims,
  assess,
  model,
  proveMedian,
  type Aim,
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
  expect(plans.center.meanDistance).toBeGreaterThan(1.5 * plans.median.meanDistance);
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
