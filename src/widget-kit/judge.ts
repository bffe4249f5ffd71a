/** 先猜后看的评判：猜得近不近，若不近，像哪一种典型的错猜。 */
import { withUnit } from '../lib/format.ts';
import type { Guess, Misread, ParamSet, Prediction, Values } from './model.ts';

export interface Verdict {
  hit: boolean;
  /** “你猜 10 分钟，实际 34 分钟” */
  comparison: string;
  explanation: string;
}

function relative(guess: number, answer: number): number {
  if (!Number.isFinite(answer)) return guess === answer ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(guess - answer) / Math.max(Math.abs(answer), 1e-9);
}

/** 猜中了说什么，没猜中像哪一类错猜；话里可以带当前设置的数和他猜的数。 */
function explain<G, V, R>(
  prediction: {
    hit: string | ((values: V, result: R, guess: G) => string);
    misreads: readonly Misread<G, V, R>[];
  },
  {
    hit,
    guess,
    answer,
    values,
    result,
  }: { hit: boolean; guess: G; answer: G; values: V; result: R },
): string {
  const text = hit
    ? prediction.hit
    : prediction.misreads.find(({ when }) => when(guess, answer, values, result))?.text;
  return typeof text === 'function' ? text(values, result, guess) : (text ?? '');
}

const numberText = (number: number, places: number, unit: string) =>
  withUnit(Number(number.toFixed(places)), unit);

/** “2022 年”“在 80% 处”：曲线问到哪里。 */
function placeOf(
  { percent, year }: { percent?: boolean; year?: boolean },
  x: number,
  show: (value: number, digits: number) => string,
): string {
  return year ? `${x} 年` : `在 ${percent ? `${show(x * 100, 0)}%` : show(x, 2)} 处`;
}

/** 没有猜就看的人：问的是什么，答案是什么。 */
export function answerText<P extends ParamSet, R>(
  prediction: Prediction<P, R>,
  question: string,
  values: Values<P>,
  result: R,
  show: (value: number, digits: number) => string,
): string {
  if (prediction.kind === 'choice') {
    const answer = prediction.answer(values, result);
    const option = prediction.options.find(({ value }) => value === answer);
    return `${question}答案是“${option?.label ?? answer}”。`;
  }
  if (prediction.kind === 'number') {
    const answer = prediction.answer(values, result);
    const { digits, unit } = prediction;
    return `${question}答案是 ${numberText(answer, digits, unit)}。`;
  }
  const x = prediction.at.at(-1) ?? 0;
  const answer = prediction.answer(values, result, x);
  return `${question}${placeOf(prediction.x, x, show)}是 ${show(answer, prediction.digits)}。`;
}

export function judge<P extends ParamSet, R>(
  prediction: Prediction<P, R>,
  guess: Guess,
  values: Values<P>,
  result: R,
  show: (value: number, digits: number) => string,
): Verdict {
  if (prediction.kind === 'choice') {
    const answer = prediction.answer(values, result);
    const label = (value: unknown) =>
      prediction.options.find((option) => option.value === value)?.label ?? String(value);
    const chosen = prediction.options.find((option) => option.value === guess);
    return {
      hit: guess === answer,
      comparison:
        guess === answer
          ? `你猜“${label(guess)}”，猜中了。`
          : `你猜“${label(guess)}”，答案是“${label(answer)}”。`,
      explanation:
        typeof chosen?.explanation === 'function'
          ? chosen.explanation(values, result)
          : (chosen?.explanation ?? ''),
    };
  }
  if (prediction.kind === 'number') {
    const answer = prediction.answer(values, result);
    const value = guess as number;
    const hit = relative(value, answer) <= (prediction.tolerance ?? 0.15);
    const { digits, unit } = prediction;
    return {
      hit,
      // 猜的数照他写的念回去：12 不念成 12.0
      comparison: `你猜 ${numberText(value, Math.max(digits, 2), unit)}，实际 ${numberText(answer, digits, unit)}。`,
      explanation: explain(prediction, { hit, guess: value, answer, values, result }),
    };
  }
  const drawn = guess as readonly number[];
  const truth = prediction.at.map((x) => prediction.answer(values, result, x));
  // 头一点是替读者标好的，不算他猜的
  const errors = drawn
    .map((y, i) => relative(y, truth[i] as number))
    .slice(1)
    .sort((a, b) => a - b);
  const middle = errors[Math.floor(errors.length / 2)] ?? 0;
  const hit = middle <= (prediction.tolerance ?? 0.25);
  const last = prediction.at.length - 1;
  const x = prediction.at[last] as number;
  const place = placeOf(prediction.x, x, show);
  return {
    hit,
    comparison: `${place}，你画到 ${show(drawn[last] as number, prediction.digits)}，实际是 ${show(truth[last] as number, prediction.digits)}。`,
    explanation: explain(prediction, { hit, guess: drawn, answer: truth, values, result }),
  };
}
