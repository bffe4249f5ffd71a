import { expect, test } from 'vitest';
import { model, replan } from '../../src/widgets/coverage-curve/model.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { scenarioValues } from '../../src/widget-kit/model.ts';

const run = (id: string, change = {}) => {
  const values = { ...scenarioValues(model, id), ...change };
  return { values, result: model.compute(values) };
};

test('the first stations take most of the city, the last ones crumbs', () => {
  const { curve } = run('swap').result;
  expect(curve[3]?.share).toBeGreaterThan(0.8);
  curve.slice(1).forEach(({ increment }, i) => {
    expect(increment).toBeLessThanOrEqual(curve[i]?.increment ?? 0);
  });
});

test('each scenario asks for a number nobody gets from the first station alone', () => {
  expect(run('swap').result.needed).toBe(6);
  expect(run('fire').result.needed).toBe(9);
  expect(run('locker').result.needed).toBe(8);
});

test('who guesses one station is not told of adding another', () => {
  const { values, result } = run('swap');
  const said = (guess: number) => judge(model.predict, guess, values, result, fixed).explanation;
  expect(said(1)).toMatch(/^一个站放在人最密的地方/);
  expect(said(1)).not.toContain('再添');
  expect(said(2)).toContain('再添');
});

test('a new plan of as many stations covers at least as much as adding one by one', () => {
  for (const { id } of model.scenarios)
    for (const siteCount of [1, 2, 4, 6]) {
      const { values, result } = run(id, { siteCount });
      const { share } = replan(values.residents, siteCount, values.radius);
      expect(share).toBeGreaterThanOrEqual(result.now.share - 1e-12);
      // Nemhauser, Wolsey & Fisher 1978：贪心至少有最优的 1 − 1/e
      expect(result.now.share).toBeGreaterThanOrEqual((1 - 1 / Math.E) * share);
    }
});

test('the new plan the text compares with is the proven best of its six stations', () => {
  const { values } = run('swap');
  const plan = replan(values.residents, 6, values.radius);
  expect(plan.share).toBeCloseTo(573 / 623, 10);
  expect(plan.proven).toBe(true);
});

test('says so when the target is out of reach', () => {
  const { values, result } = run('locker', { radius: 0.5, target: 1 });
  expect(result.needed).toBeNull();
  expect(model.sentence(values, result)).toContain('14 个站也到不了 100%');
});
