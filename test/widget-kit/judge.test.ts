import { expect, test } from 'vitest';
import { judge } from '../../src/widget-kit/judge.ts';
import type { NumberPrediction, ParamSet } from '../../src/widget-kit/model.ts';

const show = (value: number, digits: number) => value.toFixed(digits);
const waiting: NumberPrediction<ParamSet, number> = {
  kind: 'number',
  question: '等几分钟？',
  unit: '分钟',
  min: 0,
  max: 100,
  digits: 0,
  answer: (_values, result) => result,
  hit: '猜中了',
  misreads: [
    { when: (guess, answer) => guess < answer / 2, text: '低估一半以上' },
    { when: () => true, text: '差一些' },
  ],
};

test('a guess within the tolerance is a hit', () => {
  expect(judge(waiting, 21, {}, 20, show)).toEqual({
    hit: true,
    comparison: '你猜 21 分钟，实际 20 分钟。',
    explanation: '猜中了',
  });
});

test('a miss gets the first explanation that fits', () => {
  expect(judge(waiting, 5, {}, 20, show).explanation).toBe('低估一半以上');
  expect(judge(waiting, 30, {}, 20, show).explanation).toBe('差一些');
});

test('an infinite answer is never hit by a finite guess', () => {
  expect(judge(waiting, 99, {}, Number.POSITIVE_INFINITY, show).hit).toBe(false);
});
