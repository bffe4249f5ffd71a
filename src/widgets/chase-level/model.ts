import { chaseLevel, staffingPlan } from '../../calc/workforce/chase-level.ts';
import { fixed } from '../../lib/format.ts';
import {
  defineWidget,
  type NumberParam,
  type NumberPrediction,
  type Values,
} from '../../widget-kit/model.ts';

const yuan = (
  label: string,
  limits: Pick<NumberParam, 'max' | 'step' | 'default' | 'meaning'> & { min?: number },
) => ({ kind: 'number', label, unit: '元', min: 0, ...limits }) as const;

/** 快递分拨中心的一年，每月多少百单。 */
const year = [800, 700, 760, 820, 900, 1000, 980, 960, 1050, 1200, 2400, 1500];
const staff = 45;
const monthly = (demand: readonly number[]) =>
  demand.map((each) => ({ demand: each, mine: staff }));

const params = {
  plan: {
    kind: 'choice',
    label: '看哪一种',
    options: [
      { value: 'mixed', label: '混合' },
      { value: 'chase', label: '追随' },
      { value: 'level', label: '平稳' },
      { value: 'mine', label: '自己排' },
    ],
    default: 'mixed',
    meaning:
      '追随：每月恰好够人。平稳：一年一个人数，取最省的那个。混合：月月自由，取全年最省的。自己排：拖图上的点。',
  },
  shortageCost: yuan('做不完，每百单', {
    min: 10,
    max: 1500,
    step: 10,
    default: 450,
    meaning: '包给别人，或晚到赔出去的钱；不欠到下个月。',
  }),
  hireCost: yuan('招一个人', {
    max: 30000,
    step: 100,
    default: 3000,
    meaning: '招聘、培训、头几天的生手。',
  }),
  layoffCost: yuan('辞一个人', {
    max: 30000,
    step: 100,
    default: 6000,
    meaning: '补偿，以及口碑。年末不必回到年初的人数。',
  }),
  wage: yuan('一个人一个月', {
    min: 2000,
    max: 15000,
    step: 100,
    default: 6000,
    meaning: '工资。',
  }),
  output: {
    kind: 'number',
    label: '一个人一个月做',
    unit: '百单',
    min: 10,
    max: 40,
    step: 1,
    default: 20,
    meaning: '做熟了的人；招来当月就到岗、就做得熟。',
  },
  initial: {
    kind: 'number',
    label: '年初的人',
    unit: '人',
    min: 0,
    max: 120,
    step: 1,
    default: staff,
    meaning: '一月开头已经有几个人。',
  },
  months: {
    kind: 'list',
    label: '十二个月',
    item: '月',
    fields: {
      demand: {
        kind: 'number',
        label: '要做',
        unit: '百单',
        min: 0,
        max: 3000,
        step: 10,
        default: 1000,
      },
      mine: {
        kind: 'number',
        label: '自己排',
        unit: '人',
        min: 0,
        max: 300,
        step: 1,
        default: staff,
      },
    },
    atLeast: 12,
    atMost: 12,
    default: monthly(year),
    meaning: '每月要做多少百单，自己打算排几个人。',
  },
} as const;
export type Setting = Values<typeof params>;
export type PlanId = Setting['plan'];

export const planNames: Record<PlanId, string> = {
  mixed: '混合',
  chase: '追随',
  level: '平稳',
  mine: '自己排',
};

/** 4237500 → 423.8：总成本说到千元，恰好半千的往上收。 */
export const wan = (cost: number) => fixed(Math.round(cost / 1000) / 10, 1);

/** 一年里招进来、辞出去各几人次。 */
function movesOf(initial: number, workers: readonly number[]) {
  let [hired, left, before] = [0, 0, initial];
  for (const count of workers) {
    hired += Math.max(0, count - before);
    left += Math.max(0, before - count);
    before = count;
  }
  return { hired, left };
}

function compute(values: Setting) {
  const demand = values.months.map(({ demand }) => demand);
  const input = {
    demand,
    outputPerWorker: values.output,
    initialWorkers: values.initial,
    wage: values.wage,
    hireCost: values.hireCost,
    layoffCost: values.layoffCost,
    shortageCost: values.shortageCost,
  };
  const plans = {
    ...chaseLevel(input),
    mine: staffingPlan(
      input,
      values.months.map(({ mine }) => mine),
    ),
  };
  const peak = demand.indexOf(Math.max(...demand));
  return {
    plans,
    moves: {
      mixed: movesOf(values.initial, plans.mixed.workers),
      chase: movesOf(values.initial, plans.chase.workers),
      level: movesOf(values.initial, plans.level.workers),
      mine: movesOf(values.initial, plans.mine.workers),
    },
    /** 每月恰好够的人数 */
    needed: plans.chase.workers,
    /** 需求最大的一个月，从 0 数 */
    peak,
    atPeak: plans.mixed.workers[peak] ?? 0,
    enough: plans.chase.workers[peak] ?? 0,
    average: demand.reduce((sum, each) => sum + each, 0) / values.output / demand.length,
    costs: {
      mixed: plans.mixed.totalCost,
      chase: plans.chase.totalCost,
      level: plans.level.totalCost,
    },
  };
}
export type Result = ReturnType<typeof compute>;

/** 只为一个月添一个人，花多少；他做掉的那些单，包出去要多少。 */
function oneMonth({ wage, hireCost, layoffCost, output, shortageCost }: Setting): string {
  const cost = wage + hireCost + layoffCost;
  const saved = output * shortageCost;
  const compared =
    cost > saved
      ? '不划算，差的那截宁可包出去'
      : cost < saved
        ? '划算，缺多少人就招多少'
        : '两样一样贵';
  return `只为一个月添一个人：工资、招、辞一共 ${fixed(cost)} 元；他做 ${output} 百单，包出去是 ${fixed(saved)} 元，${compared}。`;
}
const monthName = (index: number) => `${index + 1} 月`;
const near = (guess: number, value: number, within: number) => Math.abs(guess - value) <= within;

/** 最忙的那个月，最省的安排排几个人。 */
const heads: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ months, output, hireCost, layoffCost, shortageCost }, { peak, enough }) =>
    `${monthName(peak)}要做 ${fixed(months[peak]?.demand ?? 0)} 百单，一人一月 ${output} 百单，要够数得 ${enough} 人。招一人 ${fixed(hireCost)} 元，辞一人 ${fixed(layoffCost)} 元，做不完的包给别人，每百单 ${fixed(shortageCost)} 元。全年最省的安排，这个月排几个人？`,
  unit: '人',
  min: 0,
  max: 300,
  digits: 0,
  whole: true,
  tolerance: 0.07,
  answer: (_values, { atPeak }) => atPeak,
  hit: (values, { plans, peak, atPeak }) => {
    const next = plans.mixed.workers[peak + 1];
    return `准。${oneMonth(values)}${next === atPeak && atPeak > 0 ? `${monthName(peak + 1)}也用得上这 ${atPeak} 个人，所以招到这里为止。` : ''}`;
  },
  misreads: [
    {
      when: (guess, answer, _values, { enough }) => near(guess, enough, 3) && answer < enough,
      text: (values, { enough, atPeak }) =>
        `够数的 ${enough} 人是追随的排法。${oneMonth(values)}所以只排到 ${atPeak} 人。`,
    },
    {
      when: (guess, answer, { initial }, { average }) =>
        answer > guess && (near(guess, initial, 2) || near(guess, average, 2)),
      text: (values, { atPeak }) =>
        `你让人数跟平常一样，最忙的月全靠包出去。多招的人下个月还用得上，就不算只为一个月招的。${oneMonth(values)}最省的是 ${atPeak} 人。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, { atPeak }) => `多排了。${oneMonth(values)}最省的是 ${atPeak} 人。`,
    },
    {
      when: () => true,
      text: (values, { atPeak }) =>
        `少排了。${oneMonth(values)}一个人若连着用上两三个月，招和辞的钱就摊薄了：最省的是 ${atPeak} 人。`,
    },
  ],
};

/** 同样的设置，需求换回没有摊开的一年。 */
const unspread = (values: Setting) => compute({ ...values, months: monthly(year) });
function spreadSays(values: Setting, now: Result): string {
  const before = unspread(values).costs;
  const said = (['chase', 'mixed', 'level'] as const).map((id) => {
    const less = before[id] - now.costs[id];
    const change =
      Math.abs(less) < 500 ? '一分没变' : `${less > 0 ? '省' : '贵'}了 ${wan(Math.abs(less))} 万`;
    return `${planNames[id]}${change}`;
  });
  return `${said.join('，')}。`;
}

export const model = defineWidget({
  id: 'chase-level',
  version: 2,
  title: '追着需求招人，还是养一班人',
  english: 'Chase, level or mixed',
  question: '一年里有一个月忙得出奇。人是跟着招，还是一年不变？',
  chapter: 'capacity-revenue',
  section: 'supply',
  params,
  scenarios: [
    {
      id: 'parcels',
      label: '双十一',
      sentence:
        '江城快递的分拨中心（虚构案例），年初四十五名分拣员。平常一月八九万单，十一月二十四万。',
      values: {},
    },
    {
      id: 'gig',
      label: '日结零工',
      sentence: '还是这个中心，改从零工平台叫人：来一个、走一个，各只花 500 元。',
      values: { hireCost: 500, layoffCost: 500 },
    },
    {
      id: 'skilled',
      label: '要培训的活',
      sentence: '换成要持证上岗的活：招一个连培训 12,000 元，辞一个赔 24,000 元。月月的活一样多。',
      values: { hireCost: 12000, layoffCost: 24000 },
      predict: {
        kind: 'number',
        question: (_values, { costs }) =>
          `追随一年 ${wan(costs.chase)} 万元，平稳 ${wan(costs.level)} 万元。混合（月月自由，取全年最省的）要多少万元？`,
        unit: '万元',
        min: 0,
        max: 2000,
        digits: 1,
        tolerance: 0.015,
        answer: (_values, { costs }) => costs.mixed / 1e4,
        hit: (_values, { moves, costs }) =>
          `准。招辞这么贵，混合几乎就是平稳：全年只招 ${moves.mixed.hired} 个人，比平稳省 ${wan(costs.level - costs.mixed)} 万。`,
        misreads: [
          {
            when: (guess, _answer, _values, { costs }) =>
              guess * 1e4 > Math.min(costs.chase, costs.level) * 1.01,
            text: () =>
              '混合不是两种计划折中。追随和平稳都在它挑得到的安排里，最省的那个不会比它们任何一个贵。',
          },
          {
            when: (guess, answer) => guess < answer,
            text: (_values, { costs }) =>
              `省得没有这么多。双十一那回混合省得多，靠的是招几个人用上两个月；现在招辞太贵，人数几乎动不得，只比平稳省 ${wan(costs.level - costs.mixed)} 万。`,
          },
          {
            when: () => true,
            text: (_values, { costs }) =>
              `很接近。平稳也是它挑得到的一种安排，再挑一挑，还能省下 ${wan(costs.level - costs.mixed)} 万。`,
          },
        ],
      },
    },
    {
      id: 'spread',
      label: '大促摊成三个月',
      sentence:
        '平台把大促摊开：十月、十一月、十二月各 17 万单，全年一单不少。招辞与外包的价钱照双十一那回。',
      values: {
        months: monthly(year.map((each, i) => (i < 9 ? each : 1700))),
      },
      predict: {
        kind: 'choice',
        question: '单一张没少，只是不挤在一个月里。哪一种计划省得最多？',
        options: [
          {
            value: 'chase',
            label: '追随：不用招了又辞',
            explanation: (values, result) => {
              const { chase } = unspread(values).moves;
              return `${spreadSays(values, result)}追随最怕尖峰：没有摊开时，一年招 ${chase.hired} 人次、辞 ${chase.left} 人次，摊开以后只招 ${result.moves.chase.hired}、辞 ${result.moves.chase.left}。`;
            },
          },
          {
            value: 'level',
            label: '平稳：做不完的少了',
            explanation: (values, result) =>
              `${spreadSays(values, result)}平稳的人数不变，原来做不完的，摊到三个月里还是做不完，包出去一样多。`,
          },
          {
            value: 'mixed',
            label: '混合：它最会安排',
            explanation: (values, result) =>
              `${spreadSays(values, result)}混合本来就没有为尖峰招满人，能省的也就不多。`,
          },
          {
            value: 'none',
            label: '都一样：活一点没少',
            explanation: (values, result) =>
              `${spreadSays(values, result)}活一样多，起伏不一样：招和辞的钱是为起伏付的。`,
          },
        ],
        answer: (values, now) => {
          const before = unspread(values).costs;
          const saved = (['chase', 'mixed', 'level'] as const).map((id) => ({
            id,
            less: before[id] - now.costs[id],
          }));
          const best = saved.reduce((most, each) => (each.less > most.less ? each : most));
          return best.less < 500 ? 'none' : best.id;
        },
      },
    },
  ],
  compute,
  predict: heads,
  sentence({ plan }, { plans, moves, costs, peak, atPeak, enough }) {
    const shown = plans[plan];
    const totals = `一年的总成本：追随 ${wan(costs.chase)} 万元，平稳 ${wan(costs.level)} 万元，混合 ${wan(costs.mixed)} 万元`;
    const own =
      plan === 'mine'
        ? `，自己排 ${wan(shown.totalCost)} 万元，比混合贵 ${wan(shown.totalCost - costs.mixed)} 万元`
        : '';
    const atMost =
      atPeak === enough
        ? `混合也排 ${atPeak} 人`
        : `混合${atPeak < enough ? '只' : ''}排 ${atPeak} 人`;
    return `${totals}${own}。最忙的 ${monthName(peak)}够数要 ${enough} 人，${atMost}；现在看的是${planNames[plan]}：全年招 ${fixed(moves[plan].hired)} 人次、辞 ${fixed(moves[plan].left)} 人次，做不完 ${fixed(shown.unmet)} 百单。`;
  },
  brief: ({ plan }, { plans, costs }) =>
    plan === 'mixed'
      ? `混合一年 ${wan(costs.mixed)} 万元`
      : `${planNames[plan]} ${wan(plans[plan].totalCost)} 万元，混合 ${wan(costs.mixed)}`,
  table({ months }, { needed, plans }) {
    return {
      caption: '每月要做的，够数的人数，与三种计划、自己排的人数',
      columns: [
        { label: '月' },
        { label: '要做', unit: '百单' },
        { label: '够数', unit: '人' },
        { label: '平稳', unit: '人' },
        { label: '混合', unit: '人' },
        { label: '自己排', unit: '人' },
      ],
      rows: months.map(({ demand }, i) => [
        i + 1,
        demand,
        needed[i] ?? 0,
        plans.level.workers[i] ?? 0,
        plans.mixed.workers[i] ?? 0,
        plans.mine.workers[i] ?? 0,
      ]),
      digits: [0, 0, 0, 0, 0, 0],
    };
  },
  monotone: [
    { param: 'shortageCost', quantity: ({ costs }) => costs.mixed, direction: 'up' },
    { param: 'hireCost', quantity: ({ costs }) => costs.mixed, direction: 'up' },
    { param: 'layoffCost', quantity: ({ costs }) => costs.mixed, direction: 'up' },
    { param: 'wage', quantity: ({ costs }) => costs.mixed, direction: 'up' },
    { param: 'output', quantity: ({ costs }) => costs.mixed, direction: 'down' },
  ],
});
