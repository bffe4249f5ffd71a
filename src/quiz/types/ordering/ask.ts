import { shuffled } from '../../hash.ts';
import type { Question } from '../../question.ts';

export interface Step {
  text: string;
  why: string;
  /** 正确的位置，从 0 起 */
  rank: number;
}

export interface OrderingQuestion extends Question {
  from: string;
  to: string;
  steps: readonly Step[];
}

export const label = '排序';
export const instruction = '用“上移”“下移”或拖动来排。';
export const redraws = () => false;

/** 打乱，并保证一上来不是正确的次序。题库里按正确次序写，第一次出题时记下名次。 */
export function again<Q extends { steps: readonly (Omit<Step, 'rank'> & { rank?: number })[] }>(
  question: Q,
  seed: number,
): Q & { seed: number } {
  const ranked = question.steps
    .map((step, index) => ({ ...step, rank: step.rank ?? index }))
    .sort((a, b) => a.rank - b.rank);
  const mixed = shuffled(ranked, seed);
  const sorted = mixed.every(({ rank }, index) => rank === index);
  return { ...question, seed, steps: sorted ? mixed.reverse() : mixed };
}

export function face(question: OrderingQuestion): OrderingQuestion {
  return { ...question, steps: question.steps.map(({ text }) => ({ text, why: '', rank: 0 })) };
}

export function outline({ steps }: OrderingQuestion): string[] {
  return steps.map(({ text }) => text);
}
