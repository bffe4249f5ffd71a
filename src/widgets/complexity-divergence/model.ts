import { fixed, percent, upTo } from '../../lib/format.ts';
import { spaced } from '../../lib/spaced.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type NumberField,
  type NumberPrediction,
  type Values,
} from '../../widget-kit/model.ts';
import { measure, type Measured, type Unserved } from './exchange.ts';
import { fixedWay, freeWay, services, skipped, stepCount, type Step } from './services.ts';

/** 起伏不到一百的写一位小数，改前改后才看得出差多少；用时、人工写到整数。 */
export const tenths = (value: number) => fixed(value, value < 100 ? 1 : 0);
export const whole = (value: number) => fixed(value, value < 10 ? 1 : 0);
const swing = (value: number) => `${tenths(value)} 分钟`;
export const minutes = (value: number) => `${upTo(value, value < 100 ? 1 : 0)} 分钟`;
export const yuan = (value: number) => `${whole(value)} 元`;

const way = (label: string): NumberField => ({
  kind: 'number',
  label,
  min: skipped,
  max: freeWay,
  step: 1,
  default: 1,
});

const params = {
  fixedSpread: {
    kind: 'number',
    label: '照单做，快慢差几成',
    min: 0,
    max: 0.4,
    step: 0.05,
    default: 0.1,
    percent: true,
    meaning: '一步照规定做时，用时的标准差占平均用时几成。',
  },
  freeSpread: {
    kind: 'number',
    label: '随他做，再差几成',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0.4,
    percent: true,
    meaning: '一步全由人看着办时，快慢另外添的几成；“几种里选”添一半。',
  },
  premium: {
    kind: 'number',
    label: '会判断的人贵几成',
    min: 0,
    max: 2,
    step: 0.1,
    default: 0.6,
    percent: true,
    meaning: '照单做的人每小时 30 元；全由他定的一步，要请得起会判断的人。',
  },
  steps: {
    kind: 'list',
    label: '八步，现在与改后',
    item: '步',
    fields: {
      name: { kind: 'text', label: '名字', longest: 5, default: '一步' },
      minutes: {
        kind: 'number',
        label: '用时',
        unit: '分钟',
        min: 1,
        max: 300,
        step: 1,
        default: 5,
      },
      now: way('现在'),
      after: way('改后'),
    },
    atLeast: stepCount,
    atMost: stepCount,
    default: services.barber.steps,
    meaning: '现在、改后两栏：0 不做，1 照单做，2 几种里选，3 随他（由人看着办）。',
  },
  customers: {
    kind: 'list',
    label: '上门的客人',
    item: '种',
    fields: {
      name: { kind: 'text', label: '哪一种', longest: 7, default: '一种客人' },
      share: { kind: 'number', label: '几份', unit: '份', min: 0, max: 100, step: 1, default: 10 },
      limit: {
        kind: 'number',
        label: '等得起',
        unit: '分钟',
        min: 5,
        max: 2000,
        step: 1,
        default: 120,
      },
      needs: {
        kind: 'text',
        label: '八步各至少要哪种做法',
        longest: stepCount,
        default: '1'.repeat(stepCount),
      },
    },
    atLeast: 1,
    atMost: 6,
    default: services.barber.customers,
    meaning: '八个数字依次是八步：0 不需要，1 照单就行，2 要能选，3 要随他。',
  },
} as const;
export type Setting = Values<typeof params>;

const changedOf = (steps: readonly Step[]) =>
  steps.flatMap((step, i) => (step.now === step.after ? [] : [i]));

function compute({ steps, customers, ...rates }: Setting) {
  const kept = steps.flatMap((step, i) =>
    step.now === skipped || step.after === skipped ? [] : [i],
  );
  const at = (rows: readonly Step[], side: 'now' | 'after') =>
    measure(rows, side, customers, rates, kept);
  const now = at(steps, 'now');
  const after = at(steps, 'after');
  /** 只动这一步，别的照旧 */
  const alone = changedOf(steps).map((i) => ({
    step: i,
    measured: at(
      steps.map((step, j) => (i === j ? step : { ...step, after: step.now })),
      'after',
    ),
  }));
  return { now, after, alone };
}
export type Result = ReturnType<typeof compute>;

/** 点往哪里走了：两把尺子各说一句，连同肖斯塔克给这个方向的名字。 */
export function direction({ now, after }: Result): string {
  const moves = [
    after.complexity < now.complexity && '减复杂（专注）',
    after.complexity > now.complexity && '加复杂（一站式）',
    after.divergence < now.divergence - 1e-9 && '减多样（标准化）',
    after.divergence > now.divergence + 1e-9 && '加多样（定制）',
  ].filter(Boolean);
  return moves.length === 0 ? '两把尺子都没有动' : moves.join('，');
}
export const whyNot = (steps: readonly Step[], measured: Measured, unserved: Unserved) =>
  unserved === null
    ? '接得住'
    : unserved.kind === 'time'
      ? `等不起：九成要到 ${minutes(measured.nineOfTen)}`
      : `“${steps[unserved.step]?.name ?? ''}”做不到`;

const less = (before: number, after: number) => 1 - after / before;
const fromTo = (before: string, after: string) =>
  before === after ? `仍是 ${after}` : spaced`从 ${before}到 ${after}`;
const list = (steps: readonly Step[], indices: readonly number[]) =>
  indices.map((i) => `“${steps[i]?.name ?? ''}”`).join('');

/** 砍掉的都是照单做的，由人看着办的几步原样留着：时间少了，起伏几乎不动。 */
const stubborn = ({ steps, freeSpread }: Setting, { now, after }: Result) => {
  const changed = changedOf(steps).map((i) => steps[i] as Step);
  return (
    changed.length > 0 &&
    changed.every((step) => step.now === fixedWay && step.after === skipped) &&
    freeSpread > 0 &&
    steps.some((step) => step.now === freeWay && step.after === freeWay) &&
    after.spread > now.spread * 0.9
  );
};
const swings = ({ now, after }: Result) => fromTo(swing(now.spread), swing(after.spread));

/** 理发店：步骤砍了，起伏还剩多少。 */
const spreadLeft: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ steps }, { now, after }) => {
    const cut = changedOf(steps).filter((i) => steps[i]?.after === skipped);
    return spaced`${cut.length > 0 ? `砍掉${list(steps, cut)}` : '照改后的做法'}，一位客人平均从 ${minutes(now.time)}变成 ${minutes(after.time)}。客人与客人之间快慢差得多大，用标准差量，原来是 ${swing(now.spread)}，改后是几分钟？`;
  },
  unit: '分钟',
  min: 0,
  max: 200,
  digits: 1,
  tolerance: 0.06,
  answer: (_values, { after }) => after.spread,
  hit: (values, result) => {
    const { now, after } = result;
    return stubborn(values, result)
      ? `准。时间少了 ${percent(less(now.time, after.time))}，起伏只少 ${percent(less(now.spread, after.spread), 1)}：起伏多半在由人看着办的那几步，那里留的余地一点没动。复杂度和多样度是两把尺子。`
      : `准。平均用时${fromTo(minutes(now.time), minutes(after.time))}，标准差${swings(result)}：各步的起伏按平方相加，起伏大的几步说了算。`;
  },
  misreads: [
    {
      when: (guess, answer, values, result) =>
        guess < answer && guess < result.now.spread * 0.75 && stubborn(values, result),
      text: (_values, { now, after }) =>
        `你大概按时间的比例减了：时间少 ${percent(less(now.time, after.time))}，起伏也少这么多。可砍掉的几步本来就照单做，快慢差得少；起伏多半在由人看着办的那几步，一步也没动，还有 ${swing(after.spread)}。`,
    },
    {
      when: (guess, answer, _values, { now }) => guess > now.spread && answer <= now.spread,
      text: (_values, result) =>
        `没有变大：${swings(result)}。${result.after.time < result.now.time ? '平均短了，差不多的起伏才显得更扎眼。' : ''}`,
    },
    {
      when: () => true,
      text: (_values, result, guess) =>
        `猜${guess > result.after.spread ? '高' : '低'}了：标准差${swings(result)}。各步的起伏按平方相加，起伏最大的一步分量最重。`,
    },
  ],
};

/** 改了以后，本来接得住的里头有人等不起了。 */
const tooSlow = ({ now, after }: Result) =>
  after.unserved.some((reason, i) => reason?.kind === 'time' && now.unserved[i] === null);
const servedSays = (values: Setting, { now, after }: Result) => {
  const lost = values.customers.filter(
    (_, i) => now.unserved[i] === null && after.unserved[i] !== null,
  );
  const won = values.customers.filter(
    (_, i) => now.unserved[i] !== null && after.unserved[i] === null,
  );
  const names = (kinds: readonly { name: string }[]) =>
    kinds.map(({ name }) => `“${name}”`).join('');
  return spaced`接得住的从 ${percent(now.served)}到 ${percent(after.served)}：${won.length ? `添了${names(won)}` : '没有添谁'}，${lost.length ? `丢了${names(lost)}` : '没有丢谁'}。`;
};
const near = (a: number, b: number) => Math.abs(a - b) < 0.02;

/** 火锅店：处处随他，接得住的客人多了还是少了。 */
const widerOrNot: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: ({ steps }, { now }) =>
    `${steps.every(({ now: before, after }) => before !== skipped && after === freeWay) ? '八步一步不添，处处由服务员看着办' : '照改后的做法'}。现在接得住 ${percent(now.served)} 的客人，改后接得住的多了还是少了？`,
  options: [
    {
      value: 'more',
      label: '多了：什么要求都应得了',
      explanation: (values, result) =>
        `${servedSays(values, result)}快慢的标准差${swings(result)}，九成的人要到 ${minutes(result.after.nineOfTen)}才走得了，${tooSlow(result) ? '赶时间的等不起' : '没有谁因此等不起'}。`,
    },
    {
      value: 'same',
      label: '差不多',
      explanation: (values, result) =>
        `${servedSays(values, result)}要看添了谁、丢了谁，不能当作两下抵消。`,
    },
    {
      value: 'fewer',
      label: '少了：有人等不起',
      explanation: (values, result) =>
        `${servedSays(values, result)}平均用时${result.now.time === result.after.time ? '一分钟没有变' : fromTo(minutes(result.now.time), minutes(result.after.time))}，九成的人都走得了的时间${fromTo(minutes(result.now.nineOfTen), minutes(result.after.nineOfTen))}；每位的人工${fromTo(yuan(result.now.cost), yuan(result.after.cost))}。`,
    },
  ],
  answer: (_values, { now, after }) =>
    near(now.served, after.served) ? 'same' : after.served > now.served ? 'more' : 'fewer',
};

/** 律师事务所：一步一步地添，哪一步添的客人最多。 */
const aloneSays = ({ steps }: Setting, { now, after, alone }: Result) =>
  `${alone.length === 0 ? '一步也没有动' : '单独添：'}${alone
    .map(
      ({ step, measured }) =>
        spaced`${steps[step]?.name ?? ''}多 ${fixed(100 * (measured.served - now.served))} 个百分点`,
    )
    .join('，')}；一起添，多 ${fixed(100 * (after.served - now.served))} 个。`;
/** 挑得最好的一步，占一起添的几成。 */
const bestShare = ({ now, after, alone }: Result) =>
  after.served > now.served
    ? Math.max(0, ...alone.map(({ measured }) => measured.served - now.served)) /
      (after.served - now.served)
    : 0;
const chained = (result: Result, says: string) => (bestShare(result) < 0.5 ? says : '');
const firstStep: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: (_values, { now, after, alone }) =>
    spaced`${alone.length} 步一起添，接得住的客人从 ${percent(now.served)}到 ${percent(after.served)}。今年只请得起人做一步，挑得最好，拿得到这些新客人的几成？`,
  options: [
    {
      value: 'most',
      label: '一大半：出庭是正主',
      explanation: (values, result) =>
        `${aloneSays(values, result)}${chained(result, '要打官司的人，诉状、立案、出庭缺一步就得另找一家，索性全交给那一家。')}`,
    },
    {
      value: 'quarter',
      label: '四分之一上下：各步平分',
      explanation: (values, result) =>
        `${aloneSays(values, result)}${chained(result, '客人不是一步一份地来的，他要的是一串；串没有接上，添的那一步多半闲着。')}`,
    },
    {
      value: 'little',
      label: '不到五分之一',
      explanation: (values, result) =>
        `${aloneSays(values, result)}${chained(result, '加复杂要加到一串接上为止，半截的一站式两头不讨好：步骤添了，客人照样要跑第二家。')}`,
    },
  ],
  answer: (_values, result) => {
    const share = bestShare(result);
    return share > 0.5 ? 'most' : share >= 0.2 ? 'quarter' : 'little';
  },
};

export const model = defineWidget({
  id: 'complexity-divergence',
  version: 2,
  title: '两把尺子',
  english: 'Complexity and divergence',
  question: '增减步骤，增减余地，各换来什么、付出什么？',
  chapter: 'delivery-design',
  section: 'four-ways',
  directional: true,
  params,
  scenarios: [
    {
      id: 'barber',
      label: '理发店',
      sentence: '街角理发店（虚构案例）想学快剪，不洗不吹。商量发型和剪，仍由师傅看着办。',
      values: services.barber,
    },
    {
      id: 'hotpot',
      label: '火锅店午市',
      sentence:
        '沸点火锅（虚构案例）的午市，来的四成是上班的人，至多坐 68 分钟。店长想学聚餐店：锅底、点菜、上菜、照看，处处由服务员看着办。',
      values: services.hotpot,
      predict: widerOrNot,
    },
    {
      id: 'law',
      label: '律师事务所',
      sentence:
        '一家小律所（虚构案例）只做咨询，问完就走。它想做一站式，添四步：代写诉状、代办立案、出庭、催执行。要打官司的人，从诉状到出庭一步都少不得。',
      values: services.law,
      predict: firstStep,
    },
  ],
  compute,
  predict: spreadLeft,
  sentence(_values, result) {
    const { now, after } = result;
    const pair = (text: (measured: Measured) => string) =>
      text(now) === text(after) ? `仍是 ${text(now)}` : spaced`${text(now)}变成 ${text(after)}`;
    return spaced`${direction(result)}：复杂度${pair(({ complexity }) => `${complexity} 步`)}，多样度${pair(({ divergence }) => percent(divergence))}；一位客人平均用时${pair(({ time }) => minutes(time))}，快慢的标准差${pair(({ spread }) => swing(spread))}，人工${pair(({ cost }) => yuan(cost))}，接得住的客人${pair(({ served }) => percent(served))}。`;
  },
  brief: (_values, { now, after }) =>
    `起伏 ${tenths(now.spread)}→${swing(after.spread)}，接得住 ${percent(after.served)}`,
  table({ steps }, { now, after, alone }) {
    const row = (
      name: string,
      { complexity, divergence, time, spread, cost, served }: Measured,
    ) => [name, complexity, divergence * 100, time, spread, cost, served * 100];
    return {
      caption: '两把尺子与换来的四样：现在、改后，和只动一步时',
      columns: [
        { label: '改法' },
        { label: '复杂度', unit: '步' },
        { label: '多样度', unit: '%' },
        { label: '平均用时', unit: '分钟' },
        { label: '标准差', unit: '分钟' },
        { label: '人工', unit: '元' },
        { label: '接得住', unit: '%' },
      ],
      rows: [
        row('现在', now),
        row('改后', after),
        ...alone.map(({ step, measured }) => row(spaced`只动${steps[step]?.name ?? ''}`, measured)),
      ],
      digits: [0, 0, 1, 0, 1, 1, 0],
    };
  },
  monotone: [
    { param: 'fixedSpread', quantity: ({ after }) => after.spread, direction: 'up' },
    { param: 'freeSpread', quantity: ({ after }) => after.spread, direction: 'up' },
    { param: 'freeSpread', quantity: ({ after }) => after.served, direction: 'down' },
    { param: 'premium', quantity: ({ after }) => after.cost, direction: 'up' },
  ],
});
