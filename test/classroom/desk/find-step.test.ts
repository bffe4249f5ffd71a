import { describe, expect, test } from 'vitest';
import { found } from '../../../src/classroom/desk/find-step.ts';

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
