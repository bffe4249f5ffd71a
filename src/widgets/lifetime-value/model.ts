import { marginMultiple, retentionLift } from '../../calc/strategy/customer-lifetime-value.ts';
import { mixedLifetimeValue } from '../../calc/strategy/mixed-lifetime-value.ts';
import { payback } from '../../calc/strategy/payback.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

/** 人数与留存率画到第几年。 */
export const years = 10;
/** 回本的曲线画到第几笔。 */
export const longest = 20;
/** 问的是多几个点。 */
export const points = 0.05;

const params = {
  share: {
    kind: 'number',
    label: '常客占几成',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0.5,
    percent: true,
    meaning: '一批新顾客里常客的比例；100% 就是人人一样。',
  },
  loyal: {
    kind: 'number',
    label: '常客的年留存',
    min: 0.3,
    max: 0.98,
    step: 0.01,
    default: 0.95,
    percent: true,
    meaning: '一位常客今年在、明年还在的机会，年年一样。',
  },
  casual: {
    kind: 'number',
    label: '尝鲜客的年留存',
    min: 0.3,
    max: 0.98,
    step: 0.01,
    default: 0.55,
    percent: true,
    meaning: '一位尝鲜客今年在、明年还在的机会，也年年一样。',
  },
  discount: {
    kind: 'number',
    label: '折现率',
    symbol: 'd',
    min: 0,
    max: 0.3,
    step: 0.01,
    default: 0.1,
    percent: true,
    meaning: '一年后的 1 元少算多少，才与今天的钱一样看待。',
  },
  margin: {
    kind: 'number',
    label: '一年的毛利',
    symbol: 'm',
    unit: '元',
    min: 20,
    max: 2000,
    step: 20,
    default: 120,
    meaning: '一位还在的顾客，一年末留下多少毛利。',
  },
  acquisition: {
    kind: 'number',
    label: '招一位的花费',
    unit: '元',
    min: 0,
    max: 3000,
    step: 20,
    default: 300,
    meaning: '送券、广告、提成，招来一位新顾客共花多少。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 曲线取的留存率。 */
export const rates = Array.from({ length: 71 }, (_, i) => params.loyal.min + i / 100);

function compute({ share, loyal, casual, discount, margin, acquisition }: Setting) {
  const segments = [
    { share, retention: loyal },
    { share: 1 - share, retention: casual },
  ];
  const input = { margin, discount, acquisition };
  const mix = mixedLifetimeValue({ ...input, segments, periods: longest });
  const single = mixedLifetimeValue({
    ...input,
    segments: [{ share: 1, retention: mix.firstRetention }],
    periods: longest,
  });
  const raised = mixedLifetimeValue({
    ...input,
    segments: segments.map((each) => ({
      ...each,
      retention: Math.min(1, each.retention + points),
    })),
    periods: 0,
  });
  return {
    ...mix,
    /** 两种人不一样，而且都有 */
    mixed: share > 0 && share < 1 && loyal !== casual,
    /** 以“几年的毛利”计：平均一位、按首年留存算的、常客、尝鲜客 */
    worth: mix.value / margin,
    singleWorth: mix.singleRateValue / margin,
    loyalWorth: marginMultiple({ retention: loyal, discount }),
    casualWorth: marginMultiple({ retention: casual, discount }),
    single,
    net: mix.value - acquisition,
    /** 各人的留存都多 5 点（到 100% 为止），平均一位的价值多几成 */
    lift: raised.value / mix.value - 1,
    /** 一年以后还在的人里，常客占几成 */
    loyalLeft: (mix.remaining[0]?.[1] ?? 0) / mix.firstRetention,
  };
}
export type Result = ReturnType<typeof compute>;

/** 75%、42.5%。 */
export const rate = (value: number) => `${upTo(value * 100, 1)}%`;
/** 3.67 年。 */
export const inYears = (worth: number) => `${upTo(worth, 2)} 年`;
export const yuan = (value: number) => `${fixed(value)} 元`;
/** 不折现又永不流失，价值没有上限。 */
export const more = (lift: number) =>
  Number.isFinite(lift) ? `多 ${percent(lift, 1)}` : '多到没有上限';

/** 起点 `retention` 再多 5 点，价值多几成；离 100% 不到 5 点的，提到 100%。 */
export const liftFrom = (retention: number, discount: number) =>
  retentionLift({ retention, discount, increase: Math.min(points, 1 - retention) });

/** 第几笔收回。 */
export function recovers({ acquisition }: Pick<Setting, 'acquisition'>, payments: number): string {
  if (acquisition === 0) return '招人没有花钱';
  return payments === Infinity ? '永远收不回' : `收到第 ${fixed(payments)} 笔够本`;
}
const singlePays = ({ acquisition, margin, discount }: Setting, retention: number) =>
  recovers({ acquisition }, payback({ acquisition, margin, discount, retention }).payments);

/** 两种人各值多少，平均起来多少。 */
const averageSays = ({ share }: Setting, { loyalWorth, casualWorth, worth }: Result) =>
  `常客一位值 ${inYears(loyalWorth)}，尝鲜客 ${inYears(casualWorth)}；前者占 ${percent(share)}，平均 ${inYears(worth)}`;

const fourYears = ({ observedRetention }: Result) =>
  `四年是 ${observedRetention.slice(0, 4).map(rate).join('、')}。`;

/** 多 5 点以后，走的人少了多少。 */
const leaving = ({ share, loyal, casual }: Setting) => {
  const fewer = (retention: number) =>
    `从 ${rate(1 - retention)} 少到 ${rate(1 - Math.min(1, retention + points))}`;
  return share === 1
    ? `一年走的人${fewer(loyal)}`
    : `常客一年走的${fewer(loyal)}，尝鲜客${fewer(casual)}`;
};

const near = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack * Math.abs(b);

/** 为什么永远收不回，或者差在哪里。 */
const limitSays = (values: Setting, { value, payments }: Result) =>
  values.acquisition === 0
    ? '招人没有花钱，也就没有本要收。'
    : payments === Infinity
      ? `毛利一笔比一笔少：人在走，钱要折。收到无穷多笔，加起来也只有 ${yuan(value)}，够不上 ${yuan(values.acquisition)}。`
      : `毛利一笔比一笔少，全部加起来 ${yuan(value)}，比 ${yuan(values.acquisition)} 多，${recovers(values, payments)}。`;

export const model = defineWidget({
  id: 'lifetime-value',
  version: 2,
  title: '一位顾客值多少',
  english: 'Customer lifetime value',
  question: '一年走掉一批人，留下来的值多少，招人的钱收得回吗？',
  chapter: 'strategy',
  section: 'loyalty-math',
  params,
  scenarios: [
    {
      id: 'haircut',
      label: '快剪店的年卡',
      sentence:
        '江城一家快剪店（虚构）卖年卡：一位会员一年留下毛利 120 元，招一位要花 300 元。新招的一批，头一年走了四分之一，店长就按这个留存率给会员估价。',
      values: {},
    },
    {
      id: 'coupon',
      label: '红包拉新',
      sentence:
        '一个外卖平台（虚构）撒红包拉来一批人：两成是天天点餐的，一年后 95% 还在；八成冲着红包，一年后只有 30% 还在。往后没有新的活动，各人的脾气也年年一样。',
      values: { share: 0.2, casual: 0.3, acquisition: 60 },
      predict: {
        kind: 'number',
        question: (_values, { firstRetention }) =>
          `这批人第一年留下 ${rate(firstRetention)}。活动没有变，各人也没有变，年初还在的人里，第四年能留下百分之几？`,
        unit: '%',
        min: 0,
        max: 100,
        digits: 1,
        tolerance: 0.06,
        answer: (_values, { observedRetention }) => (observedRetention[3] as number) * 100,
        hit: (_values, result) =>
          `准。${fourYears(result)}${result.mixed ? '没有一个人变得更忠诚，只是容易走的先走，剩下的越来越多是不容易走的。' : '人人一样，就年年一样。'}`,
        misreads: [
          {
            when: (guess, _answer, _values, { mixed, firstRetention }) =>
              mixed && near(guess / 100, firstRetention, 0.06),
            text: (_values, result) =>
              `各人的留存率不变，整批的却会变：容易走的先走，剩下的越来越多是不容易走的。${fourYears(result)}`,
          },
          {
            when: (guess, _answer, _values, { firstRetention }) => guess / 100 < firstRetention,
            text: (_values, result) =>
              `人数一年少一年，留存率不会跟着低：它是年末的人比年初的人。${fourYears(result)}`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: ({ loyal, casual }) =>
              `太高了一点。就算只剩最肯留的那种人，也只有 ${rate(Math.max(loyal, casual))}，第四年还没有全换成他们。`,
          },
          {
            when: () => true,
            text: ({ share }, { loyalLeft }) =>
              `方向对，升得比你想的快：常客起初占 ${percent(share)}，只过一年，留下的人里已经占 ${percent(loyalLeft)}。`,
          },
        ],
      },
    },
    {
      id: 'five-points',
      label: '多留住五个点',
      sentence:
        '江城一家代账公司（虚构），小老板们一年一签，留存 90%。今年派专人回访，估计能多留住 5 个百分点，要先算算值不值。',
      values: { share: 1, loyal: 0.9, margin: 1200, acquisition: 2400 },
      predict: {
        kind: 'number',
        question: ({ discount, share, loyal, casual }) =>
          `折现率 ${rate(discount)}。起点 60% 的公司，留存多 5 点，一位顾客的价值${more(liftFrom(0.6, discount))}。这家起点 ${share === 1 ? rate(loyal) : `常客 ${rate(loyal)}、尝鲜客 ${rate(casual)}`}，同样多 5 点，价值多百分之几？`,
        unit: '%',
        min: 0,
        max: 500,
        digits: 1,
        tolerance: 0.08,
        answer: (_values, { lift }) => lift * 100,
        hit: (values) =>
          `准。${leaving(values)}。价值要除以 1 + d − r：走的人越少，再少 5 点越显眼；折现率 ${rate(values.discount)} 垫在下面，涨得才没有更多。`,
        misreads: [
          {
            when: (guess, answer) => guess < 8 && answer > 10,
            text: ({ discount }) =>
              `5 点是一年的。多留下的人，明年、后年还在交钱，一年一年叠上去：哪怕起点 60%，也${more(liftFrom(0.6, discount))}。`,
          },
          {
            when: (guess, answer, { discount }) =>
              guess < answer && near(guess / 100, liftFrom(0.6, discount), 0.12),
            text: () =>
              '同样 5 点，起点不同，值得不一样多。看走的人：60% 到 65%，走的从四成少到三成半；90% 到 95%，走的少了一半，一位顾客待的年头差不多翻倍。',
          },
          {
            when: (guess, answer) => guess < answer,
            text: ({ discount }) =>
              `低了。起点越高，能提的余地看着越小，可价值要除以 1 + d − r，r 越近 100%，分母越小。起点 60% 只${more(liftFrom(0.6, discount))}。`,
          },
          {
            when: () => true,
            text: (values) =>
              `高了。${leaving(values)}，可多出来的毛利在好几年以后，折现率 ${rate(values.discount)}，算不了那么多。把折现率往左拖看看。`,
          },
        ],
      },
    },
    {
      id: 'payback',
      label: '招人的钱',
      sentence:
        '一家视频网站（虚构）一年的会员毛利 120 元，打折、投广告，招来一位新会员要 300 元。老板说不急，慢慢总能收回来。',
      values: { share: 1, loyal: 0.7 },
      predict: {
        kind: 'choice',
        question: (values) =>
          `一位会员一年毛利 ${yuan(values.margin)}，招一位花 ${yuan(values.acquisition)}。留存 90%，${singlePays(values, 0.9)}；80%，${singlePays(values, 0.8)}。这家${values.share === 1 ? `留存 ${rate(values.loyal)}` : `常客留 ${rate(values.loyal)}、尝鲜客留 ${rate(values.casual)}`}，收到第几笔够本？`,
        options: [
          {
            value: 'soon',
            label: '前 9 笔',
            explanation: (values, result) => limitSays(values, result),
          },
          {
            value: 'later',
            label: '第 10 到 15 笔',
            explanation: (values, result) =>
              `${limitSays(values, result)}${result.payments === Infinity ? '照着前两个数往下推，好像再等几年就行；留存低到一个数，就不是早晚的事了。' : ''}`,
          },
          {
            value: 'long',
            label: '第 16 笔以后',
            explanation: (values, result) =>
              `${limitSays(values, result)}${result.payments === Infinity ? '等得再久也没有用，后面的每一笔已经薄得像纸。' : ''}`,
          },
          {
            value: 'never',
            label: '永远收不回',
            explanation: (values, result) => limitSays(values, result),
          },
        ],
        answer: (_values, { payments }) =>
          payments === Infinity
            ? 'never'
            : payments <= 9
              ? 'soon'
              : payments <= 15
                ? 'later'
                : 'long',
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ share, loyal, casual, discount }, { firstRetention, singleWorth }) =>
      `一批新会员，第一年走了 ${rate(1 - firstRetention)}。按 ${rate(firstRetention)} 的留存、${rate(discount)} 的折现率，一位值 ${inYears(singleWorth)}的毛利。翻名单才看清：${percent(share)} 是常客，每年 ${rate(loyal)} 会续；其余是尝鲜客，${rate(casual)} 会续。照名单重算，平均一位值几年的毛利？`,
    unit: '年',
    min: 0,
    max: 50,
    digits: 2,
    tolerance: 0.08,
    answer: (_values, { worth }) => worth,
    hit: (values, result) =>
      `准。${averageSays(values, result)}。第一年走掉的是最容易走的人，往后的留存率比 ${rate(result.firstRetention)} 高。`,
    misreads: [
      {
        when: (guess, _answer, _values, { singleWorth, mixed }) =>
          mixed && near(guess, singleWorth, 0.04),
        text: (values, result) =>
          `平均的留存率没有变，平均的价值却变了：${averageSays(values, result)}。${rate(result.firstRetention)} 只是头一年的，一年后留下的人里，常客已经占 ${percent(result.loyalLeft)}。`,
      },
      {
        when: (guess, answer, _values, { casualWorth, mixed }) =>
          mixed && guess < answer && near(guess, casualWorth, 0.06),
        text: (values, result) =>
          `这是尝鲜客一个人的。常客也要算进来：${averageSays(values, result)}。`,
      },
      {
        when: (guess, _answer, _values, { loyalWorth, casualWorth }) =>
          guess < Math.min(loyalWorth, casualWorth),
        text: (values, result) =>
          `少了。连最容易走的人，一位也值 ${inYears(Math.min(result.loyalWorth, result.casualWorth))}。${averageSays(values, result)}。`,
      },
      {
        when: (guess, _answer, _values, { singleWorth }) => guess < singleWorth,
        text: (values, result) =>
          `容易走的人，已经算在 ${rate(result.firstRetention)} 里了，不能再扣一遍。${averageSays(values, result)}。`,
      },
      {
        when: (guess, answer, _values, { loyalWorth }) =>
          guess > answer && near(guess, loyalWorth, 0.06),
        text: (values, result) =>
          `这是常客一个人的。尝鲜客也要算进来：${averageSays(values, result)}。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: (values, result) => `多了。各算各的，再按人数平均：${averageSays(values, result)}。`,
      },
      {
        when: () => true,
        text: (values, result) =>
          `方向对，还少了：把常客往平均上拉，拉得太多。${averageSays(values, result)}。`,
      },
    ],
  },
  sentence(values, { mixed, firstRetention, observedRetention, ...result }) {
    const money = `合 ${yuan(result.value)}；招一位花 ${yuan(values.acquisition)}，${recovers(values, result.payments)}`;
    if (!mixed)
      return `人人留存 ${rate(firstRetention)}：一位值 ${inYears(result.worth)}的毛利，${money}。留存再多 5 点，价值${more(result.lift)}。`;
    const [, second, third] = observedRetention;
    return `各人不变，容易走的先走：观察到的留存率第一年 ${rate(firstRetention)}，第二年 ${rate(second as number)}，第三年 ${rate(third as number)}。按第一年的算，一位值 ${inYears(result.singleWorth)}的毛利；照名单算 ${inYears(result.worth)}，${money}。`;
  },
  brief: (_values, { mixed, worth, singleWorth }) =>
    mixed
      ? `照名单 ${inYears(worth)}的毛利，按头一年算 ${inYears(singleWorth)}`
      : `一位值 ${inYears(worth)}的毛利`,
  table({ acquisition }, { remaining, observedRetention, firstRetention, cumulative, single }) {
    return {
      caption: `一百位新顾客一年年还剩多少；累计净值是平均一位，已减招人的 ${yuan(acquisition)}`,
      columns: [
        { label: '第几年末' },
        { label: '常客', unit: '位' },
        { label: '尝鲜客', unit: '位' },
        { label: '观察到的留存率', unit: '%' },
        { label: `年年 ${rate(firstRetention)}`, unit: '位' },
        { label: '累计净值', unit: '元' },
        { label: '按头一年的留存算', unit: '元' },
      ],
      rows: Array.from({ length: years + 1 }, (_, t) => [
        t,
        100 * (remaining[0]?.[t] ?? 0),
        100 * (remaining[1]?.[t] ?? 0),
        t === 0 ? '' : 100 * (observedRetention[t - 1] as number),
        100 * firstRetention ** t,
        cumulative[t] as number,
        single.cumulative[t] as number,
      ]),
      digits: [0, 1, 1, 1, 1, 0, 0],
    };
  },
  monotone: [
    { param: 'loyal', quantity: ({ value }) => value, direction: 'up' },
    { param: 'casual', quantity: ({ value }) => value, direction: 'up' },
    { param: 'margin', quantity: ({ value }) => value, direction: 'up' },
    { param: 'discount', quantity: ({ value }) => value, direction: 'down' },
    { param: 'acquisition', quantity: ({ net }) => net, direction: 'down' },
    { param: 'acquisition', quantity: ({ payments }) => payments, direction: 'up' },
  ],
});
