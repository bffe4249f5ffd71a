import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisOver, niceStep, ticksBetween } from '../../src/lib/ticks.ts';

const rough = fc.double({ min: 1e-9, max: 1e9, noNaN: true });

test('a step is a round number, never below what is wanted, never ten times it', () => {
  expect([niceStep(0.3), niceStep(3), niceStep(7), niceStep(1000)]).toEqual([0.5, 5, 10, 1000]);
  expect(niceStep(23, [1, 2.5, 5])).toBe(25);
  fc.assert(
    fc.property(rough, (wanted) => {
      const step = niceStep(wanted);
      expect(step).toBeGreaterThanOrEqual(wanted * (1 - 1e-8));
      expect(step).toBeLessThan(wanted * 10);
    }),
  );
});

test('ticks are multiples of the step, within both ends, without binary tails', () => {
  expect(ticksBetween(0, 1, 0.2)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(ticksBetween(-0.3, 0.3, 0.1)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  expect(ticksBetween(0.1, 0.15, 1)).toEqual([]);
});

test('an axis covers what it is for and begins and ends on a tick', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), rough, (low, span) => {
      fc.pre(span > 1 && span < 1e6);
      const { min, max, ticks } = axisOver(low, low + span, niceStep(span / 5));
      expect(min).toBeLessThanOrEqual(low + span * 1e-6);
      expect(max).toBeGreaterThanOrEqual(low + span - span * 1e-6);
      expect(ticks[0]).toBeCloseTo(min, 6);
      expect(ticks.at(-1)).toBeCloseTo(max, 6);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});
