import { expect, test } from 'vitest';
import fc from 'fast-check';
import { checkOverbookingCosts, showUpOutcome } from '../../../src/calc/revenue/show-ups.ts';

test('手算：2 张票、1 座、到场率 0.3', () => {
  // P(2) = 0.09，被拒 0.09；空座 P(0) = 0.49
  const result = showUpOutcome({ reservations: 2, capacity: 1, showProbability: 0.3 });
  expect(result.expectedDenied).toBeCloseTo(0.09, 14);
  expect(result.expectedEmpty).toBeCloseTo(0.49, 14);
  expect(result.probabilityDenied).toBeCloseTo(0.09, 14);
});

test('课程例：189 座卖 205 张、爽约 9.95 %，超员概率 12.4 %', () => {
  const result = showUpOutcome({ reservations: 205, capacity: 189, showProbability: 1 - 0.0995 });
  expect(result.probabilityDenied).toBeCloseTo(0.124, 3);
});

test('空座 − 被拒 = C − nq', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 300 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (reservations, capacity, showProbability) => {
        const result = showUpOutcome({ reservations, capacity, showProbability });
        expect(result.expectedEmpty - result.expectedDenied).toBeCloseTo(
          capacity - reservations * showProbability,
          8,
        );
        expect(Math.min(result.expectedDenied, result.expectedEmpty)).toBeGreaterThanOrEqual(0);
        expect(result.expectedEmpty).toBeLessThanOrEqual(capacity + 1e-9);
      },
    ),
    { numRuns: 300, seed: 9 },
  );
});

test('极端：人人到、没人到、没卖、深尾仍非零', () => {
  expect(showUpOutcome({ reservations: 12, capacity: 10, showProbability: 1 })).toMatchObject({
    expectedDenied: 2,
    expectedEmpty: 0,
    probabilityDenied: 1,
  });
  expect(showUpOutcome({ reservations: 12, capacity: 10, showProbability: 0 })).toMatchObject({
    expectedDenied: 0,
    expectedEmpty: 10,
  });
  expect(showUpOutcome({ reservations: 0, capacity: 10, showProbability: 0.5 }).expectedEmpty).toBe(
    10,
  );
  // 只有全员到场才超：0.01^101 = 1e-202
  const deep = showUpOutcome({ reservations: 101, capacity: 100, showProbability: 0.01 });
  expect(deep.expectedDenied / 1e-202).toBeCloseTo(1, 8);
});

test('坏输入指名拒绝', () => {
  expect(() => showUpOutcome({ reservations: 1.5, capacity: 1, showProbability: 0.5 })).toThrow(
    /reservations/,
  );
  expect(() => showUpOutcome({ reservations: 1, capacity: -1, showProbability: 0.5 })).toThrow(
    /capacity/,
  );
  expect(() => showUpOutcome({ reservations: 1, capacity: 1, showProbability: 1.5 })).toThrow(
    /showProbability/,
  );
  expect(() => checkOverbookingCosts(-1, 0)).toThrow(/deniedCost/);
  expect(() => checkOverbookingCosts(0, NaN)).toThrow(/spoilageCost/);
});
