import { describe, expect, test } from 'vitest';
import { judge } from '../../src/widget-kit/judge.ts';
import type { CurvePrediction, NumberPrediction, ParamSet } from '../../src/widget-kit/model.ts';

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
