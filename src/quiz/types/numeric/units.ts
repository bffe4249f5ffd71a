import { upTo } from '../../../lib/format.ts';

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
  | 'ten-thousand-yuan'
  | 'ten-thousand-people'
  | 'points'
  | 'yuan'
  | 'plain';

interface Unit {
  /** 写在输入框后面 */
  label: string;
  /** 数后面可以跟的写法 → 换算到本单位的倍数 */
  accepted: Readonly<Record<string, number>>;
  /** 把这个单位的数说给人听 */
  say(value: number): string;
  /** 典型的单位错误：答案差了这么多倍 */
  confusions?: readonly { factor: number; why: string }[];
}

const plain = (label: string, accepted: Record<string, number> = {}): Unit => ({
  label,
  accepted: { [label]: 1, ...accepted },
  say: (value) => `${shown(value)} ${label}`,
});

/** 六位有效数字足够认出自己写的数，又不露出二进制的尾巴。 */
function shown(value: number): string {
  return upTo(Number(value.toPrecision(6)), 6);
}

const time: NonNullable<Unit['confusions']> = [
  { factor: 60, why: '正好大了 60 倍，多半是把时间单位换错了一次：先看清题目要的是分钟还是小时。' },
  {
    factor: 1 / 60,
    why: '正好小了 60 倍，多半是时间单位没有统一：到达按小时、办理按分钟，要先化成同一个单位。',
  },
];

export const units: Record<UnitName, Unit> = {
  minutes: {
    ...plain('分钟', {
      分: 1,
      min: 1,
      mins: 1,
      minute: 1,
      minutes: 1,
      小时: 60,
      时: 60,
      h: 60,
      秒: 1 / 60,
      秒钟: 1 / 60,
      s: 1 / 60,
    }),
    confusions: time,
  },
  hours: {
    ...plain('小时', {
      时: 1,
      h: 1,
      hour: 1,
      hours: 1,
      分钟: 1 / 60,
      分: 1 / 60,
      min: 1 / 60,
      天: 24,
    }),
    confusions: time,
  },
  people: plain('人', { 个: 1, 位: 1, 个人: 1 }),
  'people-per-hour': {
    ...plain('人/小时', { 人: 1, 人每小时: 1, '人/时': 1, '人/h': 1, '/小时': 1, '/h': 1 }),
    confusions: time,
  },
  percent: {
    label: '%',
    accepted: {},
    say: (value) => `${shown(value * 100)}%`,
  },
  times: plain('倍', { x: 1, '×': 1 }),
  seats: plain('席', { 个: 1, 人: 1, 坐席: 1, 个坐席: 1 }),
  erlang: plain('爱尔朗', { erl: 1, erlang: 1, erlangs: 1, e: 1 }),
  windows: plain('个', { 窗口: 1, 个窗口: 1 }),
  kilometres: plain('公里', { 千米: 1, km: 1, 里: 0.5, 米: 0.001, m: 0.001 }),
  metres: plain('米', { m: 1, 公里: 1000, 千米: 1000, km: 1000 }),
  sites: plain('处', { 个: 1, 家: 1, 站: 1 }),
  'ten-thousand-yuan': plain('万元', { 万: 1, 元: 0.0001 }),
  'ten-thousand-people': plain('万人', { 万: 1, 人: 0.0001 }),
  points: plain('分', { 点: 1 }),
  yuan: plain('元', { 块: 1, 块钱: 1, 万元: 10_000 }),
  /** 没有单位的数：κ、系数 */
  plain: { label: '', accepted: {}, say: shown },
};
