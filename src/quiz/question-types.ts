/** 全部题型的出题与评分，构建和检验用；浏览器里按需取，见 load-types.ts。 */
import type { Question, QuestionType } from './question.ts';
import { register, typeOf } from './type-registry.ts';

export { typeOf };

/** 题型从文件夹里读出来：加一种题型，只要加一个文件夹。 */
const asks = import.meta.glob<
  Pick<
    QuestionType,
    'label' | 'instruction' | 'redraws' | 'again' | 'face' | 'outline' | 'explainsItself'
  >
>('./types/*/ask.ts', { eager: true });
const scores = import.meta.glob<Pick<QuestionType, 'blank' | 'fits' | 'score' | 'answerText'>>(
  './types/*/score.ts',
  { eager: true },
);

export const nameOf = (path: string) => path.split('/').at(-2) ?? '';

export const questionTypes: Readonly<Record<string, QuestionType>> = Object.fromEntries(
  Object.entries(asks).map(([path, ask]) => {
    const score = scores[path.replace('ask.ts', 'score.ts')];
    if (!score) throw new Error(`src/quiz/types/${nameOf(path)}/ 缺 score.ts：照别的题型写一个`);
    return [nameOf(path), { ...ask, ...score } as QuestionType];
  }),
);

for (const [name, type] of Object.entries(questionTypes)) register(name, type);

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
