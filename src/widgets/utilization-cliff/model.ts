import { mmc } from '../../calc/queueing/mmc.ts';
import { duration, fixed, percent, times } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

/** 曲线与数据表取的利用率；越靠近 1 取得越密，悬崖就在那里。 */
export const grid = [
  0.1, 0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.83, 0.86, 0.88, 0.9, 0.92, 0.94, 0.95,
  0.96, 0.97, 0.98,
];

/** 利用率为 ρ、c 个窗口时的平均等待，以服务时间 τ 为单位。 */
export function waitInServiceTimes(utilization: number, servers: number): number {
  return mmc({ arrivalRate: utilization * servers, serviceRate: 1, servers }).meanWait;
}

export const model = defineWidget({
  id: 'utilization-cliff',
  version: 2,
  title: '利用率悬崖',
  english: 'The utilization cliff',
  question: '窗口再忙一成，顾客会多等多久？',
  chapter: 'queueing',
  section: 'utilization-cliff',
  params: {
    utilization: {
      kind: 'number',
      label: '利用率',
      symbol: 'ρ',
      min: 0.1,
      max: 1.1,
      step: 0.01,
      default: 0.8,
      percent: true,
      meaning: '窗口平均有多少时间在忙，一直这么忙，等待按稳态算。超过 100% 就是来的比办的快。',
    },
    serviceMinutes: {
      kind: 'number',
      label: '每人平均办理',
      symbol: 'τ',
      unit: '分钟',
      min: 0.5,
      max: 30,
      step: 0.5,
      default: 5,
      meaning: '一位顾客平均占用窗口多久，有快有慢（指数分布）。',
    },
    servers: {
      kind: 'number',
      label: '窗口数',
      symbol: 'c',
      unit: '个',
      min: 1,
      max: 20,
      step: 1,
      default: 1,
      meaning: '同时办理的窗口，大家排一条队。',
    },
  },
  scenarios: [
    {
      id: 'bank',
      label: '自助银行',
      sentence: '自助银行昼夜开着，只有一台存取款机，每位平均 5 分钟，机器八成时间在忙。',
      values: { utilization: 0.8, serviceMinutes: 5, servers: 1 },
    },
    {
      id: 'emergency',
      label: '急诊分诊台',
      sentence: '急诊分诊台昼夜两位护士，每位病人平均问 4 分钟，利用率 90%。',
      values: { utilization: 0.9, serviceMinutes: 4, servers: 2 },
    },
    {
      id: 'support',
      label: '在线客服',
      sentence: '外卖平台的人工客服昼夜在线，八席，每位平均 3 分钟，利用率 95%。',
      values: { utilization: 0.95, serviceMinutes: 3, servers: 8 },
    },
    {
      id: 'overload',
      label: '超载',
      sentence: '同一台机器，来的人比办得完的多出 5%。',
      values: { utilization: 1.05, serviceMinutes: 5, servers: 1 },
    },
  ],
  compute({ utilization, serviceMinutes, servers }) {
    const arrivalRate = (utilization * servers) / serviceMinutes;
    const queue = mmc({ arrivalRate, serviceRate: 1 / serviceMinutes, servers });
    return {
      arrivalsPerHour: arrivalRate * 60,
      meanWait: queue.meanWait,
      waitRatio: queue.meanWait / serviceMinutes,
      meanQueueLength: queue.meanQueueLength,
      probabilityOfWaiting: queue.probabilityOfWaiting,
      /** 利用率再降 10 个百分点，等待变成多少 */
      easedWait: waitInServiceTimes(Math.max(0.01, utilization - 0.1), servers) * serviceMinutes,
      curve: grid.map((rho) => ({
        utilization: rho,
        wait: waitInServiceTimes(rho, servers) * serviceMinutes,
      })),
    };
  },
  predict: {
    kind: 'curve',
    question: ({ servers }) =>
      `${servers === 1 ? '一个' : `${servers} 个`}窗口，利用率 50% 时平均等待已经标在图上（以一次服务的时长为 1）。往右走，等待会怎么涨？把后面四个点拖到你认为的高度。`,
    x: { label: '利用率', min: 0.4, max: 1, ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1], percent: true },
    y: { label: '平均等待（几倍服务时间）', min: 0, max: 20, ticks: [0, 5, 10, 15, 20] },
    at: [0.5, 0.7, 0.8, 0.9, 0.95],
    answer: ({ servers }, _result, x) => waitInServiceTimes(x, servers),
    digits: 1,
    hit: '走势抓得很准：到后面，每多 1 个百分点都比前一个贵。',
    misreads: [
      {
        when: (guess, answer) => (guess.at(-1) as number) < (answer.at(-1) as number) * 0.5,
        text: '大多数人会顺着前半段画成斜坡。真正的曲线前面几乎是平的，最后 10 个百分点才竖起来：空闲时间从 10% 缩到 5%，留给“补课”的时间减半，等待就翻倍。',
      },
      {
        when: (guess, answer) => (guess[1] as number) > (answer[1] as number) * 2,
        text: '前半段画高了。七成忙的时候窗口还有三成空闲，一阵忙过去队伍很快就消掉，真正的陡坡要到九成以后。',
      },
      {
        when: (guess, answer) => (guess.at(-1) as number) > (answer.at(-1) as number) * 1.5,
        text: '窗口多的时候悬崖来得晚：一个窗口卡住了，别的窗口能接上，同样的利用率等得短得多。',
      },
      {
        when: () => true,
        text: '方向对了，弯得还不够准：对照一下 80% 与 95% 两个点，差距比中间任何一段都大。',
      },
    ],
  },
  sentence(
    { utilization, serviceMinutes, servers },
    { meanWait, waitRatio, easedWait, meanQueueLength },
  ) {
    const who = `${servers} 个窗口、每人 ${fixed(serviceMinutes, serviceMinutes % 1 ? 1 : 0)} 分钟`;
    if (!Number.isFinite(meanWait))
      return `${who}：利用率 ${percent(utilization)}，来得比办得快，队伍无限增长，没有“平均等待”可言。`;
    return `${who}，利用率 ${percent(utilization)}：长期平均等 ${duration(meanWait)}，是服务时间的 ${times(waitRatio, 2)}，队里平均 ${fixed(meanQueueLength, 1)} 人${utilization > 0.105 ? `；利用率降 10 个百分点，只等 ${duration(easedWait)}` : ''}。`;
  },
  brief: (_values, { meanWait }) =>
    Number.isFinite(meanWait) ? `平均等 ${duration(meanWait)}` : '队伍无限增长',
  table({ servers, serviceMinutes }, { curve }) {
    return {
      caption: `${servers} 个窗口、平均服务 ${serviceMinutes} 分钟时，利用率与平均等待`,
      columns: [
        { label: '利用率', unit: '%' },
        { label: '平均等待', unit: '分钟' },
        { label: '平均等待', unit: '几倍服务时间' },
      ],
      rows: curve.map(({ utilization, wait }) => [utilization * 100, wait, wait / serviceMinutes]),
      digits: [0, 2, 2],
    };
  },
  monotone: [
    { param: 'utilization', quantity: (result) => result.meanWait, direction: 'up' },
    { param: 'servers', quantity: (result) => result.waitRatio, direction: 'down' },
    { param: 'serviceMinutes', quantity: (result) => result.meanWait, direction: 'up' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
