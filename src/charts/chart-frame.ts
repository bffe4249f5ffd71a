/**
 * 图框：边距、范围、刻度。SVG 与画布照同一份来画，一停手由画布接替时，线和字都不挪地方。
 */
import { percentTick, significant, year } from '../lib/format.ts';
import type { ChartAxis, ChartSpec } from './chart-spec.ts';
import { niceStep, ticksBetween } from '../lib/ticks.ts';

/** 图占多大地方，字多大，都以 CSS 像素计。 */
export interface ChartBox {
  width: number;
  height: number;
  size: number;
}

/** 量到真实大小之前（服务端首帧、没有脚本时）按正文宽度画。 */
export const firstBox: ChartBox = { width: 640, height: 300, size: 14 };

/** 轴上的字比正文小一号，手机上也不小于 11 像素。 */
export function textSize(host: Element): number {
  return Math.max(11, Number.parseFloat(getComputedStyle(host).fontSize) * 0.82);
}

/** 四边留给刻度与轴名的地方。 */
export function margins(size: number) {
  return { left: 3.6 * size, right: 1.2 * size, top: 1.9 * size, bottom: 3.1 * size };
}

export interface Range {
  min: number;
  max: number;
}

/** 坐标轴没有写死范围时，取数据的范围。 */
export function rangeOf(spec: ChartSpec, id: 'x' | 'y'): Range {
  const axis = spec[id];
  if (axis.min !== undefined && axis.max !== undefined) return { min: axis.min, max: axis.max };
  const values = spec.series
    .flatMap(({ points }) => points.map((point) => point[id]))
    .filter(Number.isFinite);
  return { min: axis.min ?? Math.min(...values), max: axis.max ?? Math.max(...values) };
}

/** 1、2、5 打头的整齐刻度，至多 `most` 段；对数轴取各数量级的 1、2、5。 */
export function ticksOf(axis: ChartAxis, { min, max }: Range, most: number): number[] {
  if (axis.log) {
    const found: number[] = [];
    for (let power = Math.floor(Math.log10(min)); power <= Math.log10(max); power++)
      for (const lead of [1, 2, 5])
        if (lead * 10 ** power >= min && lead * 10 ** power <= max) found.push(lead * 10 ** power);
    return found;
  }
  return ticksBetween(min, max, niceStep((max - min) / most));
}

/** 横着一个刻度要三个半字的地方，竖着要两个多字。 */
export function axisTicks(spec: ChartSpec, id: 'x' | 'y', { width, height, size }: ChartBox) {
  const room = id === 'x' ? width / (4.5 * size) : height / (3.6 * size);
  return ticksOf(spec[id], rangeOf(spec, id), Math.max(2, Math.floor(room)));
}

/** 刻度与读数的写法。 */
export function show(axis: ChartAxis, value: number): string {
  if (axis.year) return year(value);
  return axis.percent ? percentTick(value) : significant(value, 3);
}
