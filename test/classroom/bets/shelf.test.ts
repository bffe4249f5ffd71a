import { expect, test } from 'vitest';
import type { ClassBet } from '../../../src/classroom/bets/bets.ts';
import { lessonsIn, withoutLesson } from '../../../src/classroom/bets/shelf.ts';

const bet = (day: string, group: string, step: string, round = 1): ClassBet => ({
  deck: 'queueing',
  step,
  round,
  kind: 'counts',
  class: group,
  day,
  hash: 'h',
  counts: [1],
});
const order = (_deck: string, step: string) => ['a', 'b'].indexOf(step);
const bets = [
  bet('2026-11-20', '2301', 'b'),
  bet('2026-11-27', '2301', 'gone'),
  bet('2026-11-27', '2301', 'b', 2),
  bet('2026-11-27', '2301', 'b'),
  bet('2026-11-27', '2302', 'a'),
];

test('一堂课一堂课地排，新的在前，步照先后，没有了的步在后', () => {
  const lessons = lessonsIn(bets, order);
  expect(lessons.map(({ day, class: group }) => `${day} ${group}`)).toEqual([
    '2026-11-27 2301',
    '2026-11-27 2302',
    '2026-11-20 2301',
  ]);
  expect(lessons[0]?.bets.map(({ step, round }) => `${step}${round}`)).toEqual([
    'b1',
    'b2',
    'gone1',
  ]);
});

test('删掉一堂，别的都在', () => {
  const [lesson] = lessonsIn(bets, order);
  const left = withoutLesson(bets, lesson!);
  expect(left).toHaveLength(2);
  expect(left.some(({ class: group }) => group === '2302')).toBe(true);
});
