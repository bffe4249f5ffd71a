/** 三处竞争（都是虚构案例）：每项属性的门槛与权重，自家投分前后，两家对手。 */
import type { ListParam } from '../../widget-kit/model.ts';

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Item = {
  name: string;
  /** 0 就是没有门槛 */
  threshold: number;
  weight: number;
  /** 自家投分以前 */
  own: number;
  /** 自家投分以后 */
  plan: number;
  first: number;
  second: number;
};

/** 属性，门槛，权重，自家、甲、乙的分 */
type Row = readonly [string, number, number, number, number, number];

/** `spent` 按次序写各项投了几分，没写的不投。 */
const items = (rows: readonly Row[], spent: Readonly<Record<string, number>> = {}): Item[] =>
  rows.map(([name, threshold, weight, own, first, second]) => ({
    name,
    threshold,
    weight,
    own,
    plan: own + (spent[name] ?? 0),
    first,
    second,
  }));

const hotpot: readonly Row[] = [
  ['卫生', 60, 0, 59, 70, 85],
  ['等位', 50, 0.02, 60, 60, 55],
  ['口味', 0, 0.06, 75, 78, 70],
  ['服务', 0, 0.04, 80, 65, 60],
  ['价格', 0, 0.05, 60, 65, 80],
];
const parcel: readonly Row[] = [
  ['完好', 85, 0, 88, 90, 86],
  ['客服', 60, 0, 95, 70, 75],
  ['时效', 50, 0.05, 65, 70, 60],
  ['价格', 0, 0.06, 60, 70, 75],
  ['取件', 40, 0.03, 55, 60, 70],
];
const bank = (threshold: number, weight: number): readonly Row[] => [
  ['安全', 80, 0, 90, 92, 88],
  ['手机银行', threshold, weight, 92, 68, 64],
  ['排队', 40, 0.03, 55, 60, 65],
  ['收益', 0, 0.05, 60, 65, 66],
  ['服务', 50, 0.03, 65, 70, 60],
];

/** 火锅店里投的分 */
export const hotpotWith = (spent: Readonly<Record<string, number>>) => items(hotpot, spent);
export const parcelItems = items(parcel);
/** 手机银行还能赢客人的时候，与它成了门槛以后 */
export const bankBefore = items(bank(0, 0.06));
export const bankAfter = items(bank(60, 0));

const score = (label: string) =>
  ({ kind: 'number', label, unit: '分', min: 0, max: 100, step: 1, default: 60 }) as const;

export const itemsParam = {
  kind: 'list',
  label: '各项属性与三家的分',
  item: '项',
  fields: {
    name: { kind: 'text', label: '属性', longest: 4, default: '另一项' },
    threshold: {
      kind: 'number',
      label: '门槛',
      unit: '分',
      min: 0,
      max: 90,
      step: 1,
      default: 0,
    },
    weight: { kind: 'number', label: '权重', min: 0, max: 0.1, step: 0.005, default: 0.03 },
    own: score('自家投前'),
    plan: score('自家投后'),
    first: score('甲'),
    second: score('乙'),
  },
  atLeast: 2,
  atMost: 7,
  default: hotpotWith({ 口味: 10 }),
  meaning: '门槛写 0 就是没有门槛；权重写 0，过了线再加分也不添客人。分数都是 0 到 100。',
} as const satisfies ListParam;
