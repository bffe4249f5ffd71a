/** 瞬间在时间轴上的位置，与拖动时落到哪里。 */
import type { Moment } from './scenes.ts';

export interface Placed extends Moment {
  start: number;
  end: number;
  middle: number;
}

export function timeline(plan: readonly Moment[]): Placed[] {
  let now = 0;
  return plan.map((moment) => {
    const start = now;
    now += moment.minutes;
    return { ...moment, start, end: now, middle: (start + now) / 2 };
  });
}

const steps = [1, 2, 5, 10, 15, 20, 30, 60, 90, 120, 180, 240, 360, 480, 960];

/** 时间轴的头与刻度：给末尾留一点空，好往外拖。 */
export function timeAxis(minutes: number): { max: number; ticks: number[] } {
  const max = Math.max(4, minutes * 1.08);
  const step = steps.find((size) => max / size <= 7) ?? 960;
  return { max, ticks: Array.from({ length: Math.floor(max / step) + 1 }, (_, i) => i * step) };
}

/** 把第 `index` 个瞬间的中心拖到时刻 `at`，它该排第几。 */
export function dropPosition(plan: readonly Placed[], index: number, at: number): number {
  const others = plan.filter((_, i) => i !== index);
  const before = others.filter(({ middle }, i) => (i < index ? middle < at : middle <= at)).length;
  return before;
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), list[from] as T, ...rest.slice(to)];
}

/** 阶梯线：一段一个高度。 */
export function stairs(
  plan: readonly Placed[],
  px: (x: number) => number,
  py: (y: number) => number,
): string {
  return plan
    .map(({ start, end, value }, i) => `${i === 0 ? 'M' : 'L'}${px(start)} ${py(value)}H${px(end)}`)
    .join('');
}
