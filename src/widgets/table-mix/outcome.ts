/** 一个设置的结果：细算过的用细算的，没有就先粗算几夜；以及怎么把它说成话。 */
import { fixed, percent } from '../../lib/format.ts';
import {
  roughRun,
  seatsOf,
  type BusyPoint,
  type Comparison,
  type Evening,
  type FullRun,
} from './evening.ts';
import { eveningOf, type Setting } from './setting.ts';

/** 算过的设置，连同它的曲线。曲线不随客流变，少记一样。 */
const known = new Map<string, Comparison>();
const curves = new Map<string, readonly BusyPoint[]>();
const keyOf = (values: Setting) => JSON.stringify(eveningOf(values));
const curveKey = (values: Setting) => keyOf({ ...values, partiesPerHour: 0 });

/** 记下细算的结果；此后这个设置一律用它。 */
export function learn(values: Setting, { now, curve }: Partial<FullRun>): void {
  if (now) known.set(keyOf(values), now);
  if (curve) curves.set(curveKey(values), curve);
}

export function compute(values: Setting) {
  const exact = known.get(keyOf(values));
  const { nights, before, after, more } = exact ?? roughRun(eveningOf(values));
  const evening = eveningOf(values);
  const largest = (tables: Evening['before']) =>
    Math.max(0, ...tables.filter(({ count }) => count > 0).map(({ seats: each }) => each));
  const parties = evening.weights.reduce((sum, weight) => sum + weight, 0);
  const tooLarge = (tables: Evening['before']) =>
    evening.weights.slice(largest(tables)).reduce((sum, weight) => sum + weight, 0) / parties;
  return {
    /** 只算了几夜的粗数，细算还没有回来 */
    rough: exact === undefined,
    nights,
    more,
    /** 多接待的占原来的几成；原来一位也接不了，是 null */
    gain: before.covers.mean > 0 ? more.mean / before.covers.mean : null,
    before: { ...before, seats: seatsOf(evening.before), tooLarge: tooLarge(evening.before) },
    after: { ...after, seats: seatsOf(evening.after), tooLarge: tooLarge(evening.after) },
    curve: curves.get(curveKey(values)) ?? null,
  };
}
export type Result = ReturnType<typeof compute>;

/** “16 张两人桌、4 张四人桌” */
export function layout(tables: Evening['before']): string {
  const size = (seats: number) => `${'一两三四五六七八'[seats - 1] ?? seats}人桌`;
  const shown = tables.filter(({ count }) => count > 0);
  return shown.length === 0
    ? '一张桌也没有'
    : shown.map(({ seats, count }) => `${count} 张${size(seats)}`).join('、');
}
export const both = (values: Setting) => {
  const { before, after } = eveningOf(values);
  return { old: layout(before), fresh: layout(after) };
};
/** 印出来的三个数：差得少的多写一位小数，差取两个印出来的数之差，当场相减对得上。 */
export function shown({ before, after, more }: Result) {
  const digits = Math.abs(more.mean) < 10 ? 1 : 0;
  const [from, to] = [before.covers.mean, after.covers.mean].map((value) =>
    Number(value.toFixed(digits)),
  ) as [number, number];
  return {
    before: fixed(from, digits),
    after: fixed(to, digits),
    difference: fixed(Math.abs(to - from), digits),
    fewer: to < from,
  };
}
/** “多 36 位（+33%）” “少 1.8 位（−1.9%）” */
export function change(result: Result): string {
  const { gain } = result;
  const { difference, fewer } = shown(result);
  const share =
    gain === null
      ? ''
      : `（${gain >= 0 ? '+' : ''}${percent(gain, Math.abs(gain) < 0.1 ? 1 : 0)}）`;
  return `${fewer ? '少' : '多'} ${difference} 位${share}`;
}
/** 区间跨着零：这些夜里分不出高下。 */
export const undecided = ({ more }: Result) => more.low <= 0 && more.high >= 0;

/** 一批几个人，桌上空几个：占用率念给人听。 */
export const sitting = ({ before }: Result) =>
  `平均每一刻，${before.seats} 个座位上只坐着 ${fixed(before.occupancy * before.seats)} 位`;

export const busyRate = 120;
/** 忙夜多接几成；还没有细算过是 null。 */
export const busyGain = (values: Setting) => {
  const busy = known.get(keyOf({ ...values, partiesPerHour: busyRate }));
  return busy === undefined ? null : busy.more.mean / busy.before.covers.mean;
};
