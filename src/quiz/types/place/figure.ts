/** 放点题的图：一条线、一张图，或一条曲线；位置怎么量、怎么说、在不在一块地方里。 */
import { upTo } from '../../../lib/format.ts';

export interface Axis {
  /** “离江边”“到店前第几分钟” */
  label: string;
  unit?: string | undefined;
  from: number;
  to: number;
  /** 方向键走一格多远，也是拖动时对齐的格子 */
  step: number;
}

/** 图上给定的点：一个镇、一家店。 */
export interface Mark {
  x: number;
  /** 线上和曲线上的点不写 */
  y?: number | undefined;
  text: string;
  /** “5 万人”，写在名字后面 */
  note?: string | undefined;
  /** 圆点的面积按它画 */
  size?: number | undefined;
}

export interface Figure {
  x: Axis;
  /** 有纵轴是一张图，没有是一条线 */
  y?: Axis | undefined;
  /** 点只能沿这条折线走；只问横坐标 */
  curve?: readonly (readonly [number, number])[] | undefined;
  marks: readonly Mark[];
}

/** 一个数，或一段区间。 */
type Extent = number | readonly [number, number];

/** 图上的一块地方：一个点或一段、一块，外加周围的余量。 */
export interface Spot {
  x: Extent;
  y?: Extent | undefined;
  /** 相差这么远以内都算；不写是半格 */
  within?: number | undefined;
}

export interface WrongSpot extends Spot {
  /** “重心”“正中间”，揭晓时标在图上 */
  name: string;
  why: string;
}

/** 放在哪里：线与曲线上一个数，图上两个。 */
export type Position = readonly [number] | readonly [number, number];

/** 要读者给出的各轴：曲线上的点只有横坐标是自由的。 */
export function axesOf({ x, y, curve }: Figure): readonly [Axis] | readonly [Axis, Axis] {
  return y && !curve ? [x, y] : [x];
}

export const ends = (extent: Extent): readonly [number, number] =>
  typeof extent === 'number' ? [extent, extent] : extent;

export function reach({ x, y }: Figure, { within }: Spot): number {
  return within ?? Math.max(x.step, y?.step ?? 0) / 2;
}

function gap(value: number, extent: Extent): number {
  const [low, high] = ends(extent);
  return Math.max(0, low - value, value - high);
}

/** 位置到一块地方的距离；就在里面是 0。 */
export function distanceTo(spot: Spot, [x, y]: Position): number {
  return Math.hypot(gap(x, spot.x), y === undefined || spot.y === undefined ? 0 : gap(y, spot.y));
}

export function inside(figure: Figure, spot: Spot, at: Position): boolean {
  // 留一点舍入的余地：0.1 + 0.2 也要算在 0.3 以内
  return distanceTo(spot, at) <= reach(figure, spot) + 1e-9;
}

/** 两块地方有没有重叠；重叠了同一个答案就有两种说法。 */
export function overlap(figure: Figure, a: Spot, b: Spot): boolean {
  const apart = (one: Extent = 0, other: Extent = 0) => {
    const [low, high] = ends(one);
    const [from, to] = ends(other);
    return Math.max(0, from - high, low - to);
  };
  return Math.hypot(apart(a.x, b.x), apart(a.y, b.y)) <= reach(figure, a) + reach(figure, b) + 1e-9;
}

/** 对齐到格子、夹在轴的两头之间。 */
export function snap({ from, to, step }: Axis, value: number): number {
  const steps = Math.round((value - from) / step);
  return Number(Math.min(to, Math.max(from, from + steps * step)).toFixed(9));
}

/** 折线在横坐标 x 处的高。 */
export function heightAt(curve: NonNullable<Figure['curve']>, x: number): number {
  const right = curve.findIndex(([at]) => at >= x);
  const [x1, y1] = curve[right < 0 ? curve.length - 1 : right] ?? [0, 0];
  const [x0, y0] = curve[right - 1] ?? [x1, y1];
  return right <= 0 || x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

const withUnit = (text: string, { unit }: Axis) => (unit ? `${text} ${unit}` : text);

export function sayExtent(axis: Axis, extent: Extent): string {
  const [low, high] = ends(extent);
  return withUnit(low === high ? upTo(low, 2) : `${upTo(low, 2)} 到 ${upTo(high, 2)}`, axis);
}

/** “离江边 3 公里”“横 3 格，纵 4 格”。 */
export function sayPosition(figure: Figure, at: readonly (Extent | undefined)[]): string {
  return axesOf(figure)
    .map((axis, index) => `${axis.label} ${sayExtent(axis, at[index] ?? 0)}`)
    .join('，');
}

export function sayMark(figure: Figure, { text, note, x, y }: Mark): string {
  const where = sayPosition(figure, [x, y]);
  return note ? `${text}（${note}），${where}` : `${text}，${where}`;
}
