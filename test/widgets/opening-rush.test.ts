import { expect, test } from 'vitest';
import { fluidQueue } from '../../src/calc/queueing/fluid-queue.ts';
import { mmc } from '../../src/calc/queueing/mmc.ts';
import { simulateSession } from '../../src/calc/queueing/simulation/session-waits.ts';
import { timeDependentMmc } from '../../src/calc/queueing/time-dependent-mmc.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues } from '../../src/widget-kit/model.ts';
import { arrivalRate, clock, model, morning, open } from '../../src/widgets/opening-rush/model.ts';

const at = (id: string) => scenarioValues(model, id);

test('the clinic: 90 minutes by the formula, 26 in the morning that starts empty', () => {
  const result = model.at({}, 'clinic');
  expect(result.steadyWait).toBeCloseTo(90, 9);
  expect(Math.round(result.meanWait)).toBe(26);
  expect(result.longestTime).toBe(morning);
});

test('a guess above the formula, at it and somewhat under it are told apart', () => {
  const values = at('clinic');
  const said = (guess: number) =>
    judge(predictionOf(model, 'clinic'), guess, values, model.compute(values), fixed).explanation;
  expect(said(100)).toMatch(/^比公式的 .+还高了/);
  expect(said(90)).toContain('这是公式的数');
  expect(said(75)).toMatch(/^还是照公式的 .+打的折/);
  expect(said(75)).not.toContain('这是公式的数');
});

test('the pharmacy: short services and spare windows, and the formula holds within a tenth', () => {
  const { meanWait, steadyWait } = model.at({}, 'pharmacy');
  expect(steadyWait).toBeCloseTo(
    mmc({ arrivalRate: 1.4, serviceRate: 1, servers: 2 }).meanWait * 3,
    9,
  );
  expect(meanWait / steadyWait).toBeGreaterThan(0.9);
});

test('the rush hour: the line is longest half an hour after the arrivals are', () => {
  const result = model.at({}, 'hall');
  expect(result.overload).toEqual({ from: 55, to: 125 });
  expect(result.longestTime - 90).toBeGreaterThanOrEqual(30);
  const predict = predictionOf(model, 'hall');
  if (predict.kind !== 'choice') throw new Error('the hall asks a choice');
  expect(predict.answer(at('hall'), result)).toBe('after');
});

test('the fluid queue with the same rates peaks when the arrivals fall back to the capacity', () => {
  const values = at('hall');
  const fluid = fluidQueue({
    periods: Array.from({ length: morning }, (_, t) => ({
      duration: 1,
      arrivalRate: arrivalRate(values, t + 0.5),
      capacity: open(values, t) / values.serviceMinutes,
    })),
  });
  expect(Math.abs(fluid.longestQueueTime - 125)).toBeLessThanOrEqual(1);
  expect(model.at({}, 'hall').longestQueue).toBeGreaterThan(fluid.longestQueue);
});

test('ninety minutes of one more window help most before the line has formed', () => {
  const predict = predictionOf(model, 'extra-window');
  if (predict.kind !== 'choice') throw new Error('the extra window asks a choice');
  expect(predict.answer(at('extra-window'), model.at({}, 'extra-window'))).toBe('45');
  const waits = [45, 90, 120].map((from) => model.at({ from }, 'extra-window').meanWait);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits[2]).toBeLessThan(model.at({}, 'hall').meanWait);
});

test('everyone who came has been called or is waiting, at every moment', () => {
  const { curve, arrivals } = model.at({}, 'extra-window');
  for (const { arrived, called, queue } of curve) expect(called + queue).toBeCloseTo(arrived, 9);
  expect(curve.at(-1)?.arrived).toBeCloseTo(arrivals, 6);
  expect(clock(65)).toBe('9:05');
});

test('of all the quarter hours, none is better to add the window at than the early choice', () => {
  const waits = Array.from(
    { length: 11 },
    (_, i) => model.at({ from: 15 * i }, 'extra-window').meanWait,
  );
  expect(waits.indexOf(Math.min(...waits))).toBe(3);
});

test('five-minute steps are fine enough: minute by minute the rush hour is the same within 1 %', () => {
  const values = at('hall');
  const fine = timeDependentMmc({
    periods: Array.from({ length: morning }, (_, t) => ({
      duration: 1,
      arrivalRate: arrivalRate(values, t + 0.5),
      servers: open(values, t),
    })),
    serviceRate: 1 / values.serviceMinutes,
    times: Array.from({ length: morning }, (_, t) => t),
  });
  const { meanWait, longestQueue, longestTime } = model.at({}, 'hall');
  expect(Math.abs(meanWait / fine.meanWait - 1)).toBeLessThan(0.01);
  const longest = fine.moments.reduce((most, each) =>
    each.meanQueueLength > most.meanQueueLength ? each : most,
  );
  expect(Math.abs(longestQueue / longest.meanQueueLength - 1)).toBeLessThan(0.02);
  expect(Math.abs(longestTime - longest.time)).toBeLessThan(10);
});

test('the morning agrees with many mornings simulated from empty', () => {
  const { meanWait } = model.at({}, 'clinic');
  const { meanWait: simulated } = simulateSession({
    arrivals: { kind: 'renewal', interval: { kind: 'exponential', mean: 10 / 0.9 } },
    service: { kind: 'exponential', mean: 10 },
    servers: 1,
    duration: morning,
    replications: 4000,
    seed: 8,
  });
  expect(Math.abs(simulated.mean - meanWait)).toBeLessThan(4 * simulated.standardError);
});

test('each typical wrong guess gets its own explanation', () => {
  const { predict } = model;
  if (predict.kind !== 'number') throw new Error('opening-rush asks for a number');
  const first = (guess: number, id: string) => {
    const result = model.at({}, id);
    return predict.misreads.findIndex(({ when }) => when(guess, result.meanWait, at(id), result));
  };
  expect([
    first(90, 'clinic'),
    first(6, 'pharmacy'),
    first(40, 'clinic'),
    first(30, 'hall'),
    first(2, 'hall'),
    first(5, 'clinic'),
    first(1, 'pharmacy'),
  ]).toEqual([1, 3, 4, 4, 5, 6, 6]);
});

test('the formula is praised only where it comes near the morning', () => {
  const { predict } = model;
  const said = (id: string) => {
    const result = model.at({}, id);
    return judge(predict, result.meanWait, at(id), result, fixed).explanation;
  };
  expect(said('clinic')).toContain('还没有长到');
  expect(said('pharmacy')).toContain('用得上');
});
