import { expect, test } from 'vitest';
import { betFrom } from '../../../src/classroom/bets/bets.ts';
import { betsIn, dayOf, pastOf } from '../../../src/classroom/bets/keep-bets.ts';
import type { Deck, Step } from '../../../src/classroom/deck/deck.ts';
import { start } from '../../../src/classroom/lesson/phases.ts';

const step: Step = {
  id: 'pool',
  kind: 'bet',
  title: '',
  initials: '',
  minutes: 3,
  asking: {
    kind: 'number',
    question: '几分钟？',
    answers: [],
    count: 2,
    right: 0,
    answer: '',
    explanation: '',
  },
};
const deck: Deck = { id: 'queueing', title: '', hash: 'h', periods: [45], steps: [step] };
const having = (bets: object) => ({
  ...start(deck),
  bets: { group: '2301', size: 60, steps: { pool: { rounds: [], ...bets } } },
});
const labels = ['少', '多'];

test('一轮一条，记得下来；没有票的一轮不记', () => {
  const bets = betsIn(
    deck,
    step,
    labels,
    having({
      rounds: [
        [1, 2],
        [0, 0],
      ],
    }),
    '2026-11-29',
  );
  expect(bets).toHaveLength(1);
  expect(bets[0]).toMatchObject({ step: 'pool', round: 1, class: '2301', counts: [1, 2] });
  expect(betFrom(JSON.parse(JSON.stringify(bets[0])))).toEqual(bets[0]);
});

test('没画完的线不记', () => {
  const curves = [
    [1, 2],
    [1, null],
  ];
  const bets = betsIn(deck, step, labels, having({ curves }), '2026-11-29');
  expect(bets.map((bet) => bet.curves)).toEqual([[[1, 2]]]);
});

test('题面或选项改了一个字，指纹就不同', () => {
  const of = (changed: Step, words: string[]) =>
    betsIn(deck, changed, words, having({ rounds: [[1, 2]] }), '2026-11-29')[0]?.hash;
  const same = of(step, labels);
  expect(of(step, labels)).toBe(same);
  expect(of(step, ['少', '很多'])).not.toBe(same);
  expect(of({ ...step, asking: { ...step.asking!, question: '几秒？' } }, labels)).not.toBe(same);
});

test('日子照这台电脑的钟写', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

test('与从前的班比：取最近的一次；题目改过的、同一堂课的不比', () => {
  const mine = betsIn(deck, step, labels, having({ rounds: [[1, 2]] }), '2026-11-29');
  const [now] = mine;
  const past = (day: string, change: object) => ({ ...now!, day, class: '2201', ...change });
  const kept = [
    now!,
    past('2025-11-20', { counts: [9, 1] }),
    past('2025-10-01', { counts: [1, 9] }),
    past('2026-11-28', { hash: '改过' }),
  ];
  expect(pastOf(kept, mine, '2026-11-29')).toEqual({ name: '去年 2201 班', counts: [9, 1] });
  expect(pastOf([now!], mine, '2026-11-29')).toBeNull();
  expect(pastOf(kept, [], '2026-11-29')).toBeNull();
});
