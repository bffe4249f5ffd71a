import { erlangA } from '../../calc/queueing/erlang-a.ts';
import { erlangCServiceLevel, erlangCStaffing } from '../../calc/queueing/erlang-c-staffing.ts';
import { fixed, percent, times } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

export interface Setting {
  callsPerHour: number;
  handleSeconds: number;
  targetSeconds: number;
  serviceLevel: number;
  patienceSeconds: number;
}

/** 时间一律用秒。 */
function staff({ callsPerHour, handleSeconds, targetSeconds, serviceLevel }: Setting, factor = 1) {
  return erlangCStaffing({
    arrivalRate: (callsPerHour * factor) / 3600,
    meanService: handleSeconds,
    target: targetSeconds,
    serviceLevel,
  });
}

function withAbandonment(
  { callsPerHour, handleSeconds, patienceSeconds }: Setting,
  servers: number,
) {
  return erlangA({
    arrivalRate: callsPerHour / 3600,
    serviceRate: 1 / handleSeconds,
    abandonmentRate: 1 / patienceSeconds,
    servers,
  });
}

/** 曲线画最少坐席上下各这么多席 */
const reach = 6;

export const model = defineWidget({
  id: 'call-centre',
  version: 2,
  title: '呼叫中心配席',
  english: 'Staffing a call centre',
  question: '来话变成四倍，坐席也要变成四倍吗？',
  chapter: 'queueing',
  section: 'call-centre',
  params: {
    callsPerHour: {
      kind: 'number',
      label: '每小时来话',
      symbol: 'λ',
      unit: '通',
      min: 20,
      max: 8000,
      step: 20,
      default: 240,
      meaning: '高峰那一小时平均打进来多少通，这一小时里一样密，按稳态算。',
    },
    handleSeconds: {
      kind: 'number',
      label: '平均处理时长',
      symbol: 'τ',
      unit: '秒',
      min: 30,
      max: 900,
      step: 10,
      default: 180,
      meaning: '通话加上挂断后的整理。',
    },
    targetSeconds: {
      kind: 'number',
      label: '接听时限',
      unit: '秒',
      min: 5,
      max: 120,
      step: 5,
      default: 20,
      meaning: '“20 秒内接通 80%”里的 20 秒。',
    },
    serviceLevel: {
      kind: 'number',
      label: '服务水平',
      min: 0.5,
      max: 0.98,
      step: 0.01,
      default: 0.8,
      percent: true,
      meaning: '“20 秒内接通 80%”里的 80%。',
    },
    patienceSeconds: {
      kind: 'number',
      label: '平均耐心',
      unit: '秒',
      min: 30,
      max: 900,
      step: 30,
      default: 180,
      meaning: '听着音乐，平均等多久会挂断。爱尔朗 C 假定没有人挂断，爱尔朗 A 用得到它。',
    },
  },
  scenarios: [
    {
      id: 'bank',
      label: '银行客服',
      sentence: '每小时 240 通，每通平均 3 分钟，承诺 20 秒内接通八成。',
      values: { callsPerHour: 240, handleSeconds: 180, targetSeconds: 20, serviceLevel: 0.8 },
    },
    {
      id: 'property',
      label: '小区物业',
      sentence: '每小时只有 60 通，同样的承诺。',
      values: { callsPerHour: 60, handleSeconds: 180, targetSeconds: 20, serviceLevel: 0.8 },
    },
    {
      id: 'hotline',
      label: '市民热线',
      sentence: '每小时 960 通，同样的承诺。',
      values: { callsPerHour: 960, handleSeconds: 180, targetSeconds: 20, serviceLevel: 0.8 },
    },
    {
      id: 'delivery',
      label: '外卖平台晚高峰',
      sentence: '每小时 3840 通，同样的承诺；打进来的人饿着肚子，平均只肯等一分钟。',
      values: {
        callsPerHour: 3840,
        handleSeconds: 180,
        targetSeconds: 20,
        serviceLevel: 0.8,
        patienceSeconds: 60,
      },
    },
  ],
  compute(values) {
    const now = staff(values);
    const fourfold = staff(values, 4);
    const first = Math.max(1, now.agents - reach);
    const curve = Array.from({ length: 2 * reach + 1 }, (_, i) => first + i).map((agents) => {
      const patient = erlangCServiceLevel({
        offeredLoad: now.offeredLoad,
        servers: agents,
        targetInServiceTimes: values.targetSeconds / values.handleSeconds,
      });
      const impatient = withAbandonment(values, agents);
      return {
        agents,
        levelC: patient,
        levelA: impatient.servedWithin(values.targetSeconds),
        abandoned: impatient.probabilityOfAbandoning,
        occupancy: impatient.utilization,
      };
    });
    const chosen = withAbandonment(values, now.agents);
    return {
      offeredLoad: now.offeredLoad,
      agents: now.agents,
      occupancy: now.occupancy,
      serviceLevel: now.serviceLevel,
      meanWaitSeconds: now.meanWait,
      abandoned: chosen.probabilityOfAbandoning,
      levelWithAbandonment: chosen.servedWithin(values.targetSeconds),
      fourfoldAgents: fourfold.agents,
      fourfoldRatio: fourfold.agents / now.agents,
      curve,
    };
  },
  predict: {
    kind: 'number',
    question: ({ targetSeconds, serviceLevel }) =>
      `现在的坐席刚好做到 ${targetSeconds} 秒内接通 ${percent(serviceLevel)}。来话变成 4 倍，要守住同样的承诺，坐席要变成几倍？`,
    unit: '倍',
    min: 0.5,
    max: 20,
    digits: 1,
    tolerance: 0.06,
    answer: (_values, { fourfoldRatio }) => fourfoldRatio,
    hit: '准。工作量变成四倍，为应付起伏多备的人手大约只变成两倍，合起来就不到四倍。',
    misreads: [
      {
        when: (guess) => Math.abs(guess - 4) < 0.01,
        text: '按比例加人是最常见的猜法。工作量那部分确实要变成四倍，可是为起伏多备的人手只随平方根涨，规模越大越省。',
      },
      {
        when: (guess) => guess > 4,
        text: '忙起来会更乱，所以要多于四倍？恰好相反：来话越多，各通之间忙闲互补得越好，余量占的比例越小。',
      },
      {
        when: (guess) => guess <= 2.2,
        text: '平方根只管余量那一部分。通话本身的工作量变成了四倍，一分钟也省不掉。',
      },
      {
        when: () => true,
        text: '方向对了：不到四倍。差多少要看规模，越小的呼叫中心，余量占得越多，省得也越多。',
      },
    ],
  },
  sentence(
    { callsPerHour, handleSeconds, targetSeconds, serviceLevel },
    { agents, occupancy, fourfoldAgents, fourfoldRatio, abandoned },
  ) {
    return `每小时 ${fixed(callsPerHour)} 通、每通 ${fixed(handleSeconds)} 秒，${fixed(targetSeconds)} 秒内接通 ${percent(serviceLevel)}：要 ${fixed(agents)} 席，占用率 ${percent(occupancy, 1)}；来话变成 4 倍只要 ${fixed(fourfoldAgents)} 席，是现在的 ${times(fourfoldRatio, 2)}。若有人等不及会挂断，这么多席时放弃率约 ${percent(abandoned, 1)}。`;
  },
  brief: (_values, { agents, offeredLoad }) =>
    `最少 ${fixed(agents)} 席，工作量 ${fixed(offeredLoad, 1)} 爱尔朗`,
  table({ targetSeconds }, { curve }) {
    return {
      caption: '坐席数与服务水平、放弃率',
      columns: [
        { label: '坐席' },
        { label: `${targetSeconds} 秒内接通（爱尔朗 C）`, unit: '%' },
        { label: `${targetSeconds} 秒内接通（爱尔朗 A）`, unit: '%' },
        { label: '放弃率（爱尔朗 A）', unit: '%' },
        { label: '占用率（爱尔朗 A）', unit: '%' },
      ],
      rows: curve.map(({ agents, levelC, levelA, abandoned, occupancy }) => [
        agents,
        levelC * 100,
        levelA * 100,
        abandoned * 100,
        occupancy * 100,
      ]),
      digits: [0, 1, 1, 1, 1],
    };
  },
  monotone: [
    { param: 'callsPerHour', quantity: ({ agents }) => agents, direction: 'up' },
    { param: 'handleSeconds', quantity: ({ agents }) => agents, direction: 'up' },
    { param: 'serviceLevel', quantity: ({ agents }) => agents, direction: 'up' },
    { param: 'targetSeconds', quantity: ({ agents }) => agents, direction: 'down' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
