import { expect, test } from 'vitest';
import { apart } from '../../../../src/quiz/generators/kit/slips.ts';

const slips = (...values: number[]) => values.map((value) => ({ value, why: `算成了 ${value}。` }));
const kept = (key: number, ...values: number[]) =>
  apart(key, slips(...values), 0.01)?.map(({ value }) => value);

test('a slip too close to the key or to one before it is left out', () => {
  expect(kept(10, 10.1, 20, 20.2, 30, 40)).toEqual([20, 30, 40]);
});

test('with fewer than three left, the numbers are to be drawn anew', () => {
  expect(apart(10, slips(10.1, 20, 20.2, 30), 0.01)).toBeNull();
});
