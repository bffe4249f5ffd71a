import { duration, percent } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { outlook, type Measured, type Outlook } from './observation.ts';
import { recipes, sample, type SampleId } from './samples.ts';

/** 结果与表格用的单位；计算一律用分钟。 */
export type Unit = 'minute' | 'second';
export const unitName = { minute: '分钟', second: '秒' } as const;
export const inUnit = (minutes: number, unit: Unit) => (unit === 'second' ? minutes * 60 : minutes);

/** 一场实测的一句话；样本和读者自己的数据都用它。 */
export function describe(name: string, measured: Measured, view: Outlook | null): string {
  const { count, statistics, meanWait } = measured;
  const arrivals = `${name}：${count} 人，平均每 ${duration(statistics.interarrival.mean)}来一位`;
  const observed = meanWait === null ? '' : `现场平均等 ${duration(meanWait)}`;
  if (!view)
    return `${arrivals}${observed ? `，${observed}` : ''}。没有足够的办理时长，还不能建议模型。`;
  const { suggested, notation, utilization, windows } = view;
  const served = `每位办 ${duration(statistics.service?.mean ?? Number.NaN)}，${windows} 个窗口，利用率 ${percent(utilization)}`;
  const forecast = Number.isFinite(suggested.meanWait)
    ? `预测平均等 ${duration(suggested.meanWait)}`
    : '的公式，来得比办得快，等待无限长';
  return `${arrivals}，${served}。像 ${notation}，按 ${suggested.name}${forecast}${observed ? `；${observed}` : ''}。`;
}

/** 逐人的表，只要前 `most` 位的话不必全做出来；没有记下的写“—”。 */
export function visitTable(name: string, measured: Measured, unit: Unit, most = Infinity) {
  const { arrivals, starts, ends } = measured;
  const first = arrivals[0] ?? 0;
  const show = (minutes: number) => (Number.isNaN(minutes) ? '—' : inUnit(minutes, unit));
  return {
    caption: `${name}：逐人的到达、等待与办理`,
    columns: [
      { label: '顾客' },
      { label: '到达', unit: unitName[unit] },
      { label: '等待', unit: unitName[unit] },
      { label: '办理', unit: unitName[unit] },
    ],
    rows: arrivals.slice(0, most).map((arrival, i) => {
      const [start, end] = [starts[i] ?? Number.NaN, ends[i] ?? Number.NaN];
      return [i + 1, inUnit(arrival - first, unit), show(start - arrival), show(end - start)];
    }),
    digits: unit === 'second' ? [0, 0, 0, 0] : [0, 2, 2, 2],
  };
}

export const model = defineWidget({
  id: 'canteen-lab',
  version: 2,
  title: '食堂排队实验',
  english: 'Measure a real queue',
  question: '公式说的，和食堂里真的排出来的，对得上吗？拿数据来看。',
  chapter: 'queueing',
  section: 'variability',
  params: {
    sample: {
      kind: 'choice',
      label: '样本',
      options: (Object.keys(recipes) as SampleId[]).map((value) => ({
        value,
        label: recipes[value].name,
      })),
      default: 'canteen',
      meaning: '三场都是虚构数据，由带种子的仿真生成。',
    },
    windows: {
      kind: 'number',
      label: '开着的窗口',
      symbol: 'c',
      unit: '个',
      min: 1,
      max: 20,
      step: 1,
      default: 4,
      meaning: '预测按它算；数错了窗口，预测就对不上现场。',
    },
    unit: {
      kind: 'choice',
      label: '时间单位',
      options: [
        { value: 'minute', label: '分钟' },
        { value: 'second', label: '秒' },
      ],
      default: 'minute',
      meaning: '数据表用它写；你自己的表里如果只有数字，也按它读。',
    },
  },
  scenarios: [
    {
      id: 'canteen',
      label: '食堂中午',
      sentence:
        '食堂四个窗口排一条队，下课一拨一拨地来，打菜快慢差不多。有人拿着秒表记下了 96 个人（虚构数据）。',
      values: { sample: 'canteen', windows: 4 },
    },
    {
      id: 'bank',
      label: '银行单窗',
      sentence:
        '镇上的支行一个窗口，来的人谁也没约谁，每笔业务长短有别但不悬殊。记了 72 个人（虚构数据）。',
      values: { sample: 'bank', windows: 1 },
    },
    {
      id: 'admission',
      label: '入院登记',
      sentence:
        '住院处两个登记窗口，有人三分钟办完，有人要补材料办半小时。记了 80 个人（虚构数据）。',
      values: { sample: 'admission', windows: 2 },
    },
  ],
  compute({ sample: id, windows }) {
    const { name, windows: actual, measured } = sample(id as SampleId);
    return {
      name,
      actualWindows: actual,
      measured,
      view: outlook(measured, windows) as Outlook,
      meanWait: measured.meanWait as number,
      meanService: measured.statistics.service?.mean as number,
    };
  },
  predict: {
    kind: 'number',
    question: ({ sample: id }) => {
      const { windows, measured } = sample(id as SampleId);
      const { service, arrivalRate, interarrival } = measured.statistics;
      const meanService = service?.mean as number;
      return `平均每 ${duration(interarrival.mean)}来一位，每位办 ${duration(meanService)}，${windows} 个窗口，忙的时间约占 ${percent((arrivalRate * meanService) / windows)}。现场平均每人等了几分钟？`;
    },
    unit: '分钟',
    min: 0,
    max: 600,
    digits: 1,
    tolerance: 0.25,
    answer: (_values, { meanWait }) => meanWait,
    hit: '和现场很近。光凭平均数猜不出等待，你大概把“一阵一阵地来”也算进去了。',
    misreads: [
      {
        when: (guess, answer) => guess < answer * 0.35,
        text: '能力够，就不用等？忙不到 100%，只说明队伍迟早会清空。来的人有时扎堆，办的人有时特别慢，凑到一起就排起来了。',
      },
      {
        when: (guess, answer, _values, { meanService }) =>
          Math.abs(guess - meanService) < 0.15 * meanService &&
          Math.abs(guess - answer) > 0.25 * answer,
        text: '这是办一位的时间，不是等的时间。等多久要看前面有几位、窗口有几个，还要看来得齐不齐。',
      },
      {
        when: (guess, answer) => guess > answer * 2.5,
        text: ({ windows }, { view }) =>
          `没有这么久。${windows > 1 ? '几个窗口接同一条队，一个卡住了别的还在走；' : ''}${view.utilization < 1 ? `忙 ${percent(view.utilization)}，还有 ${percent(1 - view.utilization)} 的空闲用来消队。` : '现场的队到底有收尾的时候。'}`,
      },
      {
        when: () => true,
        text: '量级对了。平均到达和平均办理只定了利用率，等多久还差一样东西：变异。往下看变异系数。',
      },
    ],
  },
  sentence({ windows }, { name, actualWindows, measured, view }) {
    const text = describe(`样本“${name}”（虚构数据）`, measured, view);
    return windows === actualWindows
      ? text
      : `${text}现场其实开着 ${actualWindows} 个窗口，按 ${windows} 个算，预测和现场说的不是一回事。`;
  },
  brief: (_values, { measured }) =>
    measured.meanWait === null ? '没有记等待' : `现场平均等 ${duration(measured.meanWait)}`,
  table({ unit }, { name, measured }) {
    return visitTable(`样本“${name}”（虚构数据）`, measured, unit as Unit);
  },
  monotone: [
    { param: 'windows', quantity: ({ view }) => view.utilization, direction: 'down' },
    { param: 'windows', quantity: ({ view }) => view.suggested.meanWait, direction: 'down' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
