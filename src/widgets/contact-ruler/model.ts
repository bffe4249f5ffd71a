import { customerContactOfSteps } from '../../calc/process/customer-contact.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type NumberField,
  type NumberPrediction,
} from '../../widget-kit/model.ts';
import { acts, presences, processes, waits, type Step } from './steps.ts';

export type Side = 'now' | 'after';

/** 十小时以内说分钟，再长说小时。 */
export const long = (minutes: number) =>
  minutes < 600 ? `${fixed(minutes)} 分钟` : `${upTo(minutes / 60, 1)} 小时`;
/** 不到百分之一的，多写一位才看得出不是零。 */
export const share = (ratio: number) => percent(ratio, ratio > 0 && ratio < 0.01 ? 2 : 1);
export const wordOf = (presence: number) =>
  presences.find(({ value }) => value === presence)?.label ?? presences[0].label;

/** 这一步照现在的口径算不算接触。 */
export const counts = (presence: number, waiting: boolean) =>
  presence === acts || (waiting && presence === waits);

const presence = (label: string): NumberField => ({
  kind: 'number',
  label,
  min: 0,
  max: 2,
  step: 1,
  default: 0,
});

function measure(steps: readonly Step[], side: Side, waiting: boolean) {
  const { contactRatio, potentialEfficiency, decoupledTime } = customerContactOfSteps(
    steps.map((step) => ({
      name: step.name,
      time: step.minutes,
      customerPresent: counts(step[side], waiting),
    })),
  );
  const total = steps.reduce((sum, { minutes }) => sum + minutes, 0);
  return { ratio: contactRatio, potentialEfficiency, contact: total - decoupledTime };
}
export type Measured = ReturnType<typeof measure>;

const names = (list: readonly Step[]) => list.map(({ name }) => `“${name}”`).join('');

type Setting = { steps: readonly Step[]; waiting: boolean };

function compute({ steps, waiting }: Setting) {
  const total = steps.reduce((sum, { minutes }) => sum + minutes, 0);
  const now = measure(steps, 'now', waiting);
  const after = measure(steps, 'after', waiting);
  const changed = steps.filter((step) => step.now !== step.after);
  const freed = steps.filter((step) => counts(step.now, waiting) && !counts(step.after, waiting));
  const freedTime = freed.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    total,
    now,
    after,
    changed,
    freed,
    /** 错算法之一：把挪走的时间从总时间里也减掉 */
    shrunk: total > freedTime ? after.contact / (total - freedTime) : 0,
    /** 错算法之二：数步数，不看每步多久 */
    byCount: {
      now: steps.filter((step) => counts(step.now, waiting)).length / steps.length,
      after: steps.filter((step) => counts(step.after, waiting)).length / steps.length,
    },
  };
}
export type Result = ReturnType<typeof compute>;

const params = {
  waiting: {
    kind: 'toggle',
    label: '等着也算接触',
    default: true,
    meaning: '蔡斯的定义：人在系统里就算，候诊也算。关掉，就只算有人接待、自己在办的时间。',
  },
  steps: {
    kind: 'list',
    label: '流程的每一步',
    item: '步',
    fields: {
      name: { kind: 'text', label: '名字', longest: 6, default: '新的一步' },
      minutes: {
        kind: 'number',
        label: '用时',
        unit: '分钟',
        min: 1,
        max: 10000,
        step: 1,
        default: 10,
      },
      now: presence('现在'),
      after: presence('改后'),
    },
    atLeast: 1,
    atMost: 16,
    ordered: true,
    default: processes.hospital,
    meaning: '现在、改后两栏：0 是顾客不在，1 是在等，2 是在办（视频、电话里当面办的也算 2）。',
  },
} as const;

/** 猜得像错算法算出来的数：差不到两个百分点。 */
const like = (guess: number, ratio: number) => Math.abs(guess - ratio * 100) <= 2;

const afterMoving: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ steps }, { total, now, freed }) =>
    freed.length === 0
      ? `${steps.length} 步共 ${long(total)}，改后的接触度是百分之几？`
      : `${steps.length} 步共 ${long(total)}，现在顾客在场 ${long(now.contact)}，接触度 ${share(now.ratio)}。把${names(freed)}改成顾客不在场，每一步的用时都不变。接触度变成百分之几？`,
  unit: '%',
  min: 0,
  max: 100,
  digits: 1,
  tolerance: 0.08,
  answer: (_values, { after }) => after.ratio * 100,
  misreads: [
    {
      when: (guess, _answer, _values, { shrunk, after }) =>
        shrunk !== after.ratio && like(guess, shrunk),
      text: (_values, { freed, total, shrunk }) =>
        `你大概把${names(freed)}从总时间里也减掉了，得 ${share(shrunk)}。可这些步骤一分钟没少，只是顾客不在旁边：分母还是 ${long(total)}。`,
    },
    {
      when: (guess, _answer, _values, { byCount }) => like(guess, byCount.after),
      text: ({ steps }, { byCount }) =>
        `你大概是数步数：${steps.length} 步里有 ${fixed(byCount.after * steps.length)} 步见得到顾客。接触度按时间算，一步一步长短差得远。`,
    },
    {
      when: (guess, _answer, _values, { now }) => guess > 100 * now.ratio + 0.05,
      text: (_values, { now, freed, after }) =>
        `挪走了${names(freed)}，接触度只会比现在的 ${share(now.ratio)} 低。它占在场时间的 ${percent(1 - after.contact / now.contact)}。`,
    },
    {
      when: (guess, _answer, _values, { now, after }) => guess > 50 * (now.ratio + after.ratio),
      text: (_values, { now, freed, after }) =>
        `你大概觉得${names(freed)}不算什么接触，挪走也少不了多少。照“人在系统里就算”的定义，它占在场时间的 ${percent(1 - after.contact / now.contact)}。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (_values, { after }) =>
        `方向对，减得太多了：挪走以后，顾客还有 ${long(after.contact)}要亲自在场。`,
    },
    {
      when: () => true,
      text: (_values, { now, after, total }) =>
        `差得不多。在场时间从 ${long(now.contact)}减到 ${long(after.contact)}，再除以没有变的 ${long(total)}。`,
    },
  ],
  hit: (_values, { now, after, total }) =>
    `在场时间从 ${long(now.contact)}减到 ${long(after.contact)}，除以没有变的 ${long(total)}。一分钟没有加快，潜在效率 1 − c 却从 ${share(now.potentialEfficiency)} 升到 ${share(after.potentialEfficiency)}。它只是上限：挪走的若是活，才排得成计划；若是等待，省下的是座位，不是工时。`,
};

/** 快递问的是现在：见了两次面，在场占多少。太小的百分数敲起来容易写错，给几档来选。 */
const bands = [0, 1, 5, 20] as const;
const now: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: ({ steps }, { total }) =>
    `${steps.length} 步共 ${long(total)}，顾客只在揽收、签收时和快递员见面。接触度是百分之几？`,
  options: [
    {
      value: '0',
      label: '不到 1%',
      explanation: (_values, result) =>
        `${divided(result)}几乎全程都能照工厂的办法安排。可是接触度低不等于顾客的感受不用管：投诉往往就出在那几分钟里，也出在看不见的等待里。`,
    },
    {
      value: '1',
      label: '1% 到 5%',
      explanation: (_values, result) =>
        `看出它很小了，还可以更小：${divided(result)}分母里多半是分拣运输。`,
    },
    {
      value: '5',
      label: '5% 到 20%',
      explanation: (_values, result) => {
        const { now: measured, total } = result;
        return `见面的几分钟记得最牢，心里就把它放大了。另外 ${long(total - measured.contact)}包裹在路上、在库里，顾客看不见：${divided(result)}`;
      },
    },
    {
      value: '20',
      label: '20% 以上',
      explanation: ({ steps }, result) =>
        `你大概是数步数：${steps.length} 步里见面 ${fixed(result.byCount.now * steps.length)} 步。按时间算，${divided(result)}`,
    },
  ],
  answer: (_values, { now: { ratio } }) =>
    String(bands.findLast((least) => ratio * 100 >= least) ?? 0),
};
function divided({ now: { contact, ratio }, total }: Result): string {
  return `当面的一共 ${long(contact)}，除以 ${long(total)}，是 ${share(ratio)}。`;
}

export const model = defineWidget({
  id: 'contact-ruler',
  version: 2,
  title: '接触度尺',
  english: 'The contact ruler',
  question: '一段服务里，顾客有多少时间在场？把人请开，流程不必变快，尺上的数就变。',
  chapter: 'economy',
  section: 'contact',
  params,
  scenarios: [
    {
      id: 'hospital',
      label: '医院看病',
      sentence:
        '江城人民医院（虚构案例）的一次门诊。抽完血人就离院，报告好了再回来。医院想把候诊改成手机叫号：快轮到了再进来，人可以在别处等。',
      values: { steps: processes.hospital },
    },
    {
      id: 'bank',
      label: '银行开户',
      sentence:
        '城南支行（虚构案例）开一个账户。支行想让客户来之前在手机上填好单，柜员录入的活移到后台，不让客户对着柜台等。',
      values: { steps: processes.bank },
    },
    {
      id: 'parcel',
      label: '寄一件快递',
      sentence:
        '一件跨省的包裹（虚构案例），从手机下单到签收。公司想把当面签收改成放进快递柜，让最后一次见面也没有。',
      values: { steps: processes.parcel },
      predict: now,
    },
  ],
  compute,
  predict: afterMoving,
  sentence({ steps, waiting }, { total, now: before, after, changed }) {
    const rule = waiting ? '' : '等着不算接触时，';
    const start = `${rule}全程 ${steps.length} 步、${long(total)}，现在顾客在场 ${long(before.contact)}，接触度 ${share(before.ratio)}`;
    if (changed.length === 0) return `${start}；改后一栏没有动，和现在一样。`;
    const moved = `改了${names(changed)}`;
    if (before.ratio === after.ratio)
      return `${start}；${moved}，接触度还是 ${share(after.ratio)}，全程用时不变。`;
    return `${start}；${moved}，在场 ${long(after.contact)}，接触度 ${share(after.ratio)}，全程用时不变，潜在效率（上限）从 ${share(before.potentialEfficiency)} 变成 ${share(after.potentialEfficiency)}。`;
  },
  brief: (_values, { now: before, after }) =>
    `接触度：现在 ${share(before.ratio)}，改后 ${share(after.ratio)}`,
  table({ steps, waiting }, { total, now: before, after }) {
    return {
      caption: `每一步的用时与顾客在不在场（${waiting ? '等着也算接触' : '等着不算接触'}）`,
      columns: [
        { label: '步骤' },
        { label: '用时', unit: '分钟' },
        { label: '占全程', unit: '%' },
        { label: '现在' },
        { label: '改后' },
      ],
      rows: [
        ...steps.map((step) => [
          step.name,
          step.minutes,
          (step.minutes / total) * 100,
          wordOf(step.now),
          wordOf(step.after),
        ]),
        ['合计', total, 100, '—', '—'],
        ['算作接触（分钟）', '—', '—', before.contact, after.contact],
        ['接触度（%）', '—', '—', before.ratio * 100, after.ratio * 100],
      ],
      digits: [0, 0, 1, 2, 2],
    };
  },
});
