/**
 * 课堂上多半会听到的错答：从实验的猜题里取，不另写一份。
 * 选择题是各个错的选项；猜数、画线的，把能猜的从头到尾试一遍，看各落进哪一种错猜。
 */
import { fixed, withUnit } from '../../lib/format.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type CurvePrediction,
  type Misread,
  type NumberPrediction,
  type ParamSet,
  type WidgetModel,
} from '../../widget-kit/model.ts';

type Model = WidgetModel<ParamSet, unknown>;

interface WrongAnswer {
  /** 学生会说的那句话、那个数；画线的没有 */
  said: string | undefined;
  why: string;
}

export interface Asked {
  question: string;
  answer: string;
  wrong: WrongAnswer[];
}

/** 这个场景问什么、答案是什么、错在哪几处。 */
export function askedIn(model: Model, scenario: string): Asked {
  const values = scenarioValues(model, scenario);
  const result = model.compute(values);
  const prediction = predictionOf(model, scenario);
  const question = questionText(prediction, values, result);
  const say = <T>(text: string | ((v: typeof values, r: unknown, guess: T) => string), guess: T) =>
    typeof text === 'function' ? text(values, result, guess) : text;
  if (prediction.kind === 'choice') {
    const right = prediction.answer(values, result);
    return {
      question,
      answer: prediction.options.find(({ value }) => value === right)?.label ?? right,
      wrong: prediction.options
        .filter(({ value }) => value !== right)
        .map(({ label, explanation }) => ({ said: label, why: say(explanation, undefined) })),
    };
  }
  if (prediction.kind === 'curve') {
    const answers = prediction.at.map((x) => prediction.answer(values, result, x));
    const groups = grouped(prediction.misreads, curves(prediction, answers), (misread, guess) =>
      misread.when(guess, answers, values, result),
    );
    return {
      question,
      answer: answers
        .map((each, k) => `${placeText(prediction, k)} ${fixed(each, prediction.digits)}`)
        .join('，'),
      wrong: groups.map(({ misread, guesses }) => ({
        said: undefined,
        why: say(misread.text, guesses[0] as readonly number[]),
      })),
    };
  }
  const answer = prediction.answer(values, result);
  const groups = grouped(prediction.misreads, numbers(prediction, answer), (misread, guess) =>
    misread.when(guess, answer, values, result),
  );
  const shown = (number: number) =>
    withUnit(Number(number.toFixed(prediction.digits)), prediction.unit);
  return {
    question,
    answer: shown(answer),
    wrong: groups.map(({ misread, guesses }) => ({
      said: rangeText(guesses, prediction, shown),
      why: say(misread.text, nearestTo(answer, guesses)),
    })),
  };
}

const nearestTo = (answer: number, guesses: readonly number[]) =>
  guesses.reduce((best, guess) =>
    Math.abs(guess - answer) < Math.abs(best - answer) ? guess : best,
  );

/** 猜在哪一段里算这一种错：通到头的只说一边。 */
function rangeText(
  guesses: readonly number[],
  { min, max }: { min: number; max: number },
  shown: (number: number) => string,
): string {
  const low = Math.min(...guesses);
  const high = Math.max(...guesses);
  if (low === high) return shown(low);
  // 数和 % 与后面的汉字隔开，单位是汉字的不隔
  const before = (value: number) => shown(value).replace(/[\d%]$/, '$& ');
  if (high >= max && low > min) return `${before(low)}以上`;
  if (low <= min && high < max) return `${before(high)}以下`;
  return `${before(low)}到 ${shown(high)}`;
}

/** 每一种错猜，有哪些猜法落进去；按 model 里写的先后，一个猜法只归头一个认它的。 */
function grouped<G, M extends Misread<G, never>>(
  misreads: readonly M[],
  guesses: readonly G[],
  fits: (misread: M, guess: G) => boolean,
): { misread: M; guesses: G[] }[] {
  return misreads
    .map((misread) => ({
      misread,
      guesses: guesses.filter((guess) => misreads.find((each) => fits(each, guess)) === misread),
    }))
    .filter((group) => group.guesses.length > 0);
}

/** 能猜的数，铺成一排；算猜中的不在内。 */
function numbers(
  { min, max, digits, tolerance = 0.15 }: NumberPrediction<ParamSet, unknown>,
  answer: number,
): number[] {
  const steps = 400;
  const even = Array.from({ length: steps + 1 }, (_, k) => min + ((max - min) * k) / steps);
  // 答案附近的错猜挤在窄窄一段里，照倍数再铺一排
  const near = [0, 0.25, 0.33, 0.5, 0.67, 0.8, 1.25, 1.5, 2, 3, 4].map((times) => answer * times);
  return [...new Set([...even, ...near].map((each) => Number(each.toFixed(digits))))]
    .filter(
      (guess) =>
        guess >= min &&
        guess <= max &&
        Math.abs(guess - answer) > tolerance * Math.max(Math.abs(answer), 1e-9),
    )
    .sort((a, b) => a - b);
}

function placeText({ x, at }: CurvePrediction<ParamSet, unknown>, index: number): string {
  const place = at[index] ?? x.min;
  if (x.year) return `${place} 年`;
  return x.percent ? `${fixed(place * 100)}% 处` : `${place} 处`;
}

/** 学生常画的几种线：平的、直的、矮一截的、高一截的、倒过来的。 */
function curves(
  { y, at }: CurvePrediction<ParamSet, unknown>,
  answers: readonly number[],
): (readonly number[])[] {
  const first = answers[0] ?? y.min;
  const last = answers.at(-1) ?? y.max;
  const line = (to: number, bend = 1) =>
    at.map((_, k) => first + (to - first) * (k / Math.max(1, at.length - 1)) ** bend);
  const within = (curve: readonly number[]) =>
    curve.map((each) => Math.min(y.max, Math.max(y.min, each)));
  return [
    line(first),
    line(first + (last - first) * 0.3),
    line(first + (last - first) * 0.6),
    line(last),
    line(y.max),
    line(y.min),
    line(last, 3),
    line(y.max, 0.4),
    at.map((_, k) => first + ((answers[k] ?? first) - first) * 0.5),
    at.map((_, k) => first + ((answers[k] ?? first) - first) * 1.6),
    at.map((_, k) => first - ((answers[k] ?? first) - first)),
  ].map(within);
}
