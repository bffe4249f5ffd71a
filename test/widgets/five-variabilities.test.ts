import { expect, test } from 'vitest';
import { responses, variabilities } from '../../src/calc/strategy/variability-response.ts';
import { defaults, scenarioValues } from '../../src/widget-kit/model.ts';
import { model, worstOf } from '../../src/widgets/five-variabilities/model.ts';
import { places } from '../../src/widgets/five-variabilities/places.ts';

const base = defaults(model.params);
const answer = (id: string) => {
  const values = scenarioValues(model, id);
  if (model.predict.kind !== 'choice') throw new Error('five-variabilities asks for a choice');
  return model.predict.answer(values, model.compute(values));
};

test('it says on its face that the scores only show a direction', () => {
  expect(model.directional).toBe(true);
  expect(model.table(base, model.compute(base)).caption).toContain('示意');
});

test.each([
  ['coffee', 'low-cost-accommodation'],
  ['triage', 'classic-accommodation'],
  ['delivery', 'classic-reduction'],
  ['hotpot', 'uncompromised-reduction'],
])('%s: the worst trouble is best met by %s', (id, response) => {
  expect(answer(id)).toBe(response);
});

test('no one move fits all five rows', () => {
  for (const { id } of model.scenarios) {
    const { best } = model.compute(scenarioValues(model, id));
    expect(new Set(Object.values(best)).size, id).toBeGreaterThan(1);
  }
});

test('the two further moves reach where the two classic ones cannot', () => {
  for (const id of ['coffee', 'hotpot']) {
    const { bestScore, classicBest } = model.compute(scenarioValues(model, id));
    expect(bestScore.score - classicBest, id).toBeGreaterThan(0.5);
  }
});

test('other customers or another scale, another best cell: every move can win the coffee order', () => {
  const winner = (change: object) => model.compute({ ...base, ...change }).best.request;
  const winners = [
    winner({}),
    winner({ weight: 0.9, able: 0.3, alike: 0.3 }),
    winner({ weight: 0.1, flexible: 0.8 }),
    winner({ able: 0.2, alike: 0.95 }),
  ];
  expect(new Set(winners)).toEqual(new Set(responses));
});

test('moving one cell lands where the chart says it will', () => {
  const { moves } = model.compute(base);
  expect(moves).toHaveLength(variabilities.length * (responses.length - 1));
  for (const { variability, response, efficiency, experience } of moves) {
    const { plan } = model.compute({ ...base, [variability]: response });
    expect(plan.efficiency).toBeCloseTo(efficiency, 9);
    expect(plan.experience).toBeCloseTo(experience, 9);
  }
});

test.each(Object.entries(places))('%s: the troubles add up, and one is the worst', (id, place) => {
  const shares = variabilities.map((each) => place.troubles[each].share);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(shares.filter((share) => share === place.troubles[worstOf(id)].share)).toHaveLength(1);
});
