import { shuffled } from '../../hash.ts';
import type { Question } from '../../question.ts';

export interface Choice {
  text: string;
  correct?: true | undefined;
  why?: string | undefined;
}

export interface SingleQuestion extends Question {
  options: readonly Choice[];
}

export const label = '单选';
export const redraws = () => false;

/** 选项按种子打乱；从已打乱的再打乱也只取决于种子，因为先按文字排回原位。 */
export function again<Q extends { options: readonly Choice[]; seed: number }>(
  question: Q,
  seed: number,
): Q {
  const settled = [...question.options].sort((a, b) => (a.text < b.text ? -1 : 1));
  return { ...question, seed, options: shuffled(settled, seed) };
}

export function face(question: SingleQuestion): SingleQuestion {
  return { ...question, options: question.options.map(({ text }) => ({ text })) };
}

export function outline({ options }: SingleQuestion): string[] {
  return options.map(({ text }) => text);
}
