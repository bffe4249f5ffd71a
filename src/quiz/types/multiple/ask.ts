import type { SingleQuestion } from '../single/ask.ts';

export type MultipleQuestion = SingleQuestion;

export const label = '多选';
export const instruction = '可能不止一个对，把对的都选上。';
export { again, face, outline, redraws } from '../single/ask.ts';
