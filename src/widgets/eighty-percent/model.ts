import { mmc } from '../../calc/queueing/mmc.ts';
import { highestUtilization } from '../../calc/queueing/wait-inversions.ts';
import { fixed, percent, significant, times, upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

/** 曲线取的窗口数；横轴按对数排，小规模处才看得清。 */
export const sizes = [1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 30, 50, 70, 100];

/** 资料里的那把尺 */
export const ruler = 0.8;

function waitAtRuler(servers: number): number {
  return mmc({ arrivalRate: ruler * servers, serviceRate: 1, servers }).meanWait;
}

export const model = defineWidget({
  id: 'eighty-percent',
  version: 2,
  title: '80% 法则验真',
  english: 'Testing the 80 % rule',
  question: '“利用率 80% 时质量最好”——一个窗口和五十个窗口，能用同一把尺吗？',
  chapter: 'queueing',
  section: 'eighty-percent-rule',
  params: {
    servers: {
      kind: 'number',
      label: '窗口数',
      symbol: 'c',
      unit: '个',
      min: 1,
      max: 100,
      step: 1,
      default: 50,
      meaning: '大家排一条队的窗口、坐席或诊室。',
    },
    acceptableWait: {
      kind: 'number',
      label: '能接受的平均等待',
      unit: '倍服务时间',
      min: 0.05,
      max: 4,
      step: 0.05,
      default: 0.5,
      meaning: '0.5 就是：办一次要 4 分钟的话，长期平均最多等 2 分钟。',
    },
  },
  scenarios: [
    {
      id: 'hotline',
      label: '客服 50 席',
      sentence: '五十个坐席接同一条热线，要求平均等待不超过半次通话的时间。',
      values: { servers: 50, acceptableWait: 0.5 },
    },
    {
      id: 'clinic',
      label: '社区诊所 1 室',
      sentence: '一位全科医生，病人可以接受的平均等待是半次看病的时间。',
      values: { servers: 1, acceptableWait: 0.5 },
    },
    {
      id: 'branch',
      label: '银行支行 5 窗',
      sentence: '五个窗口一条队，同样要求平均等待不超过半次办理的时间。',
      values: { servers: 5, acceptableWait: 0.5 },
    },
    {
      id: 'patient',
      label: '专家 1 室，肯等',
      sentence: '一位专家，病人愿意等四倍于看病的时间。',
      values: { servers: 1, acceptableWait: 4 },
    },
  ],
  compute({ servers, acceptableWait }) {
    return {
      allowed: highestUtilization({ servers, meanWaitInServiceTimes: acceptableWait }),
      waitAtRuler: waitAtRuler(servers),
      curve: sizes.map((size) => ({
        servers: size,
        allowed: highestUtilization({ servers: size, meanWaitInServiceTimes: acceptableWait }),
        waitAtRuler: waitAtRuler(size),
      })),
    };
  },
  predict: {
    kind: 'number',
    question: ({ servers, acceptableWait }) =>
      `${servers} 个窗口一条队，平均等待不超过 ${acceptableWait} 倍服务时间。利用率最高可以到百分之几？`,
    unit: '%',
    min: 0,
    max: 100,
    digits: 0,
    tolerance: 0.05,
    answer: (_values, { allowed }) => allowed * 100,
    hit: '准。规模定了、能接受的等待定了，最高利用率就定了；它不是一个常数。',
    misreads: [
      {
        when: (guess, answer) => Math.abs(guess - 80) < 1 && answer > 82,
        text: '你用了 80% 那把尺。窗口多的时候它太松手了：一个窗口卡住，别的窗口马上接上，可以放心地忙得多。',
      },
      {
        when: (guess, answer) => Math.abs(guess - 80) < 1 && answer < 78,
        text: '你用了 80% 那把尺。窗口少的时候它太大胆：没有别的窗口接手，同样忙到八成，等待要长好几倍。',
      },
      {
        when: (guess, answer) => guess < answer,
        text: ({ servers, acceptableWait }) =>
          servers >= 3
            ? '猜低了。窗口一多，忙闲可以互补，允许的利用率比直觉高。'
            : `猜低了。窗口虽少，肯等 ${upTo(acceptableWait)} 倍服务时间，就不必空出那么多。`,
      },
      {
        when: () => true,
        text: ({ servers, acceptableWait }) =>
          servers >= 10
            ? `猜高了。窗口再多，也要留一点空闲才等得到 ${upTo(acceptableWait)} 倍服务时间以内。`
            : '猜高了。窗口少就没有人接手，要想等得短，必须留出更多空闲。',
      },
    ],
  },
  sentence({ servers, acceptableWait }, { allowed, waitAtRuler: wait }) {
    return `${servers} 个窗口、平均等待不超过 ${fixed(acceptableWait, 2)} 倍服务时间：利用率最高 ${percent(allowed, 1)}；若一律按 ${percent(ruler)} 办，平均要等服务时间的 ${wait < 0.1 ? `${significant(wait, 2)} 倍` : times(wait, 2)}。`;
  },
  brief: ({ servers }, { allowed }) => `${servers} 个窗口最高可到 ${percent(allowed, 1)}`,
  table({ acceptableWait }, { curve }) {
    return {
      caption: `平均等待不超过 ${acceptableWait} 倍服务时间时允许的最高利用率，与利用率 80% 时的等待`,
      columns: [
        { label: '窗口数' },
        { label: '允许的最高利用率', unit: '%' },
        { label: '80% 时的平均等待', unit: '倍服务时间' },
      ],
      rows: curve.map(({ servers, allowed, waitAtRuler: wait }) => [servers, allowed * 100, wait]),
      digits: [0, 1, 3],
    };
  },
  monotone: [
    { param: 'servers', quantity: ({ allowed }) => allowed, direction: 'up' },
    { param: 'acceptableWait', quantity: ({ allowed }) => allowed, direction: 'up' },
    { param: 'servers', quantity: (result) => result.waitAtRuler, direction: 'down' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
