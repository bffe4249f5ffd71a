import type { Question, QuestionType } from './question.ts';

/** 题型从文件夹里读出来：加一种题型，只要加一个文件夹。 */
const asks = import.meta.glob<
  Pick<
    QuestionType,
    'label' | 'instruction' | 'redraws' | 'again' | 'face' | 'outline' | 'explainsItself'
  >
>('./types/*/ask.ts', { eager: true });
const scores = import.meta.glob<Pick<QuestionType, 'blank' | 'score' | 'answerText'>>(
  './types/*/score.ts',
  { eager: true },
);

const nameOf = (path: string) => path.split('/').at(-2) ?? '';

export const questionTypes: Readonly<Record<string, QuestionType>> = Object.fromEntries(
  Object.entries(asks).map(([path, ask]) => {
    const score = scores[path.replace('ask.ts', 'score.ts')];
    if (!score) throw new Error(`src/quiz/types/${nameOf(path)}/ 缺 score.ts：照别的题型写一个`);
    return [nameOf(path), { ...ask, ...score } as QuestionType];
  }),
);

/**
 * 题目的正面：页面里只放作答之前看得见的，答案与讲解等读者走到了再取，
 * 小节页面就不必为还没有做的题付流量。
 */
export function faceOf(question: Question): Question {
  return {
    ...typeOf(question).face(question),
    explanation: '',
    hints: question.hints.map(() => ''),
    widget: undefined,
  };
}

export function typeOf({ type }: Pick<Question, 'type'>): QuestionType {
  const found = questionTypes[type];
  if (!found) throw new Error(`没有题型 ${type}；可以写 ${Object.keys(questionTypes).join('、')}`);
  return found;
}
