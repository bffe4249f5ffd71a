import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptVotes, legalVotes, readVote, withVotes } from '../../src/widget-kit/class-votes.ts';
import { defaults, scenarioValues } from '../../src/widget-kit/model.ts';
import { legalRow } from '../../src/widget-kit/rows.ts';
import { gentleEnding, model } from '../../src/widgets/experience-curve/model.ts';
import type { Moment } from '../../src/widgets/experience-curve/scenes.ts';
import { dropPosition, moved, timeline } from '../../src/widgets/experience-curve/timeline.ts';

const at = (id: string) => model.compute(scenarioValues(model, id));

test('the longer examination holds more pain and is remembered as milder', () => {
  const { original, edited, better } = at('colonoscopy');
  expect(original.peakEnd).toBe(-7.5);
  expect(edited.peakEnd).toBe(-4.5);
  expect(edited.total).toBeLessThan(original.total);
  expect(edited.duration).toBeGreaterThan(original.duration);
  expect(better).toBe('edited');
});

test('reordering alone changes the memory and leaves the account as it was', () => {
  const { original, edited } = at('hotpot');
  expect([original.peakEnd, edited.peakEnd]).toEqual([2, 6]);
  expect(edited.total).toBe(original.total);
  expect(edited.average).toBe(original.average);
});

test('what touches neither peak nor end is not remembered; more touch points can spoil the end', () => {
  const journey = at('journey');
  expect(journey.better).toBe('same');
  expect(journey.original.duration - journey.edited.duration).toBe(45);
  const hospital = at('hospital');
  expect(hospital.better).toBe('original');
  expect(hospital.totalChange).toBeGreaterThan(0);
});

test('every answer can be the right one, and it says it only shows a direction', () => {
  expect(new Set(model.scenarios.map(({ id }) => at(id).better)).size).toBe(3);
  expect(model.directional).toBe(true);
  const base = defaults(model.params);
  expect(model.table(base, model.compute(base)).caption).toContain('示意');
});

const anyPlan: fc.Arbitrary<Moment[]> = fc.array(
  fc.record({
    name: fc.string({ maxLength: 8 }),
    value: fc.integer({ min: -20, max: 20 }).map((half) => half / 2),
    minutes: fc.integer({ min: 1, max: 480 }),
  }),
  { minLength: 1, maxLength: 11 },
);

test('a gentle ending is a row the table accepts and never makes the end worse', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const tail = gentleEnding(plan);
      expect(legalRow(model.params.edited, { ...tail })).toEqual(tail);
      expect(tail.value).toBeGreaterThanOrEqual(plan.at(-1)!.value);
      const values = { ...defaults(model.params), original: plan, edited: [...plan, tail] };
      expect(model.compute(values).memoryChange).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('dragging sideways reorders only past the middle of a neighbour', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(), (plan, seed) => {
      const placed = timeline(plan);
      const index = seed % plan.length;
      expect(dropPosition(placed, index, placed[index]!.middle)).toBe(index);
      expect(dropPosition(placed, index, -1)).toBe(0);
      expect(dropPosition(placed, index, placed.at(-1)!.end + 1)).toBe(plan.length - 1);
      expect(moved(plan, index, plan.length - 1).at(-1)).toBe(plan[index]);
    }),
  );
});

test('class votes: counts are read as typed, and a spoilt record is dropped', () => {
  expect(readVote('２８ 票')).toEqual({ ok: true, count: 28 });
  expect(readVote('')).toEqual({ ok: true, count: 0 });
  expect(readVote('2.5').ok).toBe(false);
  expect(readVote('一半').ok).toBe(false);
  expect(legalVotes({ a: 3, b: -1, c: 'x', d: 2 }, ['a', 'b', 'c'])).toEqual({ a: 3 });
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const { value } = keptVotes.restore(stored);
      for (const poll of Object.values(value)) legalVotes(poll, ['a']);
      expect(keptVotes.restore(value).lost).toBe('');
    }),
  );
});

test('class votes of two tabs are merged option by option; an option no longer asked is kept', () => {
  expect(withVotes({ q: { a: 3, gone: 5 } }, 'q', { a: 0, b: 2 })).toEqual({
    q: { gone: 5, b: 2 },
  });
  expect(withVotes({ q: { a: 3 } }, 'q', { a: 0 })).toEqual({});
  const base = { q: { a: 3, b: 1 } };
  expect(
    keptVotes.merge?.({ q: { a: 4, b: 1 } }, { q: { a: 3, c: 2 }, r: { a: 1 } }, base),
  ).toEqual({
    q: { a: 4, c: 2 },
    r: { a: 1 },
  });
  expect(keptVotes.restore({ q: { a: 1 }, r: 7 }).lost).toBe('有 1 次举手的票数读不懂');
});
