/**
 * 作者写的步配上实验、题目与游戏；问什么、答案是什么由 asking.ts 算，作者一个数也不打。
 * 只在构建与测试时用；对不上的地方连同文件与行号一次说完。
 */
import { bindUnits } from '../../lib/bind-units.ts';
import { hash53 } from '../../quiz/hash.ts';
import type { Question } from '../../quiz/question.ts';
import type { Game } from '../games/game.ts';
import { betOn, fromBank, type Model } from './asking.ts';
import { letters, type Deck, type Step } from './deck.ts';
import { fill } from './fill.ts';
import { Problem } from './problem.ts';
import { readDeck, type ReadStep } from './read-deck.ts';

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
      const { title, see, covered } = step.attributes;
      const { widget, model } = stageOf(step.attributes, course);
      return {
        ...base(title),
        kind: 'run',
        widget,
        ...(covered ? { covered: fill(covered, model, widget.scenario) } : {}),
        ...(see ? { see: { ...see, ask: fill(see.ask, model, widget.scenario) } } : {}),
      };
    }
    case 'Bet': {
      const { title, see, revote } = step.attributes;
      const { widget, model } = stageOf(step.attributes, course);
      return {
        ...base(title ?? model.title),
        kind: 'bet',
        widget,
        asking: betOn(model, step.attributes),
        ...(see ? { see: { ...see, ask: fill(see.ask, model, widget.scenario) } } : {}),
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
  const setting = own ? fill(own, model, asked) : sentence;
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
