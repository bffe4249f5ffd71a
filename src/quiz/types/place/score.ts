import { parseNumber } from '../../../lib/parse-number.ts';
import type { Outcome, Score } from '../../question.ts';
import type { PlaceQuestion } from './ask.ts';
import { axesOf, distanceTo, inside, sayPosition, type Figure, type Position } from './figure.ts';

/** 各轴上的数，按读者写的原文；拖动和方向键也写进这里。 */
export type PlaceAnswer = readonly string[];

export const blank = ({ figure }: Pick<PlaceQuestion, 'figure'>): PlaceAnswer =>
  axesOf(figure).map(() => '');

export const fits = ({ figure }: PlaceQuestion, answer: unknown): answer is PlaceAnswer =>
  Array.isArray(answer) &&
  answer.length === axesOf(figure).length &&
  answer.every((text) => typeof text === 'string' && text.length <= 200);

export type Placement =
  | { kind: 'empty' }
  | { kind: 'unreadable'; reason: string }
  | { kind: 'at'; at: Position; echo: string };

/** 原文读成图上的位置。 */
export function readPlace(figure: Figure, answer: PlaceAnswer): Placement {
  const axes = axesOf(figure);
  if (axes.every((_, index) => (answer[index] ?? '').trim() === '')) return { kind: 'empty' };
  const values: number[] = [];
  for (const [index, { label, unit, from, to }] of axes.entries()) {
    const reading = parseNumber(answer[index] ?? '', { unit, min: from, max: to });
    if (reading.kind === 'out-of-range')
      return { kind: 'unreadable', reason: `${label}要在 ${from} 到 ${to} 之间，才在图上。` };
    if (!reading.ok) return { kind: 'unreadable', reason: `${label}：${reading.reason}` };
    values.push(reading.value);
  }
  const at = values as unknown as Position;
  return { kind: 'at', at, echo: sayPosition(figure, at) };
}

/**
 * 放进答案的范围得 1 分，否则 0 分；像哪一处典型的错，就说是哪一处。
 * 没放不算错，没看懂、放到了图外也不算错。
 */
export function score({ figure, answer, wrong, otherwise }: PlaceQuestion, given: PlaceAnswer) {
  const placed = readPlace(figure, given);
  const result = (outcome: Outcome, text?: string): Score => ({
    outcome,
    earned: outcome === 'right' ? 1 : 0,
    possible: 1,
    feedback: text === undefined ? [] : [{ text }],
  });
  if (placed.kind === 'empty') return result('unanswered');
  if (placed.kind === 'unreadable') return result('unreadable', placed.reason);
  const { at } = placed;
  if (inside(figure, answer, at)) return result('right');
  const [nearest] = wrong
    .filter((spot) => inside(figure, spot, at))
    .sort((a, b) => distanceTo(a, at) - distanceTo(b, at));
  return result('wrong', nearest?.why ?? otherwise);
}

export function answerText({ figure, answer }: PlaceQuestion): string {
  return sayPosition(figure, [answer.x, answer.y]);
}
