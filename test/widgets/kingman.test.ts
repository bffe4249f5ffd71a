import { expect, test } from 'vitest';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/kingman/model.ts';

const at = (id: string) => scenarioValues(model, id);

test('booking at ρ = 0.9 cuts the wait from 6.1 to 2.0 service times without adding anyone', () => {
  const result = model.compute(at('ct-room'));
  expect(result.walkInWait / 10).toBeCloseTo(6.12, 2);
  expect(result.waitRatio).toBeCloseTo(2.025, 3);
});

test('arrivals in bursts are worse than arrivals nobody arranged', () => {
  expect(model.compute(at('station-shop')).shareOfWalkIn).toBeGreaterThan(2);
});

test('each typical wrong guess gets its own explanation', () => {
  const { predict } = model;
  if (predict.kind !== 'number') throw new Error('kingman asks for a number');
  const values = scenarioValues(model, undefined);
  const result = model.compute(values);
  const first = (guess: number, answer: number) =>
    predict.misreads.findIndex(({ when }) => when(guess, answer, values, result));
  expect([first(95, 33), first(10, 33), first(90, 214), first(45, 33)]).toEqual([0, 1, 2, 3]);
});

test('with no variability at all nobody waits and the table says so', () => {
  const values = { ...at('ct-room'), arrivalVariation: 0, serviceVariation: 0 };
  expect(model.compute(values).meanWait).toBe(0);
  expect(model.table(values, model.compute(values)).rows[0]?.[2]).toBe('—');
});
