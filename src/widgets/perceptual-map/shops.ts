/** 三张打分表（都是虚构案例）：一行一家，一列一项，0 到 10 分。 */
import type { ListParam } from '../../widget-kit/model.ts';

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Shop = { name: string; a: number; b: number; c: number; d: number };
export type Attribute = { name: string };

export const ratingsOf = ({ a, b, c, d }: Shop) => [a, b, c, d];

type Line = readonly [string, number, number, number, number];
const shops = (lines: readonly Line[]): Shop[] =>
  lines.map(([name, a, b, c, d]) => ({ name, a, b, c, d }));
const attributes = (...names: string[]): Attribute[] => names.map((name) => ({ name }));

const four: readonly Line[] = [
  ['一号', 9, 3, 8, 4],
  ['二号', 8, 4, 7, 5],
  ['三号', 4, 9, 3, 8],
  ['四号', 3, 8, 4, 9],
];
export const hotels = shops([...four, ['五号', 6, 6, 6, 6]]);
export const hotelsBetter = shops([...four, ['五号', 9, 9, 9, 9]]);
export const hotelItems = attributes('便宜', '安静', '近站', '宽敞');
export const restaurants = shops([
  ['一店', 3, 9, 5, 8],
  ['二店', 7, 4, 3, 5],
  ['三店', 9, 8, 4, 5],
  ['四店', 3, 5, 7, 3],
  ['五店', 8, 6, 3, 4],
  ['六店', 9, 5, 8, 9],
]);
export const restaurantItems = attributes('好吃', '快捷', '便宜', '环境');

const score = (label: string) =>
  ({ kind: 'number', label, unit: '分', min: 0, max: 10, step: 1, default: 5 }) as const;

export const shopsParam = {
  kind: 'list',
  label: '各家的打分',
  item: '家',
  fields: {
    name: { kind: 'text', label: '名字', longest: 4, default: '新店' },
    a: score('第一项'),
    b: score('第二项'),
    c: score('第三项'),
    d: score('第四项'),
  },
  names: ({ attributes }) => {
    const [a, b, c, d] = (attributes as readonly Attribute[]).map(({ name }) => name);
    return { ...(a && { a }), ...(b && { b }), ...(c && { c }), ...(d && { d }) };
  },
  atLeast: 4,
  atMost: 8,
  default: hotels,
  meaning: '换成你自己问来的分；问了几个人，填平均分取整。',
} as const satisfies ListParam;

export const attributesParam = {
  kind: 'list',
  label: '四项叫什么',
  item: '项',
  fields: { name: { kind: 'text', label: '名字', longest: 3, default: '别项' } },
  atLeast: 4,
  atMost: 4,
  default: hotelItems,
  meaning: '打的是哪四项分；都按越高越好来打。',
} as const satisfies ListParam;
