import { expect, test } from 'vitest';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/eighty-percent/model.ts';

const allowed = (servers: number, acceptableWait = 0.5) =>
  model.compute({ servers, acceptableWait }).allowed;

test('for half a service time of waiting, one window may reach 33 %, fifty may reach 97 %', () => {
  const wanted = { 1: 0.33, 2: 0.58, 4: 0.75, 5: 0.79, 10: 0.88, 20: 0.93, 50: 0.97 };
  for (const [servers, share] of Object.entries(wanted))
    expect(allowed(Number(servers))).toBeCloseTo(share, 2);
});

test('at 80 % the wait runs from four service times with one window to a hundredth with fifty', () => {
  const wait = (servers: number) => model.compute({ servers, acceptableWait: 1 }).waitAtRuler;
  const wanted = { 1: 4, 2: 1.78, 4: 0.75, 10: 0.2, 20: 0.064, 50: 0.009 };
  for (const [servers, ratio] of Object.entries(wanted))
    expect(Math.abs(wait(Number(servers)) - ratio)).toBeLessThan(0.005);
});

test('guessing 80 % is told which way the ruler fails', () => {
  const { predict } = model;
  if (predict.kind !== 'number') throw new Error('eighty-percent asks for a number');
  const values = scenarioValues(model, undefined);
  const result = model.compute(values);
  const first = (guess: number, answer: number) =>
    predict.misreads.findIndex(({ when }) => when(guess, answer, values, result));
  expect([first(80, 97), first(80, 33), first(50, 97), first(60, 33)]).toEqual([0, 1, 2, 3]);
});

test('the 80 % rule is exact for one size only', () => {
  expect(allowed(1, 4)).toBeCloseTo(0.8, 6);
});
