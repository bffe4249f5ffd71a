/** 一步问什么：题面、选项或分段、答案、错答的解释，都由实验的 model 与题库来。只在构建与测试时用。 */
import { fixed, withUnit } from '../../lib/format.ts';
import type { Question } from '../../quiz/question.ts';
import type { NumericQuestion } from '../../quiz/types/numeric/ask.ts';
import { units } from '../../quiz/types/numeric/units.ts';
import type { SingleQuestion } from '../../quiz/types/single/ask.ts';
import { judge } from '../../widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type ParamSet,
  type Prediction,
  type WidgetModel,
} from '../../widget-kit/model.ts';
import { binOf, binsFrom, holdsAnswer, type Bin } from '../answers/bins.ts';
import { letters, type Asking } from './deck.ts';
import { fill } from './fill.ts';
import { Problem } from './problem.ts';

export type Model = WidgetModel<ParamSet, unknown>;

interface BetAttributes {
  scenario: string;
  cuts?: number[] | undefined;
  at?: number | undefined;
  question?: string | undefined;
  unit?: string | undefined;
  misreads?: Readonly<Record<string, string>> | undefined;
}

export function betOn(model: Model, written: BetAttributes): Asking {
  const { scenario, cuts, at, question, unit, misreads } = written;
  const prediction = predictionOf(model, scenario);
  const values = scenarioValues(model, scenario);
  const result = model.compute(values);
  const asked = question
    ? fill(question, model, scenario, at)
    : questionText(prediction, values, result);
  if (at !== undefined) {
    if (prediction.kind !== 'curve') throw new Problem('at 只用来押一条曲线上的一点：删去 at');
    if (!question || !unit) throw new Problem('押曲线上的一点，要写 question 与 unit');
    const answer = prediction.answer(values, result, at);
    if (!misreads)
      throw new Problem("押曲线上的一点，实验说不出错在哪里：写 misreads={{ 19: '……' }}");
    const slips = Object.entries(misreads).map(([value, text]) => ({
      value: Number(value),
      why: fill(text, model, scenario, at),
    }));
    const asking = numbers(
      asked,
      answer,
      unit,
      prediction.digits,
      cuts,
      (bin) => slips.find(({ value }) => holds(bin, value))?.why ?? '',
      '',
    );
    const lost = slips.find(({ why }) => !asking.answers.some((each) => each.why === why));
    if (lost)
      throw new Problem(
        `misreads 里的 ${lost.value} 落在答案那一段，或者和另一条落在同一段：一段至多写一条`,
      );
    return asking;
  }
  if (misreads) throw new Problem('错答的话由实验给：删去 misreads');
  if (unit) throw new Problem('单位由实验给：删去 unit');
  if (prediction.kind === 'number') {
    const answer = prediction.answer(values, result);
    const said = (guess: number) => judge(prediction, guess, values, result, fixed);
    return numbers(
      asked,
      answer,
      prediction.unit,
      prediction.digits,
      cuts,
      (bin) => {
        const { hit, explanation } = said(within(bin, prediction));
        return hit ? '' : explanation;
      },
      said(answer).explanation.replace(praise, ''),
    );
  }
  if (cuts) throw new Problem('cuts 只用在押数的题上：删去 cuts');
  return prediction.kind === 'choice'
    ? choices(asked, prediction, model, scenario)
    : drawing(asked, prediction, model, scenario);
}

/** 实验夸猜中的人那半句；墙上、讲台上说的是答案，没有人可夸。 */
const praise = /^(?:[估看得很]*准|押中了|正是[^。，：]*|对|抓住了|差不多就是这个数)[。，：]/;

const holds = ({ from, to }: Bin, value: number): boolean =>
  (from === null || value >= from) && (to === null || value < to);

/** 一段里有代表性的一个数，照问的位数取：两头都有的取中间，敞口的往外走三成。 */
function within(
  { from, to }: Bin,
  { min, max, digits }: { min: number; max: number; digits: number },
): number {
  const low = from ?? Math.max(min, (to ?? 0) * 0.5);
  const high = to ?? Math.min(max, Math.max((from ?? 0) * 1.6, (from ?? 0) + 1));
  return Number(((low + high) / 2).toFixed(digits));
}

function choices(
  question: string,
  prediction: Prediction<ParamSet, unknown> & { kind: 'choice' },
  model: Model,
  scenario: string,
): Asking {
  const values = scenarioValues(model, scenario);
  const result = model.compute(values);
  const answer = prediction.answer(values, result);
  const right = prediction.options.findIndex(({ value }) => value === answer);
  const answers = prediction.options.map(({ value, label }, i) => ({
    // 选项自己带着字母的，举牌上已经有了
    label: label.startsWith(`${letters[i]} `) ? label.slice(2) : label,
    why: judge(prediction, value, values, result, fixed).explanation,
  }));
  return closed(question, answers, right, answers[right]?.why ?? '');
}

function drawing(
  question: string,
  prediction: Prediction<ParamSet, unknown> & { kind: 'curve' },
  model: Model,
  scenario: string,
): Asking {
  const values = scenarioValues(model, scenario);
  const result = model.compute(values);
  const { x, y, at, digits } = prediction;
  const truth = at.map((place) => prediction.answer(values, result, place));
  // 全班画的多半是斜坡：从标好的那一点起，走到末一点真正高度的四分之一
  const [first = 0, last = 0] = [truth[0], truth.at(-1)];
  const slope = at.map((_, i) => first + ((last / 4 - first) * i) / Math.max(1, at.length - 1));
  const text = (value: number) => fixed(value, digits);
  return {
    kind: 'curve',
    question,
    answers: [],
    count: 0,
    right: null,
    answer: truth.map(text).join('、'),
    explanation: judge(prediction, slope, values, result, fixed).explanation,
    curve: { x, y, at, digits, truth },
  };
}

export function fromBank(question: Question, cuts: readonly number[] | undefined): Asking {
  if (question.type === 'single') {
    if (cuts) throw new Problem('cuts 只用在押数的题上：删去 cuts');
    const { prompt, options, explanation } = question as SingleQuestion;
    return closed(
      prompt,
      options.map(({ text, why = '' }) => ({ label: text, why })),
      options.findIndex(({ correct }) => correct),
      explanation,
    );
  }
  if (question.type !== 'numeric')
    throw new Problem(`题型 ${question.type} 不能举牌作答：换一道单选或计算题`);
  const { prompt, key, unit, slips, explanation } = question as NumericQuestion;
  // 题目里的百分数是比例，举手报的是百分数
  const shown = unit === 'percent' ? 100 : 1;
  return numbers(
    prompt,
    key * shown,
    units[unit].label,
    1,
    cuts,
    (bin) => slips.find(({ value }) => holds(bin, value * shown))?.why ?? '',
    explanation,
  );
}

/** 一个一个数得过来的：站、人、处，不会猜出半个来。 */
const counted = (cuts: readonly number[], unit: string) =>
  ['个', '人', '处', '家'].includes(unit) && cuts.every((cut) => cut <= 20);

function numbers(
  question: string,
  answer: number,
  unit: string,
  digits: number,
  cuts: readonly number[] | undefined,
  why: (bin: Bin) => string,
  explanation: string,
): Asking {
  if (!cuts) throw new Problem('押数的题要写分界 cuts，全班分成几段举手');
  const bins = binsFrom(cuts, unit, digits === 0 && counted(cuts, unit));
  const right = binOf(bins, answer);
  if (!holdsAnswer(cuts, answer))
    throw new Problem(`答案 ${withUnit(answer, unit)} 离分界太近：挪开 cuts，两边各留出它的一成`);
  return {
    kind: 'number',
    question,
    answers: bins.map((bin, i) => ({ label: bin.label, why: i === right ? '' : why(bin) })),
    count: bins.length,
    right,
    answer: withUnit(Number(answer.toFixed(digits)), unit),
    explanation,
    cuts,
    unit,
  };
}

function closed(
  question: string,
  answers: Asking['answers'],
  right: number,
  explanation: string,
): Asking {
  if (answers.length > letters.length)
    throw new Problem(`有 ${answers.length} 个选项，举牌只有 ${letters.length} 种：换一题`);
  return {
    kind: 'choice',
    question,
    answers: answers.map(({ label, why }, i) => ({ label, why: i === right ? '' : why })),
    count: answers.length,
    right,
    answer: answers[right]?.label ?? '',
    explanation,
  };
}
