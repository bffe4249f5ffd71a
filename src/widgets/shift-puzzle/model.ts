import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type NumberPrediction, type Values } from '../../widget-kit/model.ts';
import { cheapestDay, cheapestWeek, onDuty, type Kind, type Laid } from './cover.ts';

/** 一天从几点排起 */
const opens = 10;

const params = {
  plan: {
    kind: 'choice',
    label: '排什么',
    options: [
      { value: 'day', label: '一天，半小时一格' },
      { value: 'week', label: '一周，一天一格' },
    ],
    default: 'day',
    meaning: '一天里排 8 小时的班；一周里每人连上五天、连休两天。',
  },
  short: {
    kind: 'toggle',
    label: '许排 4 小时班',
    default: false,
    meaning: '关掉，表里的班都按 8 小时算。',
  },
  premium: {
    kind: 'number',
    label: '短班时薪贵',
    min: 0,
    max: 0.5,
    step: 0.01,
    default: 0.15,
    percent: true,
    meaning: '4 小时班每小时比 8 小时班多付多少。',
  },
  shifts: {
    kind: 'list',
    label: '摆下的班',
    item: '班',
    fields: {
      start: { kind: 'number', label: '从第几格起', min: 1, max: 24, step: 1, default: 1 },
      hours: { kind: 'number', label: '多长', unit: '小时', min: 4, max: 8, step: 4, default: 8 },
      people: { kind: 'number', label: '人数', unit: '人', min: 0, max: 40, step: 1, default: 1 },
    },
    atLeast: 1,
    atMost: 12,
    default: [
      { start: 1, hours: 8, people: 12 },
      { start: 9, hours: 8, people: 12 },
    ],
    meaning: '一行是一个班次。起得太晚、到打烊还上不完的，往前挪到正好上完；排一周时不看“多长”。',
  },
  demand: {
    kind: 'list',
    label: '要几个人',
    item: '格',
    fields: {
      need: { kind: 'number', label: '要', unit: '人', min: 0, max: 30, step: 1, default: 5 },
    },
    atLeast: 7,
    atMost: 24,
    default: [3, 4, 6, 9, 11, 12, 10, 7, 5, 4, 4, 4, 4, 5, 8, 11, 14, 15, 15, 14, 12, 9, 6, 4].map(
      (need) => ({ need }),
    ),
    meaning: '从开门起，每半小时要几个人在班；排一周时只看前七行，周一到周日。',
  },
} as const;
export type Setting = Values<typeof params>;

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
/** 第几格是什么时候：“10:30”“周三” */
export const when = (plan: Setting['plan'], slot: number): string =>
  plan === 'week'
    ? (weekdays[slot % 7] as string)
    : `${opens + Math.floor(slot / 2)}:${slot % 2 === 0 ? '00' : '30'}`;

/** 一班的起止：“10:00–18:00”“周三至周日” */
export function span(values: Setting, { start, kind }: Laid): string {
  const { plan } = values;
  const end = start + (kindsOf(values)[kind]?.length ?? 0);
  return plan === 'week'
    ? `${when(plan, start)}至${when(plan, end - 1)}`
    : `${when(plan, start)}–${when(plan, end)}`;
}

/** 各种班：排一天是长班（与短班），排一周只有连上五天的一种。 */
export function kindsOf({ plan, short, premium, demand }: Setting): Kind[] {
  if (plan === 'week') return [{ length: 5, cost: 1 }];
  const slots = (hours: number) => Math.min(2 * hours, demand.length);
  const long = { length: slots(8), cost: 8 };
  return short ? [long, { length: slots(4), cost: 4 * (1 + premium) }] : [long];
}

/** 一行班落在格子上。 */
export function laidOut(
  values: Setting,
  { start, hours, people }: Setting['shifts'][number],
): Laid {
  const { plan, short, demand } = values;
  if (plan === 'week') return { start: (start - 1) % 7, kind: 0, people };
  const kind = short && hours === 4 ? 1 : 0;
  const last = Math.max(0, demand.length - (kind === 1 ? 8 : 16));
  return { start: Math.min(start - 1, last), kind, people };
}
/** 落在格子上的班写回表里。 */
export const asRow = ({ start, kind, people }: Laid): Setting['shifts'][number] => ({
  start: start + 1,
  hours: kind === 1 ? 4 : 8,
  people,
});

const payOf = (laid: readonly Laid[], kinds: readonly Kind[]) =>
  laid.reduce((sum, { kind, people }) => sum + people * (kinds[kind]?.cost ?? 0), 0);
const heads = (laid: readonly Laid[]) => laid.reduce((sum, { people }) => sum + people, 0);

/** 拖班次时需求没有变，最省的排法不必重算。 */
let lately: { key: string; best: ReturnType<typeof cheapest> } | null = null;
function cheapest(plan: Setting['plan'], needs: readonly number[], kinds: readonly Kind[]) {
  const week = plan === 'week' ? cheapestWeek(needs) : null;
  const laid = week ? week.laid : cheapestDay(needs, kinds);
  return {
    laid,
    pay: payOf(laid, kinds),
    people: heads(laid),
    long: heads(laid.filter(({ kind }) => kind === 0)),
    duty: onDuty(laid, kinds, needs.length),
    /** 一周的手算下界：最忙一天与周总量 ÷ 5 里大的一个 */
    bound: week?.bound ?? 0,
  };
}

function compute(values: Setting) {
  const { plan, demand, shifts } = values;
  const needs = demand.slice(0, plan === 'week' ? 7 : 24).map(({ need }) => need);
  const kinds = kindsOf(values);
  const laid = shifts.map((shift) => laidOut(values, shift));
  const duty = onDuty(laid, kinds, needs.length);
  const key = JSON.stringify([plan, needs, kinds]);
  if (lately?.key !== key) lately = { key, best: cheapest(plan, needs, kinds) };
  /** 一格是几个人时：半小时；一周里一格是一人天 */
  const slot = plan === 'week' ? 1 : 0.5;
  const total = (each: (need: number, on: number) => number) =>
    slot * needs.reduce((sum, need, i) => sum + Math.max(0, each(need, duty[i] ?? 0)), 0);
  return {
    needs,
    kinds,
    laid,
    duty,
    need: total((need) => need),
    gap: total((need, on) => need - on),
    surplus: total((need, on) => on - need),
    pay: payOf(laid, kinds),
    people: heads(laid),
    best: lately.best,
  };
}
export type Result = ReturnType<typeof compute>;

const hours = (value: number) => `${upTo(value, 1)} 人时`;
const peak = ({ needs }: Result) => Math.max(...needs);
const close = (guess: number, value: number) => Math.abs(guess - value) < 0.6;

const longOnly: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { need }) =>
    `一天一共要 ${upTo(need, 1)} 人时，只有 8 小时班，几点开始都行。每半小时都不缺人，最少要付多少人时？`,
  unit: '人时',
  min: 0,
  max: 1000,
  digits: 0,
  tolerance: 0.04,
  answer: (_values, { best }) => best.pay,
  hit: (_values, { best, need }) =>
    `很准。${best.people} 个人，付 ${hours(best.pay)}，差不多是需要的 ${upTo(best.pay / need, 1)} 倍。午市和晚市隔得远，顶午市的人走不了，顶晚市的人来得早，中间的下午站满了人。`,
  misreads: [
    {
      when: (guess, _answer, _values, { need }) => guess <= need * 1.1,
      text: (_values, { need, best }) =>
        `${upTo(need, 1)} 人时是要的，不是付的。班次整块地上：为半小时的高峰叫来一个人，就要付他 8 小时，最省也要 ${hours(best.pay)}。`,
    },
    {
      when: (guess, _answer, _values, result) => close(guess, peak(result) * 8),
      text: (_values, result) =>
        `你大概照最忙的半小时算：${peak(result)} 个人 × 8 小时。可开门到打烊不止 8 小时，顶早的顶不到晚，两头要两拨人，最省也要 ${result.best.people} 人、${hours(result.best.pay)}。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (_values, { best, need }) =>
        `少猜了。多付的不是懒散，是班次太长：两个高峰隔着几个钟头，8 小时的班盖不住两头，又收不起来。最省也要 ${hours(best.pay)}，比需要的多 ${hours(best.pay - need)}。`,
    },
    {
      when: () => true,
      text: (_values, { best }) =>
        `多猜了。开始的时刻可以错开，午市与晚市的班在下午叠着，一个人能顶到两头的一部分：${best.people} 人、${hours(best.pay)}就够。`,
    },
  ],
};

/** 同样的需求，只排长班付多少。 */
const longPay = (values: Setting, { needs }: Result) =>
  cheapest('day', needs, kindsOf({ ...values, short: false })).pay;

const withShort: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ premium }, { need }) =>
    `还是 ${upTo(need, 1)} 人时。现在许排 4 小时班，时薪贵 ${percent(premium)}。长短随你配，最少要付多少？（折成长班的人时）`,
  unit: '人时',
  min: 0,
  max: 1000,
  digits: 1,
  tolerance: 0.05,
  answer: (_values, { best }) => best.pay,
  hit: (_values, { best }) =>
    `很准。${best.long} 个长班、${best.people - best.long} 个短班：短班各顶一个高峰，长班托着底。`,
  misreads: [
    {
      when: (guess, _answer, { premium }, { need }) =>
        close(guess, need * (1 + premium)) || guess <= need,
      text: ({ premium }, { best, need }) =>
        `短班也是整块的，4 小时里不会刚好每半小时都要人。${upTo(need, 1)} 人时全换短班、一点不浪费才是 ${hours(need * (1 + premium))}；真排出来最省 ${hours(best.pay)}。`,
    },
    {
      when: (guess, _answer, values, result) => guess > longPay(values, result) + 0.6,
      text: (values, result) =>
        `不会比只排长班的 ${hours(longPay(values, result))}还多：许排短班，也可以一个不排。短班每小时贵，省的是下午整段的空；配得好只要 ${hours(result.best.pay)}。`,
    },
    {
      when: (guess, answer) => guess > answer * 1.2,
      text: (values, result) => {
        const { best } = result;
        const before = longPay(values, result);
        return `你大概觉得短班贵，省不了多少。贵的是每小时，省的是整段的下午：只排长班要 ${hours(before)}，配上短班 ${hours(best.pay)}，便宜 ${percent(1 - best.pay / before)}。`;
      },
    },
    {
      when: () => true,
      text: (_values, { best }) =>
        `不远。最省的配法是 ${best.long} 个长班、${best.people - best.long} 个短班，付 ${hours(best.pay)}。`,
    },
  ],
};

const inARow: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { needs }) =>
    `一周七天要的人是 ${needs.join('、')}。每人连上五天、连休两天，最少要几个人？`,
  unit: '人',
  min: 0,
  max: 200,
  digits: 0,
  whole: true,
  tolerance: 0.02,
  answer: (_values, { best }) => best.people,
  hit: (_values, { best }) =>
    `正是 ${best.people} 人。最忙一天与周总量 ÷ 5 都只说至少 ${best.bound} 人，连休两天的格子拼不出那么整齐。`,
  misreads: [
    {
      when: (guess, _answer, _values, { best }) => guess === best.bound,
      text: (_values, { best, need }) =>
        `${best.bound} 是手算的下界：一周要 ${need} 人天，每人上 5 天，除下来取整。它假定空出来的天都补得上缺的天；休息要连着两天，补不上，还要多 ${best.people - best.bound} 人。`,
    },
    {
      when: (guess, _answer, _values, result) => guess === peak(result),
      text: (_values, result) =>
        `${peak(result)} 是最忙一天的人数。这一天人人都来了，别的天就有人在休，一周的人天不够分：至少 ${result.best.bound} 人，实际要 ${result.best.people} 人。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (_values, { best, need }) =>
        `不够。一周要 ${need} 人天，每人五天，光除一除就要 ${best.bound} 人；两天休息要连着，再多 ${best.people - best.bound} 人。`,
    },
    {
      when: () => true,
      text: (_values, { best }) =>
        `用不着那么多：排得巧，${best.people} 个人就够。去摆一摆，看哪几天开工的多。`,
    },
  ],
};

export const model = defineWidget({
  id: 'shift-puzzle',
  version: 2,
  title: '排班拼图',
  english: 'The roster puzzle',
  question: '一天要 98 人时的活，人却是整班整班地来。不许缺人，最少要付多少人时？',
  chapter: 'capacity-revenue',
  section: 'rosters',
  params,
  scenarios: [
    {
      id: 'hotpot',
      label: '只有 8 小时班',
      sentence:
        '沸点火锅（虚构案例）十点开门，晚上十点打烊，午市一个高峰，晚市一个更高的。店长照老办法排两班，每班 8 小时。',
      values: {},
    },
    {
      id: 'short',
      label: '加上 4 小时班',
      sentence: '还是那家店。区域经理松了口：可以招只上 4 小时的人，时薪贵一成半。',
      values: {
        short: true,
        shifts: [
          { start: 1, hours: 8, people: 3 },
          { start: 2, hours: 8, people: 5 },
          { start: 4, hours: 8, people: 1 },
          { start: 5, hours: 8, people: 2 },
          { start: 6, hours: 8, people: 1 },
          { start: 7, hours: 8, people: 5 },
          { start: 9, hours: 8, people: 6 },
        ],
      },
      predict: withShort,
    },
    {
      id: 'days-off',
      label: '连休两天',
      sentence:
        '江城人民医院（虚构案例）的一个病区排护士：每天要的人数不同，每人连上五天、连休两天，周而复始。眼前是每天开工三个人。',
      values: {
        plan: 'week',
        demand: [17, 13, 15, 19, 14, 16, 11].map((need) => ({ need })),
        shifts: [1, 2, 3, 4, 5, 6, 7].map((start) => ({ start, hours: 8, people: 3 })),
      },
      predict: inARow,
    },
  ],
  compute,
  predict: longOnly,
  sentence({ plan }, { need, pay, people, gap, surplus, best }) {
    const unit = plan === 'week' ? '人天' : '人时';
    const short = gap > 0 ? `缺 ${upTo(gap, 1)} ${unit}` : '一格不缺';
    const tail = `${short}，富余 ${upTo(surplus, 1)} ${unit}`;
    if (plan === 'week')
      return `一周要 ${fixed(need)} 人天。现在 ${people} 人，${tail}。最少要 ${best.people} 人，手算的下界是 ${best.bound} 人。`;
    const least =
      best.long === best.people
        ? `${best.people} 个长班`
        : `${best.long} 个长班、${best.people - best.long} 个短班`;
    return `一天要 ${upTo(need, 1)} 人时。现在 ${people} 人，付 ${hours(pay)}，${tail}。不缺人的最省排法付 ${hours(best.pay)}：${least}。`;
  },
  brief: ({ plan }, { gap, pay, people, best }) =>
    plan === 'week'
      ? `${people} 人，缺 ${upTo(gap, 1)} 人天；最少 ${best.people} 人`
      : `付 ${hours(pay)}，缺 ${hours(gap)}；最省 ${hours(best.pay)}`,
  table({ plan }, { needs, duty, best }) {
    return {
      caption: '各格要的人、在班的人，与最省的排法',
      columns: [
        { label: plan === 'week' ? '哪天' : '从几点起' },
        { label: '要', unit: '人' },
        { label: '在班', unit: '人' },
        { label: '多（少）', unit: '人' },
        { label: '最省排法在班', unit: '人' },
      ],
      rows: needs.map((need, i) => [
        when(plan, i),
        need,
        duty[i] ?? 0,
        (duty[i] ?? 0) - need,
        best.duty[i] ?? 0,
      ]),
      digits: [0, 0, 0, 0, 0],
    };
  },
  monotone: [{ param: 'premium', quantity: ({ best }) => best.pay, direction: 'up' }],
});
