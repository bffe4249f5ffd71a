import { expect, it } from 'vitest';
import {
  lineToJockeyFrom,
  randomLine,
  shortestLine,
} from '../../../../../src/calc/queueing/simulation/engine/line-choice.ts';

it('the draw spreads evenly over tied shortest lines', () => {
  const lengths = Int32Array.of(3, 1, 2, 1, 1);
  expect([0, 0.33, 0.34, 0.66, 0.67, 0.999].map((draw) => shortestLine(lengths, draw))).toEqual([
    1, 1, 3, 3, 4, 4,
  ]);
});

it('a random line covers all lines', () => {
  expect([0, 0.24, 0.25, 0.99].map((draw) => randomLine(4, draw))).toEqual([0, 0, 1, 3]);
});

it('jockeying needs a difference of two, prefers the longest line and then the nearest', () => {
  expect(lineToJockeyFrom(Int32Array.of(1, 2, 2), 0)).toBe(-1);
  expect(lineToJockeyFrom(Int32Array.of(2, 3, 0, 2), 2)).toBe(1);
  expect(lineToJockeyFrom(Int32Array.of(2, 1, 1, 0, 2), 3)).toBe(4);
  expect(lineToJockeyFrom(Int32Array.of(0), 0)).toBe(-1);
});
