export type UnitName =
  | 'minutes'
  | 'hours'
  | 'people'
  | 'people-per-hour'
  | 'percent'
  | 'times'
  | 'seats'
  | 'erlang'
  | 'windows'
  | 'kilometres'
  | 'metres'
  | 'sites'
  | 'stores'
  | 'ten-thousand-yuan'
  | 'ten-thousand-people'
  | 'points'
  | 'yuan'
  | 'rooms'
  | 'tickets'
  | 'portions'
  | 'pieces'
  | 'weeks'
  | 'plain';

interface Unit {
  /** 写在输入框后面；时间、距离、钱的别的单位由读数的地方换算 */
  label: string;
  /** 这一类题里还有人写的单位 → 合几个本单位 */
  also?: Readonly<Record<string, number>>;
  /** 典型的单位错误：答案差了这么多倍 */
  confusions?: readonly { factor: number; why: string }[];
}

const time: NonNullable<Unit['confusions']> = [
  { factor: 60, why: '正好大了 60 倍，多半是把时间单位换错了一次：先看清题目要的是分钟还是小时。' },
  {
    factor: 1 / 60,
    why: '正好小了 60 倍，多半是时间单位没有统一：到达按小时、办理按分钟，要先化成同一个单位。',
  },
];

export const units: Record<UnitName, Unit> = {
  minutes: { label: '分钟', confusions: time },
  hours: { label: '小时', confusions: time },
  people: { label: '人' },
  'people-per-hour': { label: '人/小时', confusions: time },
  /** 题目里的数是比例，读者看到、写下的是百分数 */
  percent: { label: '%' },
  times: { label: '倍' },
  seats: { label: '席', also: { 人: 1, 坐席: 1 } },
  erlang: { label: '爱尔朗', also: { erl: 1, erlang: 1, erlangs: 1, e: 1 } },
  windows: { label: '个', also: { 窗口: 1 } },
  kilometres: { label: '公里' },
  metres: { label: '米' },
  sites: { label: '处', also: { 家: 1, 站: 1 } },
  stores: { label: '家', also: { 家店: 1, 店: 1, 处: 1 } },
  'ten-thousand-yuan': { label: '万元' },
  'ten-thousand-people': { label: '万人' },
  points: { label: '分', also: { 点: 1 } },
  yuan: { label: '元' },
  rooms: { label: '间', also: { 间房: 1 } },
  /** 票与座位一张对一个 */
  tickets: { label: '张', also: { 座: 1, 个: 1 } },
  portions: { label: '份' },
  /** 一件活、一件事项 */
  pieces: { label: '件', also: { 份: 1, 单: 1 } },
  weeks: { label: '周', also: { 星期: 1, 个星期: 1 } },
  /** 没有单位的数：κ、系数 */
  plain: { label: '' },
};
