/** 一晚怎么来客、桌子怎么摆：参数与几个场景的设置。 */
import type { Values } from '../../widget-kit/model.ts';
import type { Evening } from './evening.ts';

export const params = {
  partiesPerHour: {
    kind: 'number',
    label: '来客',
    unit: '批/小时',
    min: 3,
    max: 150,
    step: 3,
    default: 30,
    meaning: '每小时到店几批，随到随坐，接客四小时。',
  },
  twos: {
    kind: 'number',
    label: '换成两人桌',
    unit: '张',
    min: 0,
    max: 60,
    step: 1,
    default: 16,
    meaning: '换过以后摆几张两人桌。',
  },
  fours: {
    kind: 'number',
    label: '换成四人桌',
    unit: '张',
    min: 0,
    max: 60,
    step: 1,
    default: 4,
    meaning: '换过以后摆几张四人桌。',
  },
  sixes: {
    kind: 'number',
    label: '换成六人桌',
    unit: '张',
    min: 0,
    max: 12,
    step: 1,
    default: 0,
    meaning: '换过以后摆几张六人桌。',
  },
  mealMinutes: {
    kind: 'number',
    label: '吃多久',
    unit: '分钟',
    min: 30,
    max: 120,
    step: 0.5,
    default: 72,
    meaning: '从坐下到离开，平均。',
  },
  variation: {
    kind: 'number',
    label: '吃得快慢不一',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0.35,
    meaning: '用餐时间的变异系数（标准差除以平均）；0 是人人一样久。',
  },
  patienceMinutes: {
    kind: 'number',
    label: '等桌的耐心',
    unit: '分钟',
    min: 0,
    max: 60,
    step: 1,
    default: 24,
    meaning: '没有空桌时平均肯等多久，有长有短；0 是没有空桌就走。',
  },
  parties: {
    kind: 'list',
    label: '一批几个人',
    item: '人数',
    fields: {
      weight: { kind: 'number', label: '份量', unit: '份', min: 1, max: 100, step: 1, default: 5 },
    },
    atLeast: 1,
    atMost: 8,
    default: [10, 45, 15, 20, 6, 4].map((weight) => ({ weight })),
    meaning: '第几行就是几个人一批；份量是各种批次的比例，不必合成一百。',
  },
  before: {
    kind: 'list',
    label: '原来的摆法',
    item: '桌型',
    fields: {
      seats: { kind: 'number', label: '几人桌', unit: '人', min: 1, max: 8, step: 1, default: 2 },
      count: { kind: 'number', label: '张数', unit: '张', min: 0, max: 60, step: 1, default: 1 },
    },
    atLeast: 1,
    atMost: 4,
    default: [{ seats: 4, count: 12 }],
    meaning: '拿来比的那一种摆法。',
  },
} as const;
export type Setting = Values<typeof params>;

export function eveningOf(values: Setting): Evening {
  const { twos, fours, sixes, parties, before, ...rest } = values;
  return {
    partiesPerHour: rest.partiesPerHour,
    mealMinutes: rest.mealMinutes,
    variation: rest.variation,
    patienceMinutes: rest.patienceMinutes,
    weights: parties.map(({ weight }) => weight),
    before,
    after: [
      { seats: 2, count: twos },
      { seats: 4, count: fours },
      { seats: 6, count: sixes },
    ].filter(({ count }) => count > 0),
  };
}

export const scenarios = [
  {
    id: 'hotpot',
    label: '火锅店的周六',
    sentence:
      '沸点火锅（虚构案例）的社区小店有 48 座，摆着十二张四人桌。周六晚上接客四小时，每小时来 30 批，一半以上是一两个人，一吃一个多钟头。',
    values: {},
  },
  {
    id: 'couples',
    label: '七夕',
    sentence: '同一家店，七夕那晚：来的三批里有两批是一对。还是那两种摆法。',
    values: { parties: [15, 65, 10, 10].map((weight) => ({ weight })) },
  },
  {
    id: 'slack',
    label: '淡季',
    sentence: '还是那家店，人数的比例照周六；淡季里每小时只来 12 批。',
    values: { partiesPerHour: 12 },
  },
  {
    id: 'real-busy',
    label: '真店的忙夜',
    sentence:
      '照金姆斯和汤普森研究过的一家加州餐厅摆：240 座，2 张两人桌、56 张四人桌、2 张六人桌，来的六成多是一两个人，平均吃 49.5 分钟。每小时几批、肯等多久是示意。',
    values: {
      partiesPerHour: 120,
      twos: 60,
      fours: 24,
      sixes: 4,
      mealMinutes: 49.5,
      variation: 0.4,
      patienceMinutes: 30,
      parties: [14, 50, 15, 13, 5, 3].map((weight) => ({ weight })),
      before: [
        { seats: 2, count: 2 },
        { seats: 4, count: 56 },
        { seats: 6, count: 2 },
      ],
    },
  },
] as const;
export const realHalf = {
  id: 'real-half',
  label: '真店的平常夜',
  sentence: '还是那家加州餐厅，同一次换桌；平常晚上客流只有忙夜的一半，每小时 60 批（示意）。',
  values: { ...scenarios[3].values, partiesPerHour: 60 },
} as const;
