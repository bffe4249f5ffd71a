import { ggc } from '../../calc/queueing/ggc.ts';
import { duration, fixed, percent, times, upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

export interface Setting {
  arrivalVariation: number;
  serviceVariation: number;
  utilization: number;
  serviceMinutes: number;
  servers: number;
}

function evaluate({
  arrivalVariation,
  serviceVariation,
  utilization,
  serviceMinutes,
  servers,
}: Setting) {
  return ggc({
    arrivalRate: (utilization * servers) / serviceMinutes,
    meanService: serviceMinutes,
    servers,
    scvArrival: arrivalVariation ** 2,
    scvService: serviceVariation ** 2,
  });
}

export const model = defineWidget({
  id: 'kingman',
  version: 2,
  title: '金曼三旋钮',
  english: 'Three knobs: variability × utilization × time',
  question: '等待是三样东西的乘积。不加一个人，拧哪只旋钮最省力？',
  chapter: 'queueing',
  section: 'variability',
  params: {
    arrivalVariation: {
      kind: 'number',
      label: '到达的变异系数',
      symbol: 'Cₐ',
      min: 0,
      max: 1.5,
      step: 0.05,
      default: 1,
      meaning: '0 是像列车一样准点，1 是谁也没约谁（泊松），大于 1 是一阵一阵地来。',
    },
    serviceVariation: {
      kind: 'number',
      label: '服务的变异系数',
      symbol: 'Cₛ',
      min: 0,
      max: 1.5,
      step: 0.05,
      default: 0.6,
      meaning: '0 是每个人办的时间一模一样，1 是快慢悬殊（指数分布）。',
    },
    utilization: {
      kind: 'number',
      label: '利用率',
      symbol: 'ρ',
      min: 0.3,
      max: 0.95,
      step: 0.01,
      default: 0.9,
      percent: true,
      meaning: '窗口平均有多少时间在忙，一直这么忙，等待按稳态算。',
    },
    serviceMinutes: {
      kind: 'number',
      label: '每人平均办理',
      symbol: 'τ',
      unit: '分钟',
      min: 1,
      max: 60,
      step: 1,
      default: 10,
      meaning: '一位顾客平均占用窗口多久。',
    },
    servers: {
      kind: 'number',
      label: '窗口数',
      symbol: 'c',
      unit: '个',
      min: 1,
      max: 10,
      step: 1,
      default: 1,
      meaning: '大家排一条队。',
    },
  },
  scenarios: [
    {
      id: 'ct-room',
      label: 'CT 室改预约',
      sentence:
        'CT 室昼夜不停，利用率 90%，每位平均做 10 分钟。现在改成按时段预约，来的人大致守时。',
      values: {
        arrivalVariation: 0.3,
        serviceVariation: 0.6,
        utilization: 0.9,
        serviceMinutes: 10,
        servers: 1,
      },
    },
    {
      id: 'driving',
      label: '驾考候考',
      sentence: '驾考从早考到晚，按批次叫人，每批错开进场，每位考 12 分钟，两辆考试车。',
      values: {
        arrivalVariation: 0.5,
        serviceVariation: 0.35,
        utilization: 0.88,
        serviceMinutes: 12,
        servers: 2,
      },
    },
    {
      id: 'night-pharmacy',
      label: '昼夜药房',
      sentence: '急诊药房昼夜开着，随到随取，有人拿一盒退烧药，有人的方子要配半小时。',
      values: {
        arrivalVariation: 1,
        serviceVariation: 1.4,
        utilization: 0.8,
        serviceMinutes: 8,
        servers: 1,
      },
    },
    {
      id: 'station-shop',
      label: '地铁站的便利店',
      sentence: '列车一趟一趟地到，客人一拨一拨地进来；结账倒是很整齐，每人 1 分钟，四台收银机。',
      values: {
        arrivalVariation: 1.5,
        serviceVariation: 0.3,
        utilization: 0.85,
        serviceMinutes: 1,
        servers: 4,
      },
    },
  ],
  compute(values) {
    const { variability, utilizationEffect, meanWaitSakasegawa } = evaluate(values);
    const walkIn = evaluate({ ...values, arrivalVariation: 1 });
    const even = evaluate({ ...values, serviceVariation: 0 });
    const eased = evaluate({ ...values, utilization: values.utilization - 0.1 });
    return {
      variability,
      utilizationEffect,
      meanWait: meanWaitSakasegawa,
      waitRatio: meanWaitSakasegawa / values.serviceMinutes,
      /** 随到随排（到达变异系数为 1）时的等待，作对照 */
      walkInWait: walkIn.meanWaitSakasegawa,
      shareOfWalkIn: meanWaitSakasegawa / walkIn.meanWaitSakasegawa,
      /** 三种别的拧法各自的等待 */
      evenWait: even.meanWaitSakasegawa,
      easedWait: eased.meanWaitSakasegawa,
    };
  },
  predict: {
    kind: 'number',
    question: ({ arrivalVariation }) =>
      `人手不变，利用率也不变，只把到达的变异系数从 1（随到随排）变成 ${upTo(arrivalVariation)}。平均等待会变成原来的百分之几？`,
    unit: '%',
    min: 0,
    max: 1000,
    digits: 0,
    tolerance: 0.2,
    answer: (_values, { shareOfWalkIn }) => shareOfWalkIn * 100,
    hit: ({ arrivalVariation: now }) =>
      now === 1
        ? '对。到达的变异系数没有变，等待也就没有变。'
        : '很准。变异系数要先平方再相加，所以它的作用比数字看上去的大。',
    misreads: [
      {
        when: (guess, answer) => answer < 60 && guess >= 85,
        text: '多数人以为利用率没变，等待也不会怎么变。等待是变异、利用率、时间三样相乘，任何一样减半，等待就减半，而变异是不花人手就能动的那一样。',
      },
      {
        when: (guess, answer) => answer < 60 && guess < answer * 0.75,
        text: '猜得太低了。到达整齐了，服务的快慢还在；变异由两部分平方后取平均，另一半没有动。',
      },
      {
        when: (guess, answer) => answer > 105 && guess <= 105,
        text: '一阵一阵地来，变异系数大于 1，比“谁也没约谁”还糟。同样的人数挤在几个高峰里来，等待会翻番。',
      },
      {
        when: () => true,
        text: ({ arrivalVariation: now }) =>
          now === 1
            ? '到达的变异系数从 1 到 1，没有变，等待也就没有变。'
            : `分寸差一点：变异系数要先平方，${upTo(now)} 平方之后是 ${upTo(now ** 2, 4)}，再和服务的那一份合起来。`,
      },
    ],
  },
  sentence(
    { arrivalVariation, serviceMinutes },
    { variability, utilizationEffect, meanWait, walkInWait, shareOfWalkIn },
  ) {
    const product = `变异 ${upTo(variability, 3)} × 利用率项 ${upTo(utilizationEffect, 2)} × 时间 ${fixed(serviceMinutes)} 分钟 = 长期平均等 ${duration(meanWait)}`;
    if (arrivalVariation === 1) return `${product}。这就是随到随排的等待。`;
    return `${product}；随到随排要等 ${duration(walkInWait)}，现在是它的 ${
      shareOfWalkIn >= 2 ? times(shareOfWalkIn) : percent(shareOfWalkIn)
    }。`;
  },
  brief: (_values, { meanWait }) => `平均等 ${duration(meanWait)}`,
  table({ arrivalVariation, serviceVariation, utilization, servers }, result) {
    return {
      caption: '现在的设置，与只动一只旋钮的三种做法',
      columns: [
        { label: '做法' },
        { label: '平均等待', unit: '分钟' },
        { label: '现在的', unit: '%' },
      ],
      rows: [
        [
          `现在（Cₐ ${upTo(arrivalVariation)}，Cₛ ${upTo(serviceVariation)}，ρ ${percent(utilization)}，${servers} 个窗口）`,
          result.meanWait,
          share(result.meanWait, result.meanWait),
        ],
        [
          '到达改成随到随排（Cₐ = 1）',
          result.walkInWait,
          share(result.walkInWait, result.meanWait),
        ],
        [
          '服务时间做到整齐划一（Cₛ = 0）',
          result.evenWait,
          share(result.evenWait, result.meanWait),
        ],
        ['利用率降 10 个百分点', result.easedWait, share(result.easedWait, result.meanWait)],
      ],
      digits: [0, 2, 0],
    };
  },
  monotone: [
    { param: 'arrivalVariation', quantity: ({ meanWait }) => meanWait, direction: 'up' },
    { param: 'serviceVariation', quantity: ({ meanWait }) => meanWait, direction: 'up' },
    { param: 'utilization', quantity: ({ meanWait }) => meanWait, direction: 'up' },
    { param: 'serviceMinutes', quantity: ({ meanWait }) => meanWait, direction: 'up' },
    { param: 'servers', quantity: ({ meanWait }) => meanWait, direction: 'down' },
  ],
});

/** 变异全为零时谁也不等，比例没有意义，写作相同。 */
function share(wait: number, base: number): number | string {
  return base > 0 ? (wait / base) * 100 : '—';
}

export type Result = ReturnType<typeof model.compute>;
