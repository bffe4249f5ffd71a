import { expect, test } from 'vitest';
import type { Deck, Step } from '../../../src/classroom/deck/deck.ts';
import { ahead, readBegan, restarted, skippable } from '../../../src/classroom/desk/pace.ts';

const step = (id: string, minutes: number, skip = false): Step => ({
  id,
  kind: 'explain',
  title: id,
  initials: id,
  minutes,
  skip,
});
const deck: Deck = {
  id: 'q',
  title: '',
  hash: '',
  periods: [10, 10],
  starts: [0, 3],
  steps: [step('a', 2), step('b', 3, true), step('c', 5), step('d', 4), step('e', 6, true)],
};
const at = (minutes: number) => minutes * 60_000;

test('走到一步早于计划是快，过了这一步该完的时候是慢，中间正好', () => {
  const began = { at: 0, step: 'a' };
  expect(ahead(deck, began, 'c', at(3))).toBe(2);
  expect(ahead(deck, began, 'c', at(5))).toBe(0);
  expect(ahead(deck, began, 'c', at(10))).toBe(0);
  expect(ahead(deck, began, 'c', at(12.5))).toBe(-2);
});
test('往回走到起算以前、电脑的钟往回拨：不说快慢', () => {
  expect(ahead(deck, { at: 0, step: 'c' }, 'a', at(50))).toBe(0);
  expect(ahead(deck, { at: at(9), step: 'a' }, 'a', at(1))).toBe(0);
});
test('第二节课的头一步重新起算，往回翻不算', () => {
  const began = { at: 0, step: 'a' };
  expect(restarted(deck, began, 'c', 'd', at(20))).toEqual({ at: at(20), step: 'd' });
  expect(restarted(deck, began, 'e', 'd', at(20))).toBe(began);
  expect(restarted(deck, began, 'a', 'b', at(2))).toBe(began);
  expect(restarted(deck, null, 'a', 'b', at(2))).toEqual({ at: at(2), step: 'b' });
});
test('可以跳过的只说后面的', () => {
  expect(skippable(deck, 'a').map(({ id }) => id)).toEqual(['b', 'e']);
  expect(skippable(deck, 'b').map(({ id }) => id)).toEqual(['e']);
});
test('存着的起算认不得就没有', () => {
  expect(readBegan(deck, { at: 5, step: 'b' })).toEqual({ at: 5, step: 'b' });
  for (const stored of [null, 7, [], { at: 'x', step: 'a' }, { at: 5, step: 'gone' }])
    expect(readBegan(deck, stored)).toBeNull();
});
