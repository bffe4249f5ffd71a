import { describe, expect, test } from 'vitest';
import { found } from '../../src/classroom/find-step.ts';
import fc from 'fast-check';
import {
  changes,
  drawn,
  erased,
  mostStrokes,
  received,
  type Stroke,
} from '../../src/classroom/ink.ts';
import { partsIn } from '../../src/classroom/parts-in.ts';

describe('转到', () => {
  const step = (id: string, title: string, initials: string) =>
    ({ id, title, initials, kind: 'explain', minutes: 1 }) as const;
  const deck = {
    id: 'q',
    title: '',
    hash: '',
    periods: [],
    steps: [step('a', '两个上午', 'lgsw'), step('b', '单队还是多队', 'ddhsdd')],
  };
  const ids = (text: string) => found(deck, text).map((each) => each.step.id);
  test('编号、字、拼音首字母都找得到，空着就是全部', () => {
    expect(ids('')).toEqual(['a', 'b']);
    expect(ids('２')).toEqual(['b']);
    expect(ids('上午')).toEqual(['a']);
    expect(ids('ddhs')).toEqual(['b']);
    expect(ids('没有')).toEqual([]);
  });
});

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

describe('画面', () => {
  test('编号从视图的源文里认出来；不是框的文件没有', () => {
    const view =
      "<WidgetFrame\n  {widget}\n  parts={[\n    { id: 'scene', label: '队伍', view: scene },\n    { id: 'x', label: 'y', view: z, answers: ['q'] },\n  ]}\n/>";
    expect(partsIn(view)).toEqual(['scene', 'x']);
    expect(partsIn("const a = { id: 'no' };")).toEqual([]);
  });
});
