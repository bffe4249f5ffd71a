import type { Score } from '../../question.ts';
import type { OrderingQuestion, Step } from './ask.ts';

/** 从上到下是哪几项，记的是题目里的序号；null 是还没有动过。 */
export type OrderingAnswer = readonly number[] | null;

export const blank = (): OrderingAnswer => null;

function isPermutation(answer: readonly number[], length: number): boolean {
  return answer.length === length && new Set(answer).size === length;
}

export const fits = ({ steps }: OrderingQuestion, answer: unknown): answer is OrderingAnswer =>
  answer === null ||
  (Array.isArray(answer) &&
    isPermutation(answer as number[], steps.length) &&
    answer.every((index) => Number.isInteger(index) && steps[index as number] !== undefined));

/**
 * 得分看两两先后：（排对的对数 − 排反的对数）÷ 总对数，最低 0。
 * 乱排的期望是 0，只错一处相邻的扣得很少。没有动过不算作答。
 */
export function score({ steps }: OrderingQuestion, answer: OrderingAnswer): Score {
  const order = answer?.map((index) => steps[index]).filter((step) => step !== undefined) ?? [];
  if (answer === null || !isPermutation(answer, steps.length) || order.length !== steps.length)
    return { outcome: 'unanswered', earned: 0, possible: 1, feedback: [] };
  let balance = 0;
  order.forEach((upper, i) => {
    for (const lower of order.slice(i + 1)) balance += upper.rank < lower.rank ? 1 : -1;
  });
  const pairs = (steps.length * (steps.length - 1)) / 2;
  const earned = Math.max(0, balance / pairs);
  if (earned === 1) return { outcome: 'right', earned, possible: 1, feedback: [] };
  const inverted = order.findIndex((step, i) => i > 0 && step.rank < (order[i - 1] as Step).rank);
  const upper = order[inverted - 1] as Step;
  const lower = order[inverted] as Step;
  return {
    outcome: earned > 0 ? 'partial' : 'wrong',
    earned,
    possible: 1,
    feedback: [
      { text: `再比一比“${upper.text}”和“${lower.text}”：这两项的先后反了。` },
      ...order
        .filter((step, i) => step.rank !== i)
        .map((step) => ({ about: step.text, text: step.why, reveals: true })),
    ],
  };
}

export function answerText({ steps }: OrderingQuestion): string {
  return [...steps]
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text)
    .join(' → ');
}
