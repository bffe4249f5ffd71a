import { profitChainDynamics } from '../../calc/strategy/profit-chain-dynamics.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

/** 看多少个月；砍满这么久，就是没有恢复。 */
export const horizon = 48;

/** 一环传一环，次序就是传的次序。 */
export const links = ['员工满意', '服务水准', '顾客满意', '顾客忠诚'] as const;

const lag = (label: string, days: number, meaning: string) =>
  ({
    kind: 'number',
    label,
    unit: '个月',
    min: 0,
    max: 18,
    step: 1,
    default: days,
    meaning,
  }) as const;

const params = {
  cut: {
    kind: 'number',
    label: '每月砍掉培训',
    unit: '万元',
    min: 0.5,
    max: 3,
    step: 0.5,
    default: 1,
    meaning: '从第一天起，培训、带教、工具上每月少花多少。',
  },
  months: {
    kind: 'number',
    label: '砍几个月',
    unit: '个月',
    min: 1,
    max: horizon,
    step: 1,
    default: 12,
    meaning: `到期全数恢复；拖到 ${horizon}，就是一直没有恢复。`,
  },
  staff: lag('传到员工满意，慢', 4, '人手教得少了，过多久才觉得难干。'),
  service: lag('再传到服务水准，慢', 3, '老手走了、新手没教会，服务过多久才走样。'),
  satisfaction: lag('再传到顾客满意，慢', 4, '顾客过多久才觉得不如从前。'),
  loyalty: lag('再传到顾客忠诚，慢', 9, '不满意的顾客，过多久才真的不来。'),
  pass: {
    kind: 'number',
    label: '每一环传下去',
    min: 0.2,
    max: 1.2,
    step: 0.05,
    default: 1,
    percent: true,
    meaning: '上一环掉一份，这一环早晚掉几成；不到 100%，链条就在漏。',
  },
  revenue: {
    kind: 'number',
    label: '不漏时，一万元培训养着',
    unit: '万元收入',
    min: 0,
    max: 5,
    step: 0.1,
    default: 2,
    meaning: '链条一点不漏的话，一万元培训撑住多少收入。',
  },
} as const;
export type Setting = Values<typeof params>;

type Lags = readonly [number, number, number, number];
const lagsOf = ({ staff, service, satisfaction, loyalty }: Setting): Lags => [
  staff,
  service,
  satisfaction,
  loyalty,
];

function run({ cut, months, pass, revenue }: Setting, lags: Lags) {
  return profitChainDynamics({
    stages: lags.map((each) => ({ gain: pass, lag: each })),
    investment: Array.from({ length: horizon }, (_, t) => (t < months ? -cut : 0)),
    revenuePerUnit: revenue,
  });
}

/** 利润最低的是第几个月；几个月一样低，取头一个。 */
function lowest(profit: readonly number[]): number {
  const least = Math.min(...profit);
  return profit.findIndex((each) => each <= least + 1e-9);
}

function compute(values: Setting) {
  const { cut, months, pass, revenue } = values;
  const lags = lagsOf(values);
  const { profit, levels, cumulativeProfit } = run(values, lags);
  const restored = months < horizon;
  const worst = lowest(profit);
  // 恢复的那一刻成本一步跳回来，收入还没有动；一环也不慢，收入就同时跳回来
  const instant = lags.every((each) => each === 0);
  const before = instant
    ? (profit[months - 1] as number)
    : (profit[months] as number) + (restored ? cut : 0);
  const slowestLast = [...lags].sort((a, b) => a - b) as unknown as Lags;
  const slowestFirst = [...slowestLast].reverse() as unknown as Lags;
  return {
    profit,
    levels,
    cumulative: cumulativeProfit,
    restored,
    /** 恢复前那一刻，比原来多赚多少 */
    before,
    /** 画线用的点：恢复那天竖着掉下来 */
    line: profit.flatMap((value, month) =>
      restored && month === months
        ? [
            { month, value: before },
            { month, value },
          ]
        : [{ month, value }],
    ),
    worst: { month: worst, value: profit[worst] as number },
    /** 头一个比原来少赚的月；没有就是 null */
    losesAt: profit.some((each) => each < -1e-9) ? profit.findIndex((each) => each < -1e-9) : null,
    total: cumulativeProfit[horizon] as number,
    /** 砍到恢复为止，账上一共多了多少 */
    saved: cumulativeProfit[months] as number,
    /** 传到头还剩几成 */
    through: pass ** links.length,
    /** 一直砍下去，最后每月比原来多赚多少 */
    forever: cut * (1 - revenue * pass ** links.length),
    /** 同样四个滞后，慢的放最后、放最前：利润最低的月，与半年末的员工满意 */
    slowestLast: outcome(values, slowestLast),
    slowestFirst: outcome(values, slowestFirst),
  };
}
function outcome(values: Setting, lags: Lags) {
  const { profit, levels } = run(values, lags);
  return { worst: lowest(profit), staff: -(levels[0]?.[6] ?? 0) / values.cut };
}
export type Result = ReturnType<typeof compute>;

/** 0.98 万元。 */
export const wan = (value: number) => `${fixed(Math.abs(value), 2)} 万元`;
/** 多赚 0.51 万元、少赚 0.98 万元。 */
export const against = (value: number) =>
  Math.abs(value) < 0.005 ? '和原来一样' : `比原来${value > 0 ? '多' : '少'}赚 ${wan(value)}`;
const net = (value: number) =>
  Math.abs(value) < 0.005 ? '不多不少' : `净${value > 0 ? '多' : '少'} ${wan(value)}`;

/** 砍的时候账上什么样，恢复以后什么样。 */
const storySays = ({ months }: Setting, { restored, before, worst, saved, total }: Result) =>
  restored
    ? `砍到第 ${months} 个月，${saved >= 0 ? `账上一共多了 ${wan(saved)}` : `账上一共已经少了 ${wan(saved)}`}，恢复前夕每月${against(before)}；${worst.value < -0.005 ? `利润最低在第 ${worst.month} 个月，${against(worst.value)}` : '没有一个月比原来少赚'}，${horizon} 个月合起来${net(total)}`
    : `没有恢复，${horizon} 个月合起来${net(total)}`;

/** 恢复以后，最后一环还要掉到哪里。 */
function fallSays({ months, cut }: Setting, { restored, worst, levels }: Result): string {
  const fallen = (month: number) => percent(-(levels.at(-1)?.[month] ?? 0) / cut);
  if (!restored || worst.month <= months)
    return `利润最低在第 ${worst.month} 个月，${against(worst.value)}`;
  return `恢复那天，顾客忠诚才掉了 ${fallen(months)}；它接着掉，到第 ${worst.month} 个月掉了 ${fallen(worst.month)}，已经是恢复以后第 ${worst.month - months} 个月`;
}

/** 以为砍着的时候最惨的，差在哪里。 */
function earlySays({ restored, before }: Result): string {
  if (!restored) return '没有恢复，就还要往下走。';
  return before > 0
    ? '坏处不在砍的时候露面：省钱是当月的，丢顾客要一环一环传。'
    : '砍着的时候已经在亏，恢复那天还要掉一截：培训的钱又花上了，顾客还没有回来。';
}

const losesSays = (_values: Setting, { losesAt, restored, forever, profit }: Result) =>
  losesAt === null
    ? `${horizon} 个月里一直没有比原来少赚。`
    : `第 ${losesAt} 个月起比原来少赚${losesAt > 6 ? `；第 6 个月还${against(profit[6] as number)}` : ''}。${restored ? '' : `照这样下去，最后每月${against(forever)}。`}`;

const leaks = ({ pass }: Setting, { through }: Result) =>
  `${percent(pass)} 连乘四次，剩 ${percent(through)}`;
const worthSays = ({ revenue }: Setting, { through }: Result) => {
  const kept = revenue * through;
  const so =
    Math.abs(kept - 1) < 0.005
      ? '正好一万，砍不砍最后都一样'
      : kept < 1
        ? '还不到一万：在这条链上，砍掉反而划算。利润链要一环一环量过才算数'
        : '比一万多：砍掉早晚要亏';
  return `一万元培训传到头养着 ${upTo(kept, 2)} 万元收入，${so}`;
};

const orderSays = (_values: Setting, { slowestLast, slowestFirst }: Result) =>
  `从快到慢排，最低在第 ${slowestLast.worst} 个月；从慢到快排，也在第 ${slowestFirst.worst} 个月。差别在看得见的地方：半年末，从快到慢排时员工满意已经掉了 ${percent(slowestLast.staff)}，从慢到快排时只掉了 ${percent(slowestFirst.staff)}。`;

export const model = defineWidget({
  id: 'profit-chain',
  version: 2,
  title: '省下的培训费去哪了',
  english: 'The service-profit chain',
  question: '培训砍一年再恢复，账上哪一段最好看，哪一段最难看？',
  chapter: 'strategy',
  section: 'profit-chain',
  directional: true,
  params,
  scenarios: [
    {
      id: 'hotel',
      label: '砍一年再恢复',
      sentence:
        '江城一家酒店（虚构）每月少花 1 万元培训，砍满一年，第二年起全数恢复。四环各慢几个月是假定的，只作示意，可以自己拖。',
      values: {},
    },
    {
      id: 'forever',
      label: '一直砍下去',
      sentence: '另一家酒店（虚构）没有恢复。总经理一个月一个月看报表，等着看砍培训的坏处。',
      values: { months: horizon },
      predict: {
        kind: 'choice',
        question: ({ cut, months, revenue }) =>
          `培训每月少花 ${upTo(cut, 1)} 万元，${months < horizon ? `砍 ${months} 个月` : '不恢复'}；不漏的话，一万元培训养着 ${upTo(revenue, 1)} 万元收入。报表上从第几个月起比原来少赚？`,
        options: [
          {
            value: 'soon',
            label: '头半年里',
            explanation: (values, result) =>
              `${losesSays(values, result)}钱是当月省的，顾客要过好几环才走。`,
          },
          {
            value: 'year',
            label: '第 7 到 12 个月',
            explanation: (values, result) =>
              `${losesSays(values, result)}四环的滞后一环叠一环，要加起来算。`,
          },
          {
            value: 'later',
            label: '第 13 到 24 个月',
            explanation: (values, result) =>
              `${losesSays(values, result)}到那时，砍培训的人也许已经升职了。`,
          },
          {
            value: 'never',
            label: '两年里看不出来',
            explanation: (values, result) =>
              `${losesSays(values, result)}一年的报表看不出来，不等于没有发生。`,
          },
        ],
        answer: (_values, { losesAt }) =>
          losesAt === null || losesAt > 24
            ? 'never'
            : losesAt <= 6
              ? 'soon'
              : losesAt <= 12
                ? 'year'
                : 'later',
      },
    },
    {
      id: 'leaky',
      label: '链条在漏',
      sentence:
        '江城一家客服中心（虚构）：员工高兴了，服务不见得都好；服务好了，顾客不见得都满意。每一环只传下去八成。',
      values: { months: horizon, pass: 0.8 },
      predict: {
        kind: 'number',
        question: ({ pass }) =>
          `从培训到顾客忠诚一共四环，每一环只传下去 ${percent(pass)}。培训上的一份变化，传到顾客忠诚还剩百分之几？`,
        unit: '%',
        min: 0,
        max: 250,
        digits: 0,
        tolerance: 0.05,
        answer: (_values, { through }) => through * 100,
        hit: (values, result) => `准。${leaks(values, result)}。${worthSays(values, result)}。`,
        misreads: [
          {
            when: (guess, answer, { pass }) =>
              guess < answer && Math.abs(guess / 100 - (1 - links.length * (1 - pass))) < 0.02,
            text: (values, result) =>
              `你大概把四环漏掉的加在一起了。后一环漏的，是前一环剩下来的：${leaks(values, result)}。${worthSays(values, result)}。`,
          },
          {
            when: (guess, _answer, { pass }) => Math.abs(guess / 100 - pass) < 0.03,
            text: (values, result) =>
              `那是一环的。四环一环接一环：${leaks(values, result)}。${worthSays(values, result)}。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: (values, result) =>
              `多了。${leaks(values, result)}。${worthSays(values, result)}。`,
          },
          {
            when: () => true,
            text: (values, result) =>
              `少了。${leaks(values, result)}。${worthSays(values, result)}。`,
          },
        ],
      },
    },
    {
      id: 'order',
      label: '慢的一环在哪',
      sentence:
        '一家月子中心（虚构）：同样四个滞后，从慢到快排。员工是签了长约的，最慢的是第一环；顾客一不满意，没几个月就不来了。',
      values: { staff: 9, service: 4, satisfaction: 4, loyalty: 3 },
      predict: {
        kind: 'choice',
        question: (_values, { slowestLast }) =>
          `同样四个滞后，最慢的一环在最后时，利润最低在第 ${slowestLast.worst} 个月。现在它挪到最前，利润最低的月份会怎样？`,
        options: [
          {
            value: 'later',
            label: '推后：第一环就慢，后面都跟着慢',
            explanation: (values, result) =>
              `${orderSays(values, result)}后面的环快了，前后正好抵掉。`,
          },
          {
            value: 'sooner',
            label: '提前：顾客说走就走',
            explanation: (values, result) =>
              `${orderSays(values, result)}顾客说走就走，可要等到前面的环传到他那里。`,
          },
          {
            value: 'same',
            label: '不变',
            explanation: (values, result) =>
              `${orderSays(values, result)}快慢怎么排，利润都一样；排在前面的环快，才来得及早看见。`,
          },
        ],
        answer: (_values, { slowestLast, slowestFirst }) =>
          slowestFirst.worst === slowestLast.worst
            ? 'same'
            : slowestFirst.worst > slowestLast.worst
              ? 'later'
              : 'sooner',
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ cut, months, ...values }) =>
      `培训每月少花 ${upTo(cut, 1)} 万元，${months < horizon ? `砍 ${months} 个月，然后全数恢复` : '一直不恢复'}。从培训到顾客忠诚四环，各慢 ${lagsOf({ cut, months, ...values }).join('、')} 个月（假定的）。从开始砍的那天数起，多少个月以后，每月的利润最低？`,
    unit: '个月',
    min: 0,
    max: horizon,
    digits: 0,
    tolerance: 0.1,
    answer: (_values, { worst }) => worst.month,
    hit: (values, result) =>
      `准。${fallSays(values, result)}。培训恢复了，走掉的顾客还在走，钱却当天就要花。`,
    misreads: [
      {
        when: (guess, answer, { months }) => guess < answer && guess <= months,
        text: (values, result) => `${earlySays(result)}${fallSays(values, result)}。`,
      },
      {
        when: (guess, answer) => guess < answer,
        text: (values, result) =>
          `方向对，还要再往后。恢复的培训也要一环一环传，前面欠下的还在往下走。${fallSays(values, result)}。`,
      },
      {
        when: () => true,
        text: (values, result) =>
          `太靠后了。${result.restored ? '恢复的效果虽慢，也在一环一环往前赶。' : ''}${fallSays(values, result)}。`,
      },
    ],
  },
  sentence(values, result) {
    const { restored, losesAt, worst, forever } = result;
    const loses = losesAt === null ? '一直没有比原来少赚' : `第 ${losesAt} 个月起比原来少赚`;
    if (!restored)
      return `每月少花 ${upTo(values.cut, 1)} 万元，一直不恢复：${loses}，最后每月${against(forever)}；${horizon} 个月合起来${net(result.total)}。`;
    const gap = worst.month - values.months;
    return `${storySays(values, result)}。${worst.value < -0.005 && gap >= 0 ? `最低的那个月，是恢复${gap === 0 ? '的当月' : `以后第 ${gap} 个月`}。` : ''}`;
  },
  brief: (_values, { worst, restored, total }) =>
    restored && worst.value < -0.005
      ? `最低在第 ${worst.month} 个月，${against(worst.value)}`
      : `${restored ? '' : '没有恢复，'}${horizon} 个月${net(total)}`,
  table({ months }, { profit, cumulative, levels, restored, before }) {
    const row = (when: number | string, month: number, value: number) => [
      when,
      value,
      cumulative[month] as number,
      ...levels.map((level) => level[month] as number),
    ];
    return {
      caption: '每三个月：每月利润、累计利润与各环，都和原来比（万元；各环以一万元培训为一份）',
      columns: [
        { label: '第几个月' },
        { label: '每月利润', unit: '万元' },
        { label: '累计利润', unit: '万元' },
        ...links.map((label) => ({ label })),
      ],
      // 恢复的那一刻利润竖着掉下来：同一个月写两行，与那句话、与图对得上
      rows: profit.flatMap((value, month) =>
        restored && month === months
          ? [row(`${month}，恢复前`, month, before), row(`${month}，恢复后`, month, value)]
          : month % 3 === 0
            ? [row(month, month, value)]
            : [],
      ),
      digits: [0, 2, 2, 2, 2, 2, 2],
    };
  },
  monotone: [
    { param: 'pass', quantity: ({ total }) => total, direction: 'down' },
    { param: 'revenue', quantity: ({ total }) => total, direction: 'down' },
    { param: 'loyalty', quantity: ({ saved }) => saved, direction: 'up' },
    { param: 'revenue', quantity: ({ worst }) => worst.value, direction: 'down' },
  ],
});
