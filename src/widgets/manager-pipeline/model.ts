import {
  growthForShare,
  managerPipeline,
  undilutedGrowth,
  type PipelineYear,
} from '../../calc/improvement/manager-pipeline.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

/** 起步时的店，一家一位熟手。 */
export const first = 100;
/** 算“还要这么多店有熟手，最多开几成”。 */
export const goal = 0.9;

const params = {
  growth: {
    kind: 'number',
    label: '一年多开几成店',
    symbol: 'g',
    min: 0,
    max: 1,
    step: 0.01,
    default: 0.3,
    percent: true,
    meaning: '年末的店比年初多百分之几。',
  },
  leaving: {
    kind: 'number',
    label: '熟手一年走几成',
    symbol: 'r',
    min: 0,
    max: 0.5,
    step: 0.01,
    default: 0.12,
    percent: true,
    meaning: '被挖走的，回老家的，累垮的。',
  },
  mentoring: {
    kind: 'number',
    label: '一位熟手一年带出几位',
    symbol: 'm',
    unit: '位',
    min: 0,
    max: 0.6,
    step: 0.01,
    default: 0.25,
    meaning: '0.25 就是四位熟手一年合起来带出一位。',
  },
  training: {
    kind: 'number',
    label: '出师要多等几年',
    unit: '年',
    min: 0,
    max: 3,
    step: 1,
    default: 0,
    meaning: '0 是当年带、当年出师。',
  },
  years: {
    kind: 'number',
    label: '看到第几年末',
    unit: '年',
    min: 1,
    max: 10,
    step: 1,
    default: 6,
    meaning: '从一百家店、一百位熟手起。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 曲线取的扩张速度。 */
export const growths = Array.from({ length: 101 }, (_, i) => i / 100);

/** 这样的熟手，店按 `growth` 多，`years` 年末有熟手的店占几成。 */
const shareAt = (values: Setting, growth: number) =>
  (managerPipeline({ ...values, growth })[values.years] as PipelineYear).seasonedShare;

function compute(values: Setting) {
  const path = managerPipeline(values);
  return {
    path,
    end: path[values.years] as PipelineYear,
    next: path[1] as PipelineYear,
    /** 不稀释的上限；当年就出师的话是多少 */
    limit: undilutedGrowth(values),
    quickLimit: undilutedGrowth({ ...values, training: 0 }),
    /** 到那一年末还要九成的店有熟手，一年最多多开几成 */
    ninety: growthForShare({ ...values, share: goal }),
    /** 一家也不多开 */
    still: shareAt(values, 0),
    curve: growths.map((growth) => ({ growth, share: shareAt(values, growth) })),
  };
}
export type Result = ReturnType<typeof compute>;

/** 13%、9.1%。 */
export const rate = (value: number) => `${upTo(value * 100, 1)}%`;
export const count = (value: number) => fixed(value);

/** 头一年的账。 */
const firstYear = ({ growth, leaving, mentoring }: Setting, { next }: Result) =>
  `头一年，${first} 位熟手走 ${upTo(first * leaving, 1)} 位、出师 ${upTo(first * mentoring, 1)} 位，剩 ${upTo(next.managers, 1)} 位；店从 ${first} 家到 ${upTo(first * (1 + growth), 1)} 家。`;

/** 到头来占几成，为什么。 */
function endSays(values: Setting, result: Result): string {
  const { years, growth, leaving, mentoring, training } = values;
  const { end } = result;
  const line = `${firstYear(values, result)}第 ${years} 年末 ${count(end.stores)} 家店、${count(end.managers)} 位熟手，${end.seasonedShare === 1 ? '家家都有' : `占 ${percent(end.seasonedShare)}`}。`;
  return end.seasonedShare < 1 && years > 1 && training === 0
    ? `${line}一年一年连乘：${upTo(1 - leaving + mentoring, 2)} ÷ ${upTo(1 + growth, 2)} 的 ${years} 次方。`
    : line;
}

/** 上限怎么来的。 */
function limitSays({ leaving, mentoring, training }: Setting, { limit, quickLimit }: Result) {
  const plain = `带出来的 ${rate(mentoring)} 减去走掉的 ${rate(leaving)}，一年 ${rate(quickLimit)}`;
  if (training === 0)
    return `${plain}。${limit < 0 ? '是负的：一家不开，熟手也一年比一年少。' : '店多得比这更快，每年就有一批新店没有熟手。'}`;
  return `当年就出师，是${plain}；要多等 ${training} 年，今年出师的是 ${training} 年前那一批少些的熟手带的，上限是 ${rate(limit)}。`;
}

const near = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack;

/** 问上限的一问，两个场景共用。 */
const limitPrediction = (question: (values: Setting, result: Result) => string) => ({
  kind: 'number' as const,
  question,
  unit: '%',
  min: -50,
  max: 100,
  digits: 1,
  tolerance: 0.09,
  answer: (_values: Setting, { limit }: Result) => limit * 100,
  hit: (values: Setting, result: Result) => `准。${limitSays(values, result)}`,
  misreads: [
    {
      when: (guess: number, answer: number, { mentoring, leaving }: Setting) =>
        leaving > 0 && guess > answer && near(guess, mentoring * 100, 1),
      text: (values: Setting, result: Result) =>
        `带出来的，先要填走掉的坑。${limitSays(values, result)}`,
    },
    {
      when: (guess: number, answer: number, { mentoring, leaving }: Setting) =>
        leaving > 0 && guess > answer && near(guess, (mentoring + leaving) * 100, 1),
      text: (values: Setting, result: Result) => `走掉的是减，不是加。${limitSays(values, result)}`,
    },
    {
      when: (guess: number, answer: number, { training }: Setting, { quickLimit }: Result) =>
        training > 0 && guess > answer && near(guess, quickLimit * 100, 0.6),
      text: (values: Setting, result: Result) =>
        `这是当年就出师的上限。迟几年出师，不是晚几年拿到同样多。${limitSays(values, result)}`,
    },
    {
      when: (guess: number, answer: number) => guess > answer,
      text: (values: Setting, result: Result, guess: number) =>
        `开得太快了。${limitSays(values, result)}照你猜的一年多开 ${upTo(guess, 1)}%，第 ${values.years} 年末有熟手的店占 ${percent(shareAt(values, guess / 100), 1)}。`,
    },
    {
      when: () => true,
      text: (values: Setting, result: Result) => `还可以再快一点。${limitSays(values, result)}`,
    },
  ],
});

/** 问到头来占几成的一问，两个场景共用。 */
const sharePrediction = (question: (values: Setting, result: Result) => string) => ({
  kind: 'number' as const,
  question,
  unit: '%',
  min: 0,
  max: 100,
  digits: 0,
  tolerance: 0.15,
  answer: (_values: Setting, { end }: Result) => end.seasonedShare * 100,
  hit: (values: Setting, result: Result) => `准。${endSays(values, result)}`,
  misreads: [
    {
      when: (guess: number, answer: number) => guess > 99 && answer < 99,
      text: (values: Setting, result: Result) =>
        `${values.growth === 0 ? '店没有多，老店的熟手照样走。' : '熟手也在变，跟不上店。'}${endSays(values, result)}`,
    },
    {
      when: (guess: number, answer: number, { years }: Setting, { next }: Result) =>
        guess > answer && years > 1 && near(guess, next.seasonedShare * 100, 2),
      text: (values: Setting, result: Result) => `这是头一年末的。${endSays(values, result)}`,
    },
    {
      when: (guess: number, answer: number, { years }: Setting, { next }: Result) =>
        guess < answer &&
        years > 1 &&
        near(guess, Math.max(0, 100 - years * (1 - next.seasonedShare) * 100), 3),
      text: (values: Setting, result: Result) =>
        `你大概把头一年少的那一截减了 ${values.years} 遍。每年少的是剩下的几成，剩得越少，少得也越少。${endSays(values, result)}`,
    },
    {
      when: (guess: number, answer: number) => guess > answer,
      text: (values: Setting, result: Result) => `高了。${endSays(values, result)}`,
    },
    {
      when: () => true,
      text: (values: Setting, result: Result) => `低了。${endSays(values, result)}`,
    },
  ],
});

export const model = defineWidget({
  id: 'manager-pipeline',
  version: 2,
  title: '一个带一个',
  english: 'The manager pipeline',
  question: '一年开几成新店，才不掉口碑？',
  chapter: 'world-class',
  section: 'people',
  directional: true,
  params,
  scenarios: [
    {
      id: 'hot-pot',
      label: '沸点火锅',
      sentence:
        '沸点火锅（虚构）有一百家店，一家一位熟手店长。店长一年走 12%；能当店长的人要在店里跟出来，平均四位一年带得出一位。拓展部报的是一年多开三成。',
      values: {},
    },
    {
      id: 'half',
      label: '趁热多开',
      sentence:
        '生意好，投资人催：别三成，一年多开一半，六年就是一千一百多家。店长照旧一年走 12%，四位带一位。',
      values: { growth: 0.5 },
      predict: sharePrediction(
        ({ growth, years, leaving, mentoring }) =>
          `起步一百家店，家家有熟手。熟手一年走 ${rate(leaving)}，一位一年带出 ${upTo(mentoring, 2)} 位；店一年多开 ${rate(growth)}。第 ${years} 年末，有熟手的店占百分之几？`,
      ),
    },
    {
      id: 'still',
      label: '一家不开',
      sentence:
        '一家奶茶连锁（虚构）也是一百家店。店长跳槽多，一年走 35%，带教还是四位一年带出一位。老板学乖了：一家新店也不开，先稳一稳。',
      values: { growth: 0, leaving: 0.35 },
      predict: sharePrediction(
        ({ growth, years, leaving, mentoring }) =>
          `一百家店，一百位熟手。一年走 ${rate(leaving)}，一位一年带出 ${upTo(mentoring, 2)} 位；店${growth === 0 ? '一家也不多开' : `一年多开 ${rate(growth)}`}。第 ${years} 年末，有熟手的店占百分之几？`,
      ),
    },
    {
      id: 'slow',
      label: '出师要等两年',
      sentence:
        '还是沸点火锅，流失和带教都没有变，只是规矩严了：徒弟不再当年出师，要多跟两年才许管店。',
      values: { training: 2 },
      predict: limitPrediction(
        ({ training, leaving, mentoring }, { quickLimit }) =>
          `一年走 ${rate(leaving)}，一位一年带出 ${upTo(mentoring, 2)} 位。当年就出师，一年最多多开 ${rate(quickLimit)}，熟手才不被摊薄。出师要多等 ${training} 年，长远看，一年最多多开百分之几？`,
      ),
    },
  ],
  compute,
  predict: limitPrediction(
    ({ leaving, mentoring, training }) =>
      `一百家店，一百位熟手。熟手一年走 ${rate(leaving)}，一位一年带出 ${upTo(mentoring, 2)} 位${training > 0 ? `，出师要多等 ${training} 年` : ''}。一年最多多开百分之几，往后每家店才都有熟手？`,
  ),
  sentence({ growth, years }, { end, limit, ninety }) {
    const most =
      limit < 0
        ? `熟手自己每年 ${rate(limit)}，一家不开也越来越少`
        : `不摊薄的上限，长远是一年 ${rate(limit)}`;
    const nine =
      ninety < 0
        ? `第 ${years} 年末，就算一家不开也保不住九成`
        : `第 ${years} 年末还要九成的店有熟手，一年最多开 ${rate(ninety)}`;
    return `一年多开 ${rate(growth)}，第 ${years} 年末 ${count(end.stores)} 家店，${count(end.managers)} 位熟手，${end.seasonedShare === 1 ? '家家都有熟手' : `有熟手的店占 ${percent(end.seasonedShare)}`}。${most}；${nine}。`;
  },
  brief: ({ years }, { end }) =>
    `第 ${years} 年末 ${count(end.stores)} 家店，${percent(end.seasonedShare)} 有熟手`,
  table(_values, { path }) {
    return {
      caption: '一年一年：店、熟手、有熟手的店占几成',
      columns: [
        { label: '第几年末' },
        { label: '店', unit: '家' },
        { label: '熟手', unit: '位' },
        { label: '有熟手的店', unit: '%' },
      ],
      rows: path.map(({ year, stores, managers, seasonedShare }) => [
        year,
        stores,
        managers,
        seasonedShare * 100,
      ]),
      digits: [0, 0, 0, 0],
    };
  },
  monotone: [
    { param: 'growth', quantity: ({ end }) => end.seasonedShare, direction: 'down' },
    { param: 'leaving', quantity: ({ end }) => end.managers, direction: 'down' },
    { param: 'leaving', quantity: ({ limit }) => limit, direction: 'down' },
    { param: 'mentoring', quantity: ({ end }) => end.managers, direction: 'up' },
    { param: 'mentoring', quantity: ({ limit }) => limit, direction: 'up' },
  ],
});
