import type { Feedback, Score } from '../../question.ts';
import { quoted } from '../single/score.ts';
import type { MultipleQuestion } from './ask.ts';

/** 选中的各选项序号。 */
export type MultipleAnswer = readonly number[];

export const blank = (): MultipleAnswer => [];

export const fits = ({ options }: MultipleQuestion, answer: unknown): answer is MultipleAnswer =>
  Array.isArray(answer) &&
  new Set(answer).size === answer.length &&
  answer.every((index) => Number.isInteger(index) && options[index as number] !== undefined);

/**
 * 得分 =（选对的个数 − 误选的个数）÷ 对的总数，最低 0。
 * 全选拿不到便宜；漏选按比例少得。一个没选算没有作答。
 */
export function score({ options }: MultipleQuestion, answer: MultipleAnswer): Score {
  const picked = new Set(answer.filter((index) => options[index] !== undefined));
  if (picked.size === 0) return { outcome: 'unanswered', earned: 0, possible: 1, feedback: [] };
  const total = options.filter(({ correct }) => correct).length;
  let hits = 0;
  const feedback: Feedback[] = [];
  options.forEach(({ text, correct, why = '' }, index) => {
    if (correct && picked.has(index)) hits += 1;
    else if (correct) feedback.push({ about: text, text: why, reveals: true });
    else if (picked.has(index)) feedback.push({ about: text, text: why });
  });
  const extra = picked.size - hits;
  const missed = total - hits;
  if (missed > 0)
    feedback.push({
      text: extra > 0 ? '另外还有该选而没选的。' : '选的都对，但还有该选而没选的。',
    });
  const earned = Math.max(0, (hits - extra) / total);
  const right = extra === 0 && missed === 0;
  return {
    outcome: right ? 'right' : earned > 0 ? 'partial' : 'wrong',
    earned,
    possible: 1,
    feedback,
  };
}

export function answerText({ options }: MultipleQuestion): string {
  return options
    .filter(({ correct }) => correct)
    .map(({ text }) => quoted(text))
    .join('、');
}
