/** 单选、多选、排序：评分是纯函数，一行一个要求。 */
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/quiz/question.ts';
import { questionTypes } from '../../../src/quiz/question-types.ts';
import * as multiple from '../../../src/quiz/types/multiple/score.ts';
import * as ordering from '../../../src/quiz/types/ordering/score.ts';
import { again as mixSteps } from '../../../src/quiz/types/ordering/ask.ts';
import * as single from '../../../src/quiz/types/single/score.ts';
import { again as mixOptions } from '../../../src/quiz/types/single/ask.ts';

const base: Question = {
  id: 'sample',
  hash: '0',
  type: 'single',
  title: '样题',
  section: 'queueing/sample',
  objective: 'sample',
  difficulty: 1,
  seed: 0,
  prompt: '题面',
  explanation: '讲解',
  hints: [],
};
const options = [
  { text: '甲', correct: true as const, why: '甲对' },
  { text: '乙', why: '乙错' },
  { text: '丙', correct: true as const, why: '丙对' },
  { text: '丁', why: '丁错' },
];
const steps = ['一', '二', '三', '四'].map((text, rank) => ({ text, why: `${text}的理由`, rank }));
const one = { ...base, options: [options[0]!, options[1]!, options[3]!] };
const many = { ...base, options };
const row = { ...base, from: '头', to: '尾', steps };

describe('single', () => {
  test.each<[answer: number | null, outcome: string, earned: number]>([
    [0, 'right', 1],
    [1, 'wrong', 0],
    [null, 'unanswered', 0],
    [9, 'unanswered', 0],
    [-1, 'unanswered', 0],
  ])('answer %j is %s and earns %d', (answer, outcome, earned) => {
    expect(single.score(one, answer)).toMatchObject({ outcome, earned, possible: 1 });
  });

  test('a wrong choice is told what is wrong with it, and nothing about the right one', () => {
    const { feedback } = single.score(one, 1);
    expect(feedback).toEqual([{ about: '乙', text: '乙错' }]);
  });
});

describe('multiple', () => {
  test.each<[answer: number[], outcome: string, earned: number]>([
    [[0, 2], 'right', 1],
    [[2, 0], 'right', 1],
    [[0], 'partial', 0.5],
    [[0, 2, 1], 'partial', 0.5],
    [[0, 1], 'wrong', 0],
    [[1, 3], 'wrong', 0],
    [[0, 1, 2, 3], 'wrong', 0],
    [[], 'unanswered', 0],
    [[7], 'unanswered', 0],
    [[0, 0, 2], 'right', 1],
  ])('answer %j is %s and earns %d', (answer, outcome, earned) => {
    expect(multiple.score(many, answer)).toMatchObject({ outcome, earned, possible: 1 });
  });

  test('what was missed is named only in feedback that waits for the reveal', () => {
    const { feedback } = multiple.score(many, [0, 1]);
    const open = feedback.filter(({ reveals }) => !reveals).map(({ text }) => text);
    expect(open).toEqual(['乙错', '另外还有该选而没选的。']);
    expect(feedback.filter(({ reveals }) => reveals)).toEqual([
      { about: '丙', text: '丙对', reveals: true },
    ]);
  });
});

describe('ordering', () => {
  test.each<[answer: number[] | null, outcome: string, earned: number]>([
    [[0, 1, 2, 3], 'right', 1],
    [[1, 0, 2, 3], 'partial', 4 / 6],
    [[0, 1, 3, 2], 'partial', 4 / 6],
    [[3, 2, 1, 0], 'wrong', 0],
    [[2, 3, 0, 1], 'wrong', 0],
    [null, 'unanswered', 0],
    [[0, 1, 2], 'unanswered', 0],
    [[0, 0, 1, 2], 'unanswered', 0],
    [[0, 1, 2, 9], 'unanswered', 0],
  ])('answer %j is %s and earns %d', (answer, outcome, earned) => {
    const score = ordering.score(row, answer);
    expect(score.outcome).toBe(outcome);
    expect(score.earned).toBeCloseTo(earned, 12);
  });

  test('points at two neighbours in the wrong order', () => {
    expect(ordering.score(row, [1, 0, 2, 3]).feedback[0]?.text).toContain('“二”和“一”');
  });

  test('is never handed out already solved, and the right order can be stated', () => {
    for (let seed = 0; seed < 200; seed++) {
      const mixed = mixSteps(row, seed);
      expect(mixed.steps.map(({ rank }) => rank)).not.toEqual([0, 1, 2, 3]);
      expect(ordering.answerText(mixed)).toBe('一 → 二 → 三 → 四');
    }
  });
});

describe('every type', () => {
  test('mixing depends on the seed alone, loses nothing and does not give the place away', () => {
    const places = new Set<number>();
    for (let seed = 0; seed < 100; seed++) {
      const mixed = mixOptions(many, seed);
      expect(mixOptions(mixOptions(many, seed + 1), seed)).toEqual(mixed);
      expect(mixed.options.map(({ text }) => text).toSorted()).toEqual(
        options.map(({ text }) => text).toSorted(),
      );
      places.add(mixed.options.findIndex(({ text }) => text === '甲'));
    }
    expect(places.size).toBe(options.length);
  });

  test('a blank answer is unanswered, never wrong', () => {
    expect(Object.keys(questionTypes).length).toBeGreaterThanOrEqual(6);
    const items = steps.map(({ text }) => ({ text, group: '甲组', why: '' }));
    const figure = { x: { label: '里程', from: 0, to: 9, step: 1 }, marks: [] };
    const all = { ...many, ...row, items, groups: ['甲组'], figure, unit: 'minutes', key: 1 };
    for (const [name, type] of Object.entries(questionTypes)) {
      const question = { ...all, type: name, slips: [] };
      expect(type.score(question, type.blank(question)).outcome, name).toBe('unanswered');
    }
  });
});
