/**
 * 图形的坐标是算出来的，浮点的零头（26.200000000000003）一长串随网页送出，眼睛看不出来。
 * 构建完成后收到小数点后一位，十以内的留两位；脚本接手时照原样重写，不受影响。
 */
import type { Site } from './site.ts';

const geometry = / (?:x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|d|points)="[^"]*\.\d\d[^"]*"/g;
/** 图标里有紧挨着写的数（1.9.999 是 1.9 与 .999）：改了会连成别的数，不碰 */
const long = /(?<![\d.])\d+\.\d{2,}(?![\d.])/g;

const short = (text: string) => String(Number(Number(text).toFixed(Number(text) < 10 ? 2 : 1)));

/** 只改 `<svg>` 里的坐标与尺寸；比例、透明度与看得见的字不动。 */
export const shortened = (html: string) =>
  html.replace(/<svg\b[\s\S]*?<\/svg>/g, (svg) =>
    svg.replace(/<[^>]*>/g, (tag) => tag.replace(geometry, (each) => each.replace(long, short))),
  );

export function shortDecimals({ pages }: Site): void {
  for (const [file, html] of pages) pages.set(file, shortened(html));
}
