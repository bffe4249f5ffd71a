/** 一道题存下来是什么样：编号、种子、题面的散列和作答；题目本身到时候再出一遍。 */
import { hash53 } from '../hash.ts';
import type { Question } from '../question.ts';
import { typeOf } from '../type-registry.ts';

export interface KeptTurn {
  id: string;
  seed: number;
  /** 题面的散列；对不上，说明题改过，存着的作答不再是这道题的 */
  face: string;
  answer: unknown;
}

/** 作答之前看得见的那些字的散列。讲解、提示、归哪一节改了，作答照样算数。 */
export function faceHash(question: Question): string {
  const { prompt, type, seed, ...rest } = typeOf(question).face(question);
  const {
    id: _id,
    hash: _hash,
    title: _title,
    section: _section,
    objective: _objective,
    difficulty: _difficulty,
    explanation: _explanation,
    hints: _hints,
    widget: _widget,
    ...own
  } = rest;
  return hash53(JSON.stringify([type, seed, prompt, own])).toString(36);
}

/** 照存下来的再出一遍同一道题；题没有了、改过了，给 null。 */
export async function redrawKept(
  kept: Pick<KeptTurn, 'seed' | 'face'>,
  question: Question | undefined,
): Promise<Question | null> {
  if (!question) return null;
  const same =
    question.seed === kept.seed ? question : await typeOf(question).again(question, kept.seed);
  return faceHash(same) === kept.face ? same : null;
}

/** 存下来的作答还合这道题的形状就用它，不合就当没有作答。 */
export function answerFor(question: Question, answer: unknown): unknown {
  const type = typeOf(question);
  return type.fits(question, answer) ? answer : type.blank(question);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** 读一道来历不明的；不成样子就给 null，多出来的字段留给调用的人自己看。 */
export function readTurn(value: unknown): (KeptTurn & Record<string, unknown>) | null {
  if (!isObject(value)) return null;
  const { id, seed, face } = value;
  const sound = typeof id === 'string' && isCount(seed) && typeof face === 'string';
  return sound ? (value as KeptTurn & Record<string, unknown>) : null;
}

export { isObject };
