/** 两处市场（都是虚构案例）：八项上四家各投几点，三个客群各看重什么。 */
import type { ListParam } from '../../widget-kit/model.ts';

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Item = {
  name: string;
  own: number;
  first: number;
  second: number;
  third: number;
  /** 三个客群对这一项的权重，与客群同序 */
  weight1: number;
  weight2: number;
  weight3: number;
};
export type Segment = { name: string; size: number };

/** 每家一共有多少点 */
export const budget = 40;
/** 一项最多投几点 */
export const most = 20;

/** 名字，甲、乙、丙的点数，三个客群的权重；自家的点数另给 */
type Line = readonly [string, number, number, number, number, number, number];
const items = (lines: readonly Line[], own: readonly number[]): Item[] =>
  lines.map(([name, first, second, third, weight1, weight2, weight3], i) => ({
    name,
    own: own[i] ?? 0,
    first,
    second,
    third,
    weight1,
    weight2,
    weight3,
  }));

const airline: readonly Line[] = [
  ['价格', 14, 3, 0, 0.5, 0.1, 0],
  ['速度', 8, 13, 3, 0.2, 0.45, 0.1],
  ['准点', 10, 11, 4, 0.3, 0.4, 0.15],
  ['舒适', 2, 3, 10, 0.05, 0.1, 0.4],
  ['餐食', 0, 0, 8, 0, 0, 0.3],
  ['网络', 3, 7, 3, 0.05, 0.2, 0.1],
  ['个性', 0, 2, 8, 0, 0.05, 0.35],
  ['售后', 3, 1, 4, 0.05, 0.05, 0.2],
];
const hotel: readonly Line[] = [
  ['价格', 13, 3, 0, 0.35, 0.1, 0],
  ['床', 6, 7, 7, 0.3, 0.35, 0.15],
  ['安静', 4, 6, 6, 0.2, 0.35, 0.1],
  ['干净', 7, 6, 6, 0.2, 0.2, 0.15],
  ['位置', 7, 8, 3, 0.15, 0.3, 0.1],
  ['大堂', 0, 4, 8, 0, 0.05, 0.3],
  ['餐厅', 1, 3, 6, 0, 0.05, 0.35],
  ['健身', 2, 3, 4, 0, 0.05, 0.25],
];
export const even = [5, 5, 5, 5, 5, 5, 5, 5];

export const airlineWith = (own: readonly number[]) => items(airline, own);
export const hotelItems = items(hotel, even);
export const flyers: readonly Segment[] = [
  { name: '省钱的', size: 50 },
  { name: '赶时间的', size: 30 },
  { name: '要体面的', size: 20 },
];
export const guests: readonly Segment[] = [
  { name: '赶路的', size: 40 },
  { name: '出差的', size: 40 },
  { name: '度假的', size: 20 },
];

const points = (label: string) =>
  ({ kind: 'number', label, unit: '点', min: 0, max: most, step: 1, default: 5 }) as const;
const weight = (label: string) =>
  ({ kind: 'number', label, min: 0, max: 0.6, step: 0.05, default: 0.1 }) as const;

export const itemsParam = {
  kind: 'list',
  label: '八项的点数与权重',
  item: '项',
  fields: {
    name: { kind: 'text', label: '名字', longest: 2, default: '别的' },
    own: points('自家'),
    first: points('甲'),
    second: points('乙'),
    third: points('丙'),
    weight1: weight('客群 1 的权重'),
    weight2: weight('客群 2 的权重'),
    weight3: weight('客群 3 的权重'),
  },
  names: ({ segments }) =>
    Object.fromEntries(
      (segments as readonly Segment[]).flatMap(({ name }, s) =>
        name === '' ? [] : [[`weight${s + 1}`, `“${name}”的权重`]],
      ),
    ),
  atLeast: 3,
  atMost: 8,
  default: airlineWith(even),
  meaning: '点数是每家在这一项上下的功夫；权重是一个客群为这一项的 1 点肯多给几分。',
} as const satisfies ListParam;

export const segmentsParam = {
  kind: 'list',
  label: '三个客群',
  item: '客群',
  fields: {
    name: { kind: 'text', label: '名字', longest: 4, default: '另一群' },
    size: { kind: 'number', label: '人数', unit: '人', min: 5, max: 100, step: 5, default: 30 },
  },
  atLeast: 3,
  atMost: 3,
  default: flyers,
  meaning: '每群有多少人；份额按人数合起来。',
} as const satisfies ListParam;
