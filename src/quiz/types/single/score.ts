import type { Score } from '../../question.ts';
import type { SingleQuestion } from './ask.ts';

/** 选中的选项序号；null 是还没选。 */
export type SingleAnswer = number | null;

export const blank = (): SingleAnswer => null;

export const fits = ({ options }: SingleQuestion, answer: unknown): answer is SingleAnswer =>
  answer === null || (Number.isInteger(answer) && options[answer as number] !== undefined);

/** 选对得 1 分，选错得 0 分并说明那个选项错在哪里；没选不算错。 */
export function score(question: SingleQuestion, answer: SingleAnswer): Score {
  const chosen = answer === null ? undefined : question.options[answer];
  if (!chosen) return { outcome: 'unanswered', earned: 0, possible: 1, feedback: [] };
  return chosen.correct
    ? { outcome: 'right', earned: 1, possible: 1, feedback: [] }
    : {
        outcome: 'wrong',
        earned: 0,
        possible: 1,
        feedback: [{ about: chosen.text, text: chosen.why ?? '' }],
      };
}

/** 本来就是一句引语的，不再加一层引号。 */
export const quoted = (text: string) => (text.startsWith('“') ? text : `“${text}”`);

export function answerText({ options }: SingleQuestion): string {
  return quoted(options.find(({ correct }) => correct)?.text ?? '');
}
