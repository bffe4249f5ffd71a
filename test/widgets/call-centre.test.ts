import { expect, test } from 'vitest';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/call-centre/model.ts';

const at = (id: string) => model.compute(scenarioValues(model, id));

test.each([
  ['property', 5, 0.6],
  ['bank', 16, 0.75],
  ['hotline', 54, 0.889],
  ['delivery', 200, 0.96],
])('%s: 180-second calls, 80 % within 20 seconds', (id, agents, occupancy) => {
  const result = at(id);
  expect(result.agents).toBe(agents);
  expect(result.occupancy).toBeCloseTo(occupancy, 3);
});

test('calls times 64 need seats times 40', () => {
  expect(at('delivery').agents / at('property').agents).toBe(40);
});

test('one seat fewer misses the promise, and callers who hang up make the rest better served', () => {
  const { curve, agents } = at('bank');
  const row = (n: number) => curve.find((point) => point.agents === n);
  expect(row(agents - 1)?.levelC).toBeLessThan(0.8);
  expect(row(agents)?.levelC).toBeGreaterThanOrEqual(0.8);
  expect(row(agents)?.levelA).toBeGreaterThan(row(agents)?.levelC ?? 1);
});

test('each typical wrong guess gets its own explanation', () => {
  const { predict } = model;
  if (predict.kind !== 'number') throw new Error('call-centre asks for a number');
  const values = scenarioValues(model, undefined);
  const result = model.compute(values);
  const first = (guess: number) =>
    predict.misreads.findIndex(({ when }) => when(guess, 3.4, values, result));
  expect([first(4), first(6), first(2), first(3)]).toEqual([0, 1, 2, 3]);
});
