import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changes,
  drawn,
  erased,
  mostStrokes,
  received,
  type Stroke,
} from '../../../src/classroom/lesson/ink.ts';

describe('笔迹', () => {
  test('橡皮碰到的整条擦掉，别的留着', () => {
    const strokes = drawn(drawn([], [0.1, 0.1, 0.2, 0.2]), [0.8, 0.8]);
    expect(erased(strokes, 0.2, 0.21).map(({ id }) => id)).toEqual([2]);
    expect(erased(strokes, 0.5, 0.5)).toHaveLength(2);
  });
  test('画得再多也有个头，编号不重', () => {
    let strokes: Stroke[] = [];
    for (let i = 0; i < mostStrokes + 20; i++) strokes = drawn(strokes, [0, 0]);
    expect(strokes).toHaveLength(mostStrokes);
    expect(new Set(strokes.map(({ id }) => id)).size).toBe(mostStrokes);
  });
  test('另一个窗口照着说的几笔收下，两处一样', () => {
    const one = fc.record({ id: fc.integer({ min: 1, max: 6 }), points: fc.constant([0.5, 0.5]) });
    const page = fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 6 });
    fc.assert(
      fc.property(page, page, (before, after) => {
        let there: readonly Stroke[] = before;
        for (const stroke of changes(before, after)) there = received(there, stroke);
        const byId = (a: Stroke, b: Stroke) => a.id - b.id;
        expect(there.toSorted(byId)).toEqual(after.toSorted(byId));
      }),
    );
  });
  test('正画的一笔越来越长，还是同一笔', () => {
    let there = received([], { id: 1, points: [0, 0] });
    there = received(there, { id: 1, points: [0, 0, 0.5, 0.5] });
    expect(there).toEqual([{ id: 1, points: [0, 0, 0.5, 0.5] }]);
  });
});
