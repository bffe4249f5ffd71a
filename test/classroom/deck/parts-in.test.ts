import { describe, expect, test } from 'vitest';
import { partsIn } from '../../../src/classroom/deck/parts-in.ts';

describe('画面', () => {
  test('编号从视图的源文里认出来；不是框的文件没有', () => {
    const view =
      "<WidgetFrame\n  {widget}\n  parts={[\n    { id: 'scene', label: '队伍', view: scene },\n    { id: 'x', label: 'y', view: z, answers: ['q'] },\n  ]}\n/>";
    expect(partsIn(view)).toEqual(['scene', 'x']);
    expect(partsIn("const a = { id: 'no' };")).toEqual([]);
  });
});
