/**
 * 作者写的步配上题面、选项、答案与错答的解释：都由实验的 model 与题库算，作者一个数也不打。
 * 只在构建与测试时用；对不上的地方连同文件与行号一次说完。
 */
import { bindUnits } from '../lib/bind-units.ts';
import { fixed, withUnit } from '../lib/format.ts';
import { hash53 } from '../quiz/hash.ts';
import type { Question } from '../quiz/question.ts';
import type { NumericQuestion } from '../quiz/types/numeric/ask.ts';
import { units } from '../quiz/types/numeric/units.ts';
import type { SingleQuestion } from '../quiz/types/single/ask.ts';
import { judge } from '../widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type ParamSet,
  type Prediction,
  type WidgetModel,
} from '../widget-kit/model.ts';
import { binOf, binsFrom, holdsAnswer, type Bin } from './bins.ts';
import { letters, type Asking, type Deck, type Step } from './deck.ts';
import type { Game } from './games/game.ts';
import { readDeck, type ReadStep } from './read-deck.ts';

type Model = WidgetModel<ParamSet, unknown>;

/** 课件里的东西，由页面或测试交进来。 */
export interface Course {
  title: string;
  models: ReadonlyMap<string, Model>;
  /** 一个实验的画面各部分的编号 */
  partsOf: (widget: string) => readonly string[];
  games: readonly Game[];
  /** 题库里的题，出好了；没有这一题是 null */
  question: (id: string, seed?: number) => Promise<Question | null>;
  initials: (text: string) => string;
}

export interface Resolved {
  deck: Deck;
  /** 第几节课从哪一步起 */
  starts: readonly number[];
  problems: string[];
}

class Problem extends Error {}

export async function resolveDeck(file: string, source: string, course: Course): Promise<Resolved> {
  const read = readDeck(file, source);
  const problems = [...read.problems];
  const steps: Step[] = [];
  for (const step of read.steps) {
    try {
      steps.push(bound(await resolveStep(step, read.steps, course)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(
        `${file} 第 ${step.line} 行：<${step.tag} id="${step.attributes.id}"> ${error.message}`,
      );
    }
  }
  const deck = {
    id: read.chapter,
    title: course.title,
    periods: read.periods,
    starts: read.starts,
    steps,
    hash: hash53(source + JSON.stringify(steps)).toString(36),
  };
  return { deck, starts: read.starts, problems };
}

/** 要上墙的字，数与量词不拆在两行。 */
function bound<T>(said: T): T {
  const each = (value: unknown): unknown => {
    if (typeof value === 'string') return bindUnits(value);
    if (Array.isArray(value)) return value.map(each);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, each(one)]));
  };
  return each(said) as T;
}

async function resolveStep(
  step: ReadStep,
  all: readonly ReadStep[],
  course: Course,
): Promise<Step> {
  const { id, minutes, skip } = step.attributes;
  const base = (title: string) => ({
    id,
    title,
    minutes,
    initials: course.initials(title),
    ...(skip ? { skip } : {}),
  });
  switch (step.tag) {
    case 'Cover':
    case 'Explain':
      return { ...base(step.attributes.title), kind: step.tag === 'Cover' ? 'cover' : 'explain' };
    case 'Discuss':
      return {
        ...base(step.attributes.title),
        kind: 'discuss',
        seconds: step.attributes.seconds,
      };
    case 'Game': {
      const { title, game: asked } = step.attributes;
      if (step.prompted || step.options > 0)
        throw new Problem('题面由游戏给：删去里面写的，只留 <Say> 与 <Wrong>');
      const game = course.games.find((each) => each.id === asked);
      if (!game)
        throw new Problem(
          `没有游戏 ${asked}：可以写 ${course.games.map((each) => each.id).join('、')}`,
        );
      return {
        ...base(title ?? game.title),
        kind: 'game',
        game: { id: game.id, question: game.question },
      };
    }
    case 'Run': {
      const { title, see } = step.attributes;
      const { widget } = stageOf(step.attributes, course);
      return { ...base(title), kind: 'run', widget, ...(see ? { see } : {}) };
    }
    case 'Bet': {
      const { title, see, revote } = step.attributes;
      const { widget, model } = stageOf(step.attributes, course);
      return {
        ...base(title ?? model.title),
        kind: 'bet',
        widget,
        asking: betOn(model, step.attributes),
        ...(see ? { see } : {}),
        ...(revote ? { revote } : {}),
      };
    }
    case 'Ask':
      return resolveAsk(step, all, course, base);
  }
}

function stageOf(
  {
    widget: id,
    scenario: asked,
    part,
    alone,
    setting: own,
  }: {
    widget: string;
    scenario: string;
    part?: string | undefined;
    alone?: boolean | undefined;
    setting?: string | undefined;
  },
  course: Course,
) {
  const model = course.models.get(id);
  if (!model) throw new Problem(`没有实验 ${id}：写 src/widgets 下的文件夹名`);
  const scenario = model.scenarios.find((each) => each.id === asked);
  if (!scenario)
    throw new Problem(
      `实验 ${id} 没有场景 ${asked}：可以写 ${model.scenarios.map((each) => each.id).join('、')}`,
    );
  const parts = course.partsOf(id);
  if (part !== undefined && !parts.includes(part))
    throw new Problem(`实验 ${id} 没有画面 ${part}：可以写 ${parts.join('、')}`);
  if (alone && !part) throw new Problem('alone 是只摆 part 那一幅：写上 part');
  const { label, sentence } = scenario;
  const setting = own ?? sentence;
  return {
    model,
    widget: {
      id,
      scenario: asked,
      label,
      setting,
      ...(part ? { part } : {}),
      ...(alone ? { alone } : {}),
    },
  };
}

interface BetAttributes {
  scenario: string;
  cuts?: number[] | undefined;
  at?: number | undefined;
  question?: string | undefined;
  unit?: string | undefined;
}

function betOn(model: Model, { scenario, cuts, at, question, unit }: BetAttributes): Asking {
  const prediction = predictionOf(model, scenario);
  const values = scenarioValues(model, scenario);
  const result = model.compute(values);
  const asked = question ?? questionText(prediction, values, result);
  if (at !== undefined) {
    if (prediction.kind !== 'curve') throw new Problem('at 只用来押一条曲线上的一点：删去 at');
    if (!question || !unit) throw new Problem('押曲线上的一点，要写 question 与 unit');
    const answer = prediction.answer(values, result, at);
    return numbers(question, answer, unit, prediction.digits, cuts, () => '', '');
  }
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
      said(answer).explanation,
    );
  }
  if (cuts) throw new Problem('cuts 只用在押数的题上：删去 cuts');
  return prediction.kind === 'choice'
    ? choices(asked, prediction, model, scenario)
    : drawing(asked, prediction, model, scenario);
}

/** 一段里有代表性的一个数，照问的位数取：两头都有的取中间，敞口的往外走三成。 */
function within(
  { from, to }: Bin,
  { min, max, digits }: { min: number; max: number; digits: number },
): number {
  const low = from ?? Math.max(min, (to ?? 0) * 0.5);
  const high = to ?? Math.min(max, Math.max((from ?? 0) * 1.6, (from ?? 0) + 1));
  return Number(((low + high) / 2).toFixed(digits));
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

async function resolveAsk(
  step: ReadStep & { tag: 'Ask' },
  all: readonly ReadStep[],
  course: Course,
  base: (title: string) => Pick<Step, 'id' | 'title' | 'minutes' | 'initials' | 'skip'>,
): Promise<Step> {
  const { title, question: id, seed, cuts, revote, repeats } = step.attributes;
  if (id === undefined) {
    if (!title) throw new Problem('自己写的题要写题名 title');
    if (!step.prompted || step.options < 2 || step.options > letters.length)
      throw new Problem(`自己写的题，里面写一段题面和 2 到 ${letters.length} 个 <Option>`);
    if (cuts || seed !== undefined || revote)
      throw new Problem('自己写的题是表决，没有标准答案：删去 cuts、seed、revote');
    if (repeats !== undefined) repeated(step, repeats, all);
    return {
      ...base(title),
      kind: 'ask',
      asking: {
        kind: 'choice',
        question: null,
        answers: [],
        count: step.options,
        right: null,
        answer: '',
        explanation: '',
      },
      ...(repeats ? { repeats } : {}),
    };
  }
  if (repeats !== undefined) throw new Problem('题库里的题不用 repeats：删去它');
  if (step.prompted || step.options > 0)
    throw new Problem('题面与选项由题库给：删去里面写的，只留 <Say> 与 <Wrong>');
  const question = await course.question(id, seed);
  if (!question) throw new Problem(`题库里没有 ${id}：看 content/quizzes`);
  return {
    ...base(title ?? question.title),
    kind: 'ask',
    asking: fromBank(question, cuts),
    ...(revote ? { revote } : {}),
  };
}

function repeated(step: ReadStep, id: string, all: readonly ReadStep[]): void {
  const earlier = all.slice(0, all.indexOf(step)).find(({ attributes }) => attributes.id === id);
  if (!earlier) throw new Problem(`前面没有编号是 ${id} 的一步：改 repeats`);
  if (earlier.options !== step.options)
    throw new Problem(
      `${id} 有 ${earlier.options} 个选项，这里有 ${step.options} 个：要一样多才比得了`,
    );
}

function fromBank(question: Question, cuts: readonly number[] | undefined): Asking {
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
    ({ from, to }) =>
      slips.find(
        ({ value }) =>
          (from === null || value * shown >= from) && (to === null || value * shown < to),
      )?.why ?? '',
    explanation,
  );
}
