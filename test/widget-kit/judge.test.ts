import { describe, expect, test } from 'vitest';
import { answerText, judge } from '../../src/widget-kit/judge.ts';
import type {
  ChoicePrediction,
  CurvePrediction,
  NumberPrediction,
  ParamSet,
} from '../../src/widget-kit/model.ts';

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

test('a guess is said back as it was written, without added decimals or stray spaces', () => {
  const said = (guess: number, answer: number, change: Partial<typeof waiting>) =>
    judge({ ...waiting, ...change }, guess, {}, answer, show).comparison;
  expect(said(12, 75.06, { digits: 1, unit: '位' })).toBe('你猜 12 位，实际 75.1 位。');
  expect(said(12.5, 75, { digits: 0, unit: '位' })).toBe('你猜 12.5 位，实际 75 位。');
  expect(said(2, 61.3, { digits: 1, unit: '%' })).toBe('你猜 2%，实际 61.3%。');
  expect(said(1962, 1972, { unit: '年' })).toBe('你猜 1962 年，实际 1972 年。');
  expect(said(100 / 3, -5, { digits: 1, unit: '%' })).toBe('你猜 33.33%，实际 −5%。');
});

test('a miss gets the first explanation that fits', () => {
  expect(judge(waiting, 5, {}, 20, show).explanation).toBe('低估一半以上');
  expect(judge(waiting, 30, {}, 20, show).explanation).toBe('差一些');
});

test('an explanation can speak of the guess itself', () => {
  const echo = {
    ...waiting,
    misreads: [
      {
        when: () => true,
        text: (_values: unknown, _result: number, guess: number) => `留 ${guess}`,
      },
    ],
  };
  expect(judge(echo, 50, {}, 20, show).explanation).toBe('留 50');
});

test('whoever looks without a guess is told the question and its answer', () => {
  expect(answerText(waiting, '等几分钟？', {}, 19.6, show)).toBe('等几分钟？答案是 20 分钟。');
  const pick: ChoicePrediction<ParamSet, number> = {
    kind: 'choice',
    question: '多还是少？',
    options: [
      { value: 'more', label: '多', explanation: '' },
      { value: 'less', label: '少', explanation: '' },
    ],
    answer: (_values, result) => (result > 0 ? 'more' : 'less'),
  };
  expect(answerText(pick, '多还是少？', {}, -1, show)).toBe('多还是少？答案是“少”。');
});

test('an infinite answer is never hit by a finite guess', () => {
  expect(judge(waiting, 99, {}, Number.POSITIVE_INFINITY, show).hit).toBe(false);
});

describe('a drawn curve', () => {
  const share: CurvePrediction<ParamSet, number> = {
    kind: 'curve',
    question: '画出来。',
    x: { label: '年份', min: 1978, max: 2022, ticks: [], year: true },
    y: { label: '占比', min: 0, max: 100, ticks: [] },
    at: [1978, 2000, 2022],
    answer: (_values, result, x) => result + x - 1978,
    digits: 0,
    hit: '画中了',
    misreads: [{ when: () => true, text: '没画中' }],
  };

  test('is compared at its last point, said as the axis says it', () => {
    const said = (year: boolean) =>
      judge({ ...share, x: { ...share.x, year } }, [20, 30, 40], {}, 20, show).comparison;
    expect(said(true)).toBe('2022 年，你画到 40，实际是 64。');
    expect(said(false)).toBe('在 2022.00 处，你画到 40，实际是 64。');
  });

  test('is no hit for the point that was given: only what the reader drew counts', () => {
    expect(judge(share, [20, 42, 64], {}, 20, show).hit).toBe(true);
    expect(judge(share, [20, 42, 20], {}, 20, show).hit).toBe(false);
  });
});
