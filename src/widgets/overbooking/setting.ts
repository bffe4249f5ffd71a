/** 一趟航班、一晚酒店：参数与几个场景的设置。 */
import type { Values } from '../../widget-kit/model.ts';

export const params = {
  extra: {
    kind: 'number',
    label: '多卖几张',
    min: 0,
    max: 150,
    step: 1,
    default: 0,
    meaning: '在座位数（房间数）以外，再多卖出几张票、几间房。',
  },
  deniedCost: {
    kind: 'number',
    label: '拒一位的代价',
    min: 50,
    max: 10_000,
    step: 50,
    default: 1800,
    meaning:
      '被拒的一位平均损失多少，赔偿、改签、食宿、丢掉的回头客都算上，由卖家担着。航班按元，里斯本的酒店按欧元。',
  },
  emptyCost: {
    kind: 'number',
    label: '空一个的损失',
    min: 50,
    max: 3000,
    step: 5,
    default: 900,
    meaning: '一个座位（一间房）空着少收多少，通常就是票价。',
  },
  showProbability: {
    kind: 'number',
    label: '平均到场率',
    symbol: 'q',
    min: 0.7,
    max: 1,
    step: 0.005,
    default: 0.92,
    percent: true,
    meaning: '订了的人里平均来几成；到场照真日子时用真日子的，这一项不起作用。',
  },
  correlation: {
    kind: 'number',
    label: '成团',
    symbol: 'ρ',
    min: 0,
    max: 0.15,
    step: 0.005,
    default: 0,
    meaning:
      '两位客人来不来的相关系数。0 是各来各的；旅行团、天气、堵车让大家一起来或一起不来，它就大于 0。照真日子时不起作用。',
  },
  capacity: {
    kind: 'number',
    label: '座位或房间',
    symbol: 'C',
    min: 50,
    max: 400,
    step: 1,
    default: 180,
    meaning: '一趟能坐多少人，一晚能住多少间。',
  },
  days: {
    kind: 'choice',
    label: '到场',
    options: [
      { value: 'model', label: '照模型' },
      { value: 'lisbon', label: '照里斯本的真日子' },
    ],
    default: 'model',
    meaning: '真日子是里斯本一家城市酒店的 678 天，把每天的到场率搬过来，不假定各来各的。',
  },
  bump: {
    kind: 'choice',
    label: '人多了，谁下',
    options: [
      { value: 'assigned', label: '随机指定' },
      { value: 'auction', label: '出价征集' },
    ],
    default: 'assigned',
    meaning:
      '随机指定，谁都可能轮到，照平均损失赔。出价征集，从最低的要价收起，都付下一个人的要价；各人要价从平均损失的 20% 到 180% 均匀散开。',
  },
} as const;

export type Setting = Values<typeof params>;

/** 元还是欧元，张还是间。 */
export const wordsOf = ({ days }: Pick<Setting, 'days'>) =>
  days === 'lisbon'
    ? { money: '欧元', ticket: '间', seat: '间房', when: '晚上', sell: '接', taken: '间订单' }
    : { money: '元', ticket: '张', seat: '个座位', when: '航班', sell: '卖', taken: '张票' };
