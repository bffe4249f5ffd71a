import { priorityMg1 } from '../../calc/queueing/priority-mg1.ts';
import { duration, fixed, percent, upTo } from '../../lib/format.ts';
import { spaced } from '../../lib/spaced.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

/** 等待多在几分钟到几十分钟，一位小数正好；太短说秒，太长说小时。 */
export function minutes(value: number): string {
  return value >= 1 && value < 100 ? `${fixed(value, 1)} 分钟` : duration(value);
}

export type Rule = 'fcfs' | 'short' | 'long' | 'vip';
export const rules: readonly Rule[] = ['fcfs', 'short', 'vip', 'long'];
export const ruleNames: Record<Rule, string> = {
  fcfs: '先来先办',
  short: '快件优先',
  long: '慢件优先',
  vip: 'VIP 优先',
};

/** 一群等得一样久的人。 */
export interface Group {
  id: 'fast' | 'slow' | 'vip' | 'ordinary';
  label: string;
  /** 占来人的比例 */
  people: number;
  /** 平均占用窗口多久，分钟 */
  meanService: number;
  /** ρ_i：窗口有多少时间在办这群人的事 */
  load: number;
  wait: number;
}

const params = {
  arrivalsPerHour: {
    kind: 'number',
    label: '每小时来人',
    symbol: 'λ',
    unit: '人',
    min: 2,
    max: 40,
    step: 0.5,
    default: 20,
    meaning: '一个窗口面对的全部顾客，随机地来，一直这么密，等待按稳态算。',
  },
  fastShare: {
    kind: 'number',
    label: '快件占来人',
    min: 0.1,
    max: 0.9,
    step: 0.05,
    default: 0.7,
    percent: true,
    meaning: '十个人里有几个办的是小事。',
  },
  fastMinutes: {
    kind: 'number',
    label: '快件平均办理',
    symbol: 'τ₁',
    unit: '分钟',
    min: 0.5,
    max: 5,
    step: 0.5,
    default: 1,
    meaning: '快件之间也有快有慢（指数分布）。',
  },
  slowMinutes: {
    kind: 'number',
    label: '慢件平均办理',
    symbol: 'τ₂',
    unit: '分钟',
    min: 5,
    max: 30,
    step: 0.5,
    default: 6,
    meaning: '慢件之间也有快有慢（指数分布）。',
  },
  vipShare: {
    kind: 'number',
    label: '买 VIP 的人',
    min: 0.05,
    max: 0.9,
    step: 0.05,
    default: 0.2,
    percent: true,
    meaning: '只在“VIP 优先”时起作用；买不买与事情快慢无关。',
  },
  rule: {
    kind: 'choice',
    label: '谁先办',
    options: [
      { value: 'fcfs', label: '先来先办' },
      { value: 'short', label: '快件优先' },
      { value: 'vip', label: 'VIP 优先（付费）' },
      { value: 'long', label: '慢件优先（如危重）' },
    ],
    default: 'short',
    meaning: '正在办的人办完为止，不会被打断；同类之间先来先办。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 各类服务时间为指数分布，混在一起后的均值与变异系数平方。 */
function mixture({ fastShare, fastMinutes, slowMinutes }: Setting) {
  const mean = fastShare * fastMinutes + (1 - fastShare) * slowMinutes;
  const secondMoment = 2 * (fastShare * fastMinutes ** 2 + (1 - fastShare) * slowMinutes ** 2);
  // 两类一样长时恰为 1，减法的舍入不应让它变成负数
  return { meanService: mean, scvService: Math.max(0, secondMoment / mean ** 2 - 1) };
}

/** 排在前面的一群在前；先来先办时大家一样久，仍分开列，好比较。 */
function groupsUnder(rule: Rule, setting: Setting): Group[] {
  const { arrivalsPerHour, fastShare, fastMinutes, slowMinutes, vipShare } = setting;
  const arrivalRate = arrivalsPerHour / 60;
  const all = mixture(setting);
  const group = (id: Group['id'], label: string, people: number, meanService: number) => ({
    id,
    label,
    people,
    meanService,
    load: arrivalRate * people * meanService,
    scvService: 1,
  });
  const fast = group('fast', '快件', fastShare, fastMinutes);
  const slow = group('slow', '慢件', 1 - fastShare, slowMinutes);
  const byWallet = [
    group('vip', 'VIP 顾客', vipShare, all.meanService),
    group('ordinary', '普通顾客', 1 - vipShare, all.meanService),
  ].map((each) => ({ ...each, scvService: all.scvService }));
  const ordered = rule === 'vip' ? byWallet : rule === 'long' ? [slow, fast] : [fast, slow];
  const { meanWaits, meanWaitFirstComeFirstServed } = priorityMg1({
    classes: ordered.map(({ people, meanService, scvService }) => ({
      arrivalRate: arrivalRate * people,
      meanService,
      scvService,
    })),
  });
  const waits = rule === 'fcfs' ? ordered.map(() => meanWaitFirstComeFirstServed) : meanWaits;
  return ordered.map((each, k) => ({ ...each, wait: waits[k] as number }));
}

const sum = (groups: readonly Group[], weigh: (group: Group) => number) =>
  groups.reduce((total, group) => total + weigh(group), 0);

function compute(setting: Setting) {
  const byRule = Object.fromEntries(
    rules.map((rule) => [rule, groupsUnder(rule, setting)]),
  ) as Record<Rule, Group[]>;
  const groups = byRule[setting.rule as Rule];
  const [first, last] = groups as [Group, Group];
  const meanWait = sum(groups, ({ people, wait }) => people * wait);
  const fcfsWait = byRule.fcfs[0]?.wait ?? Number.NaN;
  return {
    utilization: sum(byRule.fcfs, ({ load }) => load),
    fcfsWait,
    byRule,
    groups,
    first,
    last,
    meanWait,
    /** Σ ρ_i W_i：排着的人手里一共压着多少分钟的活；换次序不变 */
    workWaiting: sum(groups, ({ load, wait }) => load * wait),
    /** 后办的人多等多久（先来先办时为 0） */
    loss: last.wait - fcfsWait,
    gain: fcfsWait - first.wait,
  };
}
export type Result = ReturnType<typeof compute>;

const overloaded = ({ utilization }: Result) => !(utilization < 1 - 1e-12);

/** 过载时，先办的一群也许还有尽头 */
const fate = ({ label, wait }: Group) =>
  Number.isFinite(wait) ? `${label}平均等 ${minutes(wait)}` : `${label}等不到头`;

function place({ arrivalsPerHour, fastShare, fastMinutes, slowMinutes }: Setting): string {
  return `一个窗口，每小时来 ${upTo(arrivalsPerHour, 1)} 人，${percent(fastShare)} 是 ${upTo(fastMinutes, 1)} 分钟的快件，其余是 ${upTo(slowMinutes, 1)} 分钟的慢件`;
}

/** 公平账：谁省、谁贴、净赚还是净亏。图下与讲稿都用它。 */
export function fairness(setting: Setting, result: Result): string {
  const { first, last, gain, loss, meanWait, fcfsWait } = result;
  if (overloaded(result)) return '来得比办得快，次序只决定先苦了谁。';
  if (setting.rule === 'fcfs') return '人人等得一样久：对每个人都公平，对办小事的人最不划算。';
  const trade = `${first.label}每人少等 ${minutes(gain)}，${last.label}每人多等 ${minutes(loss)}`;
  const change = meanWait - fcfsWait;
  if (Math.abs(change) < 1e-6 * fcfsWait)
    return `${trade}。人均还是 ${minutes(meanWait)}，一秒没省：先办的人省下的，全由后办的人补上。`;
  return change < 0
    ? `${trade}。人均从 ${fixed(fcfsWait, 1)} 分钟降到 ${minutes(meanWait)}：让一个慢件等等，能放走好几个快件，所以有净赚。`
    : `${trade}。人均从 ${fixed(fcfsWait, 1)} 分钟升到 ${minutes(meanWait)}：这样排不是为了快，是为了等不起的人。`;
}

export const model = defineWidget({
  id: 'priority-lane',
  version: 2,
  title: '插队与快速通道',
  english: 'Priority and express lanes',
  question: '让一部分人先办，总得有人后办。谁占便宜，谁吃亏，总账是赚是赔？',
  chapter: 'queueing',
  section: 'fairness',
  params,
  scenarios: [
    {
      id: 'express',
      label: '超市少件先结',
      sentence:
        '社区超市昼夜开着，只有一台收银机：七成人拎一两样东西，1 分钟；三成人推一车，6 分钟。店长让少件的先结。',
      values: {
        arrivalsPerHour: 20,
        fastShare: 0.7,
        fastMinutes: 1,
        slowMinutes: 6,
        rule: 'short',
      },
    },
    {
      id: 'vip',
      label: 'VIP 窗口',
      sentence: '还是这家店、这些人，改卖 VIP 卡：两成人买了卡，不论买多买少都先结。',
      values: {
        arrivalsPerHour: 20,
        fastShare: 0.7,
        fastMinutes: 1,
        slowMinutes: 6,
        vipShare: 0.2,
        rule: 'vip',
      },
    },
    {
      id: 'triage',
      label: '急诊分级',
      sentence:
        '急诊昼夜一位医生：八成是轻症，每人 5 分钟（快件）；两成是危重，每人 20 分钟（慢件）。危重先看。',
      values: { arrivalsPerHour: 6, fastShare: 0.8, fastMinutes: 5, slowMinutes: 20, rule: 'long' },
    },
    {
      id: 'luggage',
      label: '行李寄存',
      sentence:
        '机场行李寄存处昼夜一位店员：八成人凭号取走，半分钟；两成人要寄存，5 分钟。取行李的先来。',
      values: {
        arrivalsPerHour: 36,
        fastShare: 0.8,
        fastMinutes: 0.5,
        slowMinutes: 5,
        rule: 'short',
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: (values) => {
      const result = compute(values);
      const { first, last, fcfsWait } = result;
      if (values.rule === 'fcfs')
        return `${place(values)}。大家排一条队、先来先办，平均要等几分钟？`;
      const before = overloaded(result)
        ? '来的比办得完的还多，先来先办时谁都等不到头'
        : `先来先办时，不论快慢都平均等 ${minutes(fcfsWait)}`;
      const cut =
        values.rule === 'vip'
          ? `${percent(first.people)} 的人买了 VIP、先办`
          : `现在${first.label}先办`;
      return `${place(values)}。${before}。${cut}，${last.label}平均要等几分钟？`;
    },
    unit: '分钟',
    min: 0,
    max: 10000,
    answer: (_values, { last }) => last.wait,
    digits: 1,
    tolerance: 0.1,
    hit: (values, result) => `估得准。${fairness(values, result)}`,
    misreads: [
      {
        when: (_guess, answer) => !Number.isFinite(answer),
        text: (_values, { utilization }) =>
          `利用率已经 ${percent(utilization)}，来得比办得快，排在后面的人队伍只长不消，没有“平均等待”可言。`,
      },
      {
        when: (_guess, _answer, { rule }) => rule === 'fcfs',
        text: (_values, { utilization, fcfsWait }) =>
          `窗口忙 ${percent(utilization)}，又是快件慢件混着来，一个慢件就堵住后面一串人，平均要等 ${minutes(fcfsWait)}。`,
      },
      {
        when: (guess, _answer, _values, { fcfsWait }) => guess < fcfsWait * 0.98,
        text: (_values, { first, last }) =>
          `优先级不能让每个人都少等。窗口还是一个，活还是那些，${first.label}往前挪，${last.label}必定往后退。`,
      },
      {
        when: (guess, _answer, _values, { fcfsWait }) => guess <= fcfsWait * 1.02,
        text: (_values, { first, last }) =>
          spaced`${first.label}少等的时间不会凭空出来：${first.label}办事的那些分钟，正好是${last.label}多站着的分钟。`,
      },
      {
        // 按人头记账：先办的人省下的分钟，一分不少摊给后办的人
        when: (guess, answer, _values, { first, last, fcfsWait, gain }) => {
          const byHeads = fcfsWait + (gain * first.people) / last.people;
          return (
            Math.abs(byHeads - answer) > 0.1 * answer && Math.abs(guess - byHeads) <= 0.1 * byHeads
          );
        },
        text: ({ rule }, { first, last, gain, loss }) =>
          `你是按人头平的账：${first.label}每人省 ${minutes(gain)}，有多少人省，就由${last.label}补多少。守恒的不是“人×分钟”，是“活×分钟”：一个${rule === 'long' ? '快件手里活少，要很多快件往后退才抵得上一个慢件往前挪' : `慢件抵得上好几个快件的活，所以只要多等 ${minutes(loss)}`}。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: (_values, { last, loss }) =>
          `没那么惨。${last.label}会被后来的人插队，但插队的人占用窗口的时间有限，平均只多等 ${minutes(loss)}。`,
      },
      {
        when: () => true,
        text: (_values, { first, last }) =>
          spaced`方向对，亏得还不止这些：${last.label}不光要等前面的${first.label}，自己等着的时候新来的${first.label}还会排到前头去。`,
      },
    ],
  },
  sentence(values, result) {
    const { first, last, meanWait, fcfsWait, utilization } = result;
    const head = `${place(values)}`;
    if (overloaded(result))
      return `${head}：利用率 ${percent(utilization)}，来得比办得快；${ruleNames[values.rule as Rule]}时${[first, last].map(fate).join('，')}。`;
    if (values.rule === 'fcfs') return `${head}：先来先办，不论快慢都平均等 ${minutes(fcfsWait)}。`;
    return `${head}：先来先办都等 ${minutes(fcfsWait)}；${ruleNames[values.rule as Rule]}，${first.label}等 ${minutes(first.wait)}、${last.label}等 ${minutes(last.wait)}，人均 ${minutes(meanWait)}。`;
  },
  brief: (_values, { groups }) =>
    groups.map(({ label, wait }) => `${label}等 ${minutes(wait)}`).join('，'),
  table(values, { byRule, fcfsWait }) {
    return {
      caption: `${place(values)}：四种次序下各等多久`,
      columns: [
        { label: '次序' },
        { label: '谁' },
        { label: '占来人', unit: '%' },
        { label: '占窗口时间 ρᵢ', unit: '%' },
        { label: '平均等待 Wᵢ', unit: '分钟' },
        { label: '比先来先办多等', unit: '分钟' },
        { label: 'ρᵢWᵢ', unit: '分钟' },
      ],
      rows: rules.flatMap((rule) =>
        byRule[rule].map(({ label, people, load, wait }) => [
          ruleNames[rule],
          label,
          people * 100,
          load * 100,
          wait,
          Number.isFinite(fcfsWait) ? wait - fcfsWait : '—',
          load * wait,
        ]),
      ),
      digits: [0, 0, 0, 1, 1, 1, 2],
    };
  },
  monotone: [
    { param: 'arrivalsPerHour', quantity: (result) => result.fcfsWait, direction: 'up' },
    { param: 'slowMinutes', quantity: (result) => result.fcfsWait, direction: 'up' },
    { param: 'fastMinutes', quantity: (result) => result.fcfsWait, direction: 'up' },
    { param: 'vipShare', quantity: ({ byRule }) => byRule.vip[1]?.wait ?? 0, direction: 'up' },
    { param: 'vipShare', quantity: ({ byRule }) => byRule.vip[0]?.wait ?? 0, direction: 'up' },
  ],
});
