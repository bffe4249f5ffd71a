/** 错题本里有什么。 */
import { expect, test } from 'vitest';
import { emptyRecord, withAttempt, type Attempt } from '../../../src/quiz/record/record.ts';
import { wrongItems } from '../../../src/quiz/record/wrong-book.ts';

const given = (answer: unknown) => ({ seed: 1, face: 'f', answer });
const wrong = (at: number, answer: unknown): Attempt => ({
  at,
  earned: 0,
  hinted: false,
  given: given(answer),
});
const right = (at: number): Attempt => ({ at, earned: 1, hinted: false });
const recordOf = (...entries: (readonly [id: string, hash: string, attempt: Attempt])[]) =>
  entries.reduce((all, [id, hash, each]) => withAttempt(all, { id, hash }, each), emptyRecord);

test('holds what was not all right, its last wrong answer, the latest first', () => {
  const record = recordOf(
    ['a', 'h', wrong(1, '甲')],
    ['a', 'h', wrong(5, '乙')],
    ['a', 'h', right(6)],
    ['b', 'h', wrong(7, 0)],
    ['c', 'h', right(8)],
  );
  const items = wrongItems(record);
  expect(items.map(({ id, times, known }) => [id, times, known])).toEqual([
    ['b', 1, false],
    ['a', 2, false],
  ]);
  expect(items[1]?.last.given?.answer).toBe('乙');
});

test('says which were put right since: twice in a row, without a hint', () => {
  const record = recordOf(['a', 'h', wrong(1, 0)], ['a', 'h', right(2)], ['a', 'h', right(3)]);
  expect(wrongItems(record).map(({ known }) => known)).toEqual([true]);
});

test('of an item that was rewritten only the version answered last counts', () => {
  const record = recordOf(['a', 'old', wrong(1, 0)], ['a', 'new', right(2)]);
  expect(wrongItems(record)).toEqual([]);
});

test('keeps an item from the time when answers were not kept', () => {
  const record = recordOf(['a', 'h', { at: 1, earned: 0.5, hinted: true }]);
  expect(wrongItems(record)[0]?.last.given).toBeUndefined();
});

test('is empty for who has done nothing', () => expect(wrongItems(emptyRecord)).toEqual([]));
