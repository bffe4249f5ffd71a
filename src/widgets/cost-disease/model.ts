import { costDisease, type CostDiseaseResult } from '../../calc/economy/cost-disease.ts';
import { fixed, percent, times, upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

/** 曲线画到第几年，也是年数最多能调到几。 */
export const horizon = 60;

/** 曲线取的年份。 */
const years = Array.from({ length: horizon + 1 }, (_, t) => t);

/** 差不到万分之五，印出来是一样的。 */
const same = (a: number, b: number) => Math.abs(a - b) < 0.0005;

const direction = (from: number, to: number) =>
  same(from, to) ? 'same' : to > from ? 'up' : 'down';

interface Rates {
  goodsGrowth: number;
  servicesGrowth: number;
  initialShare: number;
  elasticity: number;
}

/** 人往哪一边去，为什么。 */
function drift(
  { goodsGrowth, servicesGrowth, initialShare, elasticity }: Rates,
  { servicesShare }: CostDiseaseResult,
): string {
  const [slow, fast] = servicesGrowth < goodsGrowth ? ['服务业', '制造业'] : ['制造业', '服务业'];
  const ends = `做服务的人，占比${towards(initialShare, servicesShare)}。`;
  if (goodsGrowth === servicesGrowth) return `两边涨得一样快，人手不用挪。${ends}`;
  if (elasticity === 1) return `每次服务相对多占的人手，和相对少买的次数恰好抵消。${ends}`;
  return elasticity < 1
    ? `${slow}省下的人手少，产量又要大体跟上，人就往那里去。${ends}`
    : `贵的少买，少得比涨价还多，人就往${fast}去。${ends}`;
}

/** 3%、0.7%：整的不带小数。 */
const rate = (value: number) => `${upTo(value * 100, 1)}%`;

const towards = (from: number, to: number) =>
  same(from, to) ? `一直是 ${rate(to)}` : `从 ${rate(from)} 变成 ${rate(to)}`;

export const model = defineWidget({
  id: 'cost-disease',
  version: 2,
  title: '越来越贵的四重奏',
  english: 'The cost disease',
  question: '没有人偷懒，为什么学费、护理费和票价常比电视涨得快？',
  chapter: 'economy',
  section: 'cost-disease',
  params: {
    goodsGrowth: {
      kind: 'number',
      label: '制造业生产率年增',
      symbol: 'g₁',
      min: 0,
      max: 0.06,
      step: 0.005,
      default: 0.03,
      percent: true,
      meaning: '同样一个人，一年比一年多做多少件。',
    },
    servicesGrowth: {
      kind: 'number',
      label: '服务业生产率年增',
      symbol: 'g₂',
      min: 0,
      max: 0.04,
      step: 0.005,
      default: 0,
      percent: true,
      meaning: '同样一个人，一年比一年多服务多少次；四重奏是 0。',
    },
    years: {
      kind: 'number',
      label: '过了多少年',
      symbol: 't',
      unit: '年',
      min: 0,
      max: horizon,
      step: 1,
      default: 40,
      meaning: '从起点算起。',
    },
    initialShare: {
      kind: 'number',
      label: '起点时做服务的人',
      symbol: 's₀',
      min: 0.1,
      max: 0.8,
      step: 0.05,
      default: 0.5,
      percent: true,
      meaning: '第 0 年，每一百个上班的人里有几个在服务业。',
    },
    elasticity: {
      kind: 'number',
      label: '贵了就少买',
      symbol: 'ε',
      min: 0,
      max: 1.5,
      step: 0.1,
      default: 0,
      meaning: '弹性：相对价格涨 1%，服务与商品的产量之比降百分之几。0 是一点不少买。',
    },
  },
  compute(values) {
    const at = (t: number) => costDisease({ ...values, years: t });
    const now = at(values.years);
    return {
      now,
      relativePrice: now.relativePrice,
      share: now.servicesShare,
      growth: now.growth,
      initialGrowth: at(0).growth,
      curve: years.map((t) => ({ year: t, ...at(t) })),
    };
  },
  scenarios: [
    {
      id: 'quartet',
      label: '民乐四重奏',
      sentence:
        '江城（虚构）一半人在工厂，一半人在学校、医院和剧院。工厂的生产率每年涨 3%；四重奏还是四个人拉半个钟头，一点不涨。居民要的东西也没变：多一台电视，就多看一场戏。',
      values: {},
    },
    {
      id: 'kindergarten',
      label: '网点填单上手机',
      sentence: '表格改在手机上填，同样的柜员每年能多办 1% 的业务；工厂仍是每年 3%。',
      values: { servicesGrowth: 0.01 },
      predict: {
        kind: 'number',
        question: (values) =>
          `服务一点不涨时，${values.years} 年后的相对价格是起初的 ${times(costDisease({ ...values, servicesGrowth: 0 }).relativePrice, 2)}。现在服务业每年也涨 ${rate(values.servicesGrowth)}，${values.years} 年后是起初的几倍？`,
        unit: '倍',
        min: 0,
        max: 40,
        digits: 2,
        tolerance: 0.08,
        answer: (_values, { relativePrice }) => relativePrice,
        hit: '抓住了：每年只快一点点，几十年的复利就把贵出来的那一截砍掉一大块。',
        misreads: [
          {
            when: (guess, answer) => guess > answer,
            text: ({ years, servicesGrowth }) =>
              `猜高了，“每年才 ${rate(servicesGrowth)}”听着不起眼。可它年年都在，${years} 年的复利乘起来，从价格里除掉的是一大块。`,
          },
          {
            when: (guess, answer) => guess < 1.2 && answer > 1.2,
            text: '猜得太低。工厂还是涨得比网点快，差距小了，没有追平：价格照样往上走，只是慢了。',
          },
          {
            when: () => true,
            text: '猜低了一点，差距也按复利滚。',
          },
        ],
      },
    },
    {
      id: 'home-help',
      label: '请保洁，还是自己拖',
      sentence:
        '请人上门打扫，一点不涨生产率。它越来越贵，居民就自己拖地、买扫地机：相对价格涨 1%，服务与商品的产量之比就降 1%。',
      values: { elasticity: 1 },
      predict: {
        kind: 'choice',
        question: ({ years }, { relativePrice }) =>
          `相对价格涨 1%，就相对少买 1%。${years} 年后，服务的相对价格照样是起初的 ${times(relativePrice, 2)}。做服务的人，占比会怎样？`,
        options: [
          {
            value: 'up',
            label: '照样升：每次服务还是要那么多人',
            explanation: (values, { now }) => drift(values, now),
          },
          {
            value: 'same',
            label: '不升也不降',
            explanation: (values, { now }) =>
              `${drift(values, now)}产量却没有跟上：服务是起初的 ${times(now.servicesOutput, 2)}，商品是 ${times(now.goodsOutput, 2)}。`,
          },
          {
            value: 'down',
            label: '降：贵了，请的人就少了',
            explanation: (values, { now }) =>
              `${drift(values, now)}少买的幅度比涨价还大，占比才会降，把 ε 拖到 1.5 看看。`,
          },
        ],
        answer: ({ initialShare }, { now }) => direction(initialShare, now.servicesShare),
      },
    },
    {
      id: 'live-class',
      label: '一个名师，万人直播',
      sentence:
        '直播课一年比一年大，同样一位老师每年多教 4% 的学生，比工厂的 3% 还快。别的都不变，产量仍是同步涨。',
      values: { servicesGrowth: 0.04 },
      predict: {
        kind: 'choice',
        question: ({ years }) =>
          `服务业成了涨得快的那个，两边的产量仍旧同步涨。${years} 年后，做服务的人占比会怎样？`,
        options: [
          {
            value: 'up',
            label: '升：哪里做得好，人就往哪里去',
            explanation: (values, { now }) =>
              `${drift(values, now)}人往哪里去，要看哪里省不下人手。`,
          },
          {
            value: 'same',
            label: '不变：两边的产量同步',
            explanation: (values, { now }) =>
              `产量之比不变，人数之比就要变：一边的一个人越来越顶用，同样的产量，要的人就少。${drift(values, now)}`,
          },
          {
            value: 'down',
            label: '降：效率高了，用不着那么多人',
            explanation: (values, { now }) =>
              `${drift(values, now)}相对价格是起初的 ${times(now.relativePrice, 2)}。成本病不是服务业的病，谁涨得慢谁得。`,
          },
        ],
        answer: ({ initialShare }, { now }) => direction(initialShare, now.servicesShare),
      },
    },
  ],
  predict: {
    kind: 'number',
    question: ({ goodsGrowth, servicesGrowth, years, initialShare }) =>
      `工厂的生产率每年涨 ${rate(goodsGrowth)}，服务业${servicesGrowth === 0 ? '不涨' : `涨 ${rate(servicesGrowth)}`}，两边产量的比例一点不变。起初每一百个人里 ${fixed(initialShare * 100)} 个做服务；${years} 年后是几个？`,
    unit: '个',
    min: 0,
    max: 100,
    digits: 1,
    tolerance: 0.06,
    answer: (_values, { share }) => share * 100,
    hit: ({ years }, { now }) =>
      `准。产量比例不动，人就得往省不下人手的那边去。${years} 年后两边的产量都是起初的 ${times(now.goodsOutput, 2)}，并没有谁少干。`,
    misreads: [
      {
        when: (guess, _answer, { initialShare }) => Math.abs(guess - initialShare * 100) < 3,
        text: (_values, { relativePrice }) =>
          `产量的比例不变，人数的比例可不会不变。同服务比，工厂一个人顶从前 ${times(relativePrice, 2)}的活，同样的产量用不着那么多人。`,
      },
      {
        when: (guess, _answer, { initialShare }) => guess < initialShare * 100,
        text: '大概是想：服务越来越贵，买的人少了，做的人也就少了。可这里说好产量比例不变；要看“贵了就少买”，换到第三个场景。',
      },
      {
        when: (guess, answer) => guess > answer,
        text: (_values, { relativePrice }) =>
          `方向对，走得太远。人数之比变成起初的 ${times(relativePrice, 2)}，换成占比却越往上越慢。`,
      },
      {
        when: () => true,
        text: ({ years }, { relativePrice }) =>
          `方向对，低估了复利。每年一点点，${years} 年后同服务比，工厂一个人顶从前 ${times(relativePrice, 2)}的活，人数之比也就变了同样的倍数。`,
      },
    ],
  },
  sentence({ years, initialShare }, { now, initialGrowth }) {
    return `${years} 年后，服务的相对价格是起初的 ${times(now.relativePrice, 2)}，做服务的人占比${towards(initialShare, now.servicesShare)}；产量各是起初的几倍：服务 ${fixed(now.servicesOutput, 2)}，商品 ${fixed(now.goodsOutput, 2)}；全社会的生产率增速${towards(initialGrowth, now.growth)}。`;
  },
  brief: (_values, { relativePrice, share }) =>
    `做服务的人占 ${percent(share, 1)}，相对价格 ${times(relativePrice, 2)}`,
  table(_values, { curve }) {
    return {
      caption: '每隔五年：相对价格、就业占比、产量与全社会增速（价格与产量以起点为 1）',
      columns: [
        { label: '年' },
        { label: '服务的相对价格', unit: '倍' },
        { label: '做服务的人', unit: '%' },
        { label: '服务产量', unit: '倍' },
        { label: '商品产量', unit: '倍' },
        { label: '全社会生产率增速', unit: '%' },
      ],
      rows: curve
        .filter(({ year }) => year % 5 === 0)
        .map(({ year, relativePrice, servicesShare, servicesOutput, goodsOutput, growth }) => [
          year,
          relativePrice,
          servicesShare * 100,
          servicesOutput,
          goodsOutput,
          growth * 100,
        ]),
      digits: [0, 2, 1, 2, 2, 2],
    };
  },
  monotone: [
    { param: 'goodsGrowth', quantity: (result) => result.relativePrice, direction: 'up' },
    { param: 'servicesGrowth', quantity: (result) => result.relativePrice, direction: 'down' },
    { param: 'initialShare', quantity: (result) => result.share, direction: 'up' },
    { param: 'goodsGrowth', quantity: (result) => result.now.goodsOutput, direction: 'up' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
