/** 数值题：怎么读、怎么判、像哪一种算错。 */
import { describe, expect, test } from 'vitest';
import { answerText, brief, readAnswer, score } from '../../../src/quiz/types/numeric/score.ts';
import { fill } from '../../../src/quiz/fill.ts';
import type { NumericQuestion } from '../../../src/quiz/types/numeric/ask.ts';

const question: NumericQuestion = {
  id: 'sample',
  hash: '0',
  type: 'numeric',
  title: '样题',
  section: 'queueing/sample',
  objective: 'sample',
  difficulty: 1,
  seed: 0,
  prompt: '',
  explanation: '',
  hints: [],
  unit: 'minutes',
  key: 12.4,
  said: '12.4',
  tolerance: 0.01,
  slips: [{ value: 17.4, why: '把办理也算进去了' }],
  generator: 'sample',
  options: {},
  template: { prompt: '', explanation: '', hints: [] },
};
const share: NumericQuestion = {
  ...question,
  unit: 'percent',
  key: 0.855,
  said: '85.5%',
  slips: [{ value: 4.275, why: '忘了除以窗口数' }],
};
const seats: NumericQuestion = {
  ...question,
  unit: 'seats',
  key: 42,
  said: '42',
  tolerance: 0,
  slips: [],
};

describe('reading is echoed before marking', () => {
  test.each([
    ['12.4', '12.4 分钟'],
    ['１２．４', '12.4 分钟'],
    ['12.4分钟', '12.4 分钟'],
    ['12.4 min', '12.4 分钟'],
    ['0.2小时', '12 分钟'],
    ['744秒', '12.4 分钟'],
    ['62/5', '12.4 分钟'],
    ['1.24e1', '12.4 分钟'],
    ['1,240', '1,240 分钟'],
    ['1小时30分', '90 分钟'],
    ['半小时', '30 分钟'],
    ['十二分半', '12.5 分钟'],
  ])('%s → %s', (text, echo) => {
    expect(readAnswer(question, text)).toMatchObject({ kind: 'number', echo });
  });

  test.each([
    ['85.5', '85.5%'],
    ['85.5%', '85.5%'],
    ['８５．５％', '85.5%'],
    ['0.855', '85.5%'],
    ['171/200', '85.5%'],
    ['百分之八十五点五', '85.5%'],
  ])('percent: %s → %s', (text, echo) => {
    expect(readAnswer(share, text)).toMatchObject({ kind: 'number', echo });
    expect(score(share, text).outcome).toBe('right');
  });
});

describe('a bare number of at most 1 in a percent question', () => {
  test('is read as a share, and the other reading is said', () => {
    expect(readAnswer(share, '0.855')).toMatchObject({
      echo: '85.5%',
      otherwise: { echo: '0.855%' },
    });
    for (const text of ['0.855%', '85.5', '171/200'])
      expect(readAnswer(share, text), text).not.toHaveProperty('otherwise');
  });

  test('is right whichever of the two was meant', () => {
    const rare = { ...share, key: 0.009, slips: [] };
    for (const text of ['0.9', '0.9%', '0.009', '９‰'])
      expect(score(rare, text).outcome, text).toBe('right');
    expect(score(rare, '90%').outcome).toBe('wrong');
  });
});

describe('marking', () => {
  test.each<[text: string, outcome: string, earned: number]>([
    ['12.4', 'right', 1],
    ['12.5', 'right', 1],
    ['12.3', 'right', 1],
    ['12.7', 'wrong', 0],
    ['17.4', 'wrong', 0],
    ['', 'unanswered', 0],
    ['   ', 'unanswered', 0],
    ['十二分半', 'right', 1],
    ['二三十', 'unreadable', 0],
    ['10~15', 'unreadable', 0],
    ['12.4 只', 'unreadable', 0],
    ['12.4 人', 'unreadable', 0],
    ['12.4%', 'unreadable', 0],
    ['1/0', 'unreadable', 0],
    ['NaN', 'unreadable', 0],
    ['1e999', 'unreadable', 0],
  ])('%j is %s and earns %d', (text, outcome, earned) => {
    expect(score(question, text)).toMatchObject({ outcome, earned });
  });

  test('a unit of another kind is named, and costs nothing', () => {
    const people: NumericQuestion = { ...question, unit: 'people', key: 12 };
    expect(score(people, '12分钟')).toMatchObject({
      outcome: 'unreadable',
      earned: 0,
      feedback: [{ text: '这里的单位是“人”，不是“分钟”。' }],
    });
    expect(score(people, '50%').feedback[0]?.text).toContain('不是百分数');
    expect(score(people, '十二个人').outcome).toBe('right');
  });

  test('tolerance and precision are separate messages', () => {
    expect(score(question, '12').outcome).toBe('coarse');
    expect(score(question, '12').feedback[0]?.text).toContain('2 位有效数字');
    const close = { ...question, key: 6.98 };
    expect(score(close, '7')).toMatchObject({ outcome: 'right', earned: 1 });
    expect(score(close, '7').feedback[0]?.text).toContain('一位有效数字');
    expect(score(close, '6.98').feedback).toEqual([]);
  });

  test('rounding so hard that it could be anything is not “coarse”', () => {
    expect(score({ ...question, key: 14.4 }, '10').outcome).toBe('wrong');
  });

  test('a typical slip is told which one it is, also when given without the percent sign', () => {
    expect(score(question, '17.4').feedback[0]?.text).toBe('把办理也算进去了');
    expect(score(share, '427.5%').feedback[0]?.text).toBe('忘了除以窗口数');
    expect(score(share, '4.275').feedback[0]?.text).toBe('忘了除以窗口数');
  });

  test('hours for minutes, a lost sign and a bare miss each have their own words', () => {
    expect(score(question, '744').feedback[0]?.text).toContain('60 倍');
    expect(score(question, String(12.4 / 60)).feedback[0]?.text).toContain('60 倍');
    expect(score(question, '-12.4').feedback[0]?.text).toContain('正负号');
    expect(score(question, '99').feedback[0]?.text).toContain('偏大');
    expect(score(question, '2').feedback[0]?.text).toContain('偏小');
  });

  test('whole numbers must be met exactly', () => {
    expect(score(seats, '42席').outcome).toBe('right');
    expect(score(seats, '42.0').outcome).toBe('right');
    expect(score(seats, '41').outcome).toBe('wrong');
    expect(score(seats, '41.9').outcome).toBe('wrong');
  });

  test('the answer is stated with its unit', () => {
    expect(answerText(question)).toBe('12.4 分钟');
    expect(answerText(share)).toBe('85.5%');
    expect(answerText(seats)).toBe('42 席');
  });

  test('the answer is the number the explanation writes, as it writes it', () => {
    expect(answerText({ ...question, key: 1733.33, said: '1,733' })).toBe('1,733 分钟');
    expect(answerText({ ...share, key: 0.0604, said: '6.0%' })).toBe('6.0%');
    expect(answerText({ ...question, unit: 'plain', key: 0.4823, said: '0.48' })).toBe('0.48');
    // 讲解换了单位，或者没有写：照数自己写，整数部分不削成三位
    expect(answerText({ ...question, key: 1733.33, said: '28.9' })).toBe('1,733 分钟');
    expect(answerText({ ...share, key: 0.1234, said: '12.3 个百分点' })).toBe('12.3%');
    expect(answerText({ ...question, key: 5.6789, said: '' })).toBe('5.68 分钟');
    expect(brief(8666.67, 'plain')).toBe(8667);
  });
});

describe('templates', () => {
  test('fill in every name', () => {
    expect(fill('{a} 人等 {b} 分钟', { a: '3', b: '5' })).toBe('3 人等 5 分钟');
  });
  test('an unknown name says which are known', () => {
    expect(() => fill('{c}', { a: '3', b: '5' })).toThrow('可用的是 {a}、{b}');
  });
});
