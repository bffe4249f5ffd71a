import { expect, test } from 'vitest';
import { nudge, settle } from '../../src/widget-kit/movable.ts';

const axis = { min: 0, max: 10, step: 0.5 };
const plane = { x: axis, y: axis };
const street = { x: axis, y: null };

test('a point stays on its grid, inside its bounds and on its line', () => {
  expect(settle(plane, { x: 1, y: 1 }, { x: 3.3, y: 99 })).toEqual({ x: 3.5, y: 10 });
  expect(settle(street, { x: 1, y: 7 }, { x: -4, y: 2 })).toEqual({ x: 0, y: 7 });
  expect(settle(plane, { x: 1, y: 1 }, { x: -0.1, y: 0.3 })).toEqual({ x: 0, y: 0.5 });
});

test('arrows move one step, five with Shift', () => {
  expect(nudge(plane, { x: 1, y: 1 }, 'ArrowRight', false)).toEqual({ x: 1.5, y: 1 });
  expect(nudge(plane, { x: 1, y: 1 }, 'ArrowUp', true)).toEqual({ x: 1, y: 3.5 });
  expect(nudge(plane, { x: 0, y: 0 }, 'ArrowLeft', true)).toEqual({ x: 0, y: 0 });
});

test('on a line every arrow, Home and End mean the line', () => {
  expect(nudge(street, { x: 1, y: 7 }, 'ArrowUp', false)).toEqual({ x: 1.5, y: 7 });
  expect(nudge(street, { x: 1, y: 7 }, 'End', false)).toEqual({ x: 10, y: 7 });
  expect(nudge({ x: null, y: axis }, { x: 1, y: 7 }, 'ArrowLeft', false)).toEqual({ x: 1, y: 6.5 });
});

test('other keys are left to the page', () => {
  expect(nudge(plane, { x: 1, y: 1 }, 'a', false)).toBeNull();
  expect(nudge(plane, { x: 1, y: 1 }, 'End', false)).toBeNull();
});
