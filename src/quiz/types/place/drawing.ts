/** 放点题的图怎么排：数落在哪里、刻度、线上各点的名字错开几排。 */
import { niceStep, ticksBetween } from '../../../lib/ticks.ts';
import { heightAt, type Axis, type Figure } from './figure.ts';

/** 五六个好记的刻度。 */
export function ticksOf({ from, to }: Axis): number[] {
  return ticksBetween(from, to, niceStep((to - from) / 6));
}

/** 最窄的手机上，图有这么多个字宽。 */
const WIDTH = 17;

/** 中文算一个字宽，别的算半个多一点。 */
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (each > '⺀' ? 1 : 0.6), 0);

/**
 * 线上各点的名字放第几排（0 是最上面）：挨得近的错开，离轴近的先用。
 * 名字居中写在点的正上方，附注另起一行：这样窄，旁边的引线才碰不到它。
 */
export function labelRows({ x, marks }: Pick<Figure, 'x' | 'marks'>): number[] {
  const occupied: number[] = [];
  const levels = new Map<number, number>();
  const order = marks.map((_, index) => index).sort((a, b) => marks[a]!.x - marks[b]!.x);
  for (const index of order) {
    const { x: at, text, note = '' } = marks[index]!;
    const centre = ((at - x.from) / (x.to - x.from)) * WIDTH;
    const half = Math.max(widthOf(text), widthOf(note)) / 2;
    const free = occupied.findIndex((end) => end <= centre - half);
    const level = free < 0 ? occupied.length : free;
    // 同一排的两个名字之间留半个字
    occupied[level] = centre + half + 0.5;
    levels.set(index, level);
  }
  return marks.map((_, index) => occupied.length - 1 - (levels.get(index) ?? 0));
}

/** 轴上的一个数落在图的百分之几。 */
export const part = ({ from, to }: Axis, value: number): number =>
  ((value - from) / (to - from)) * 100;

export const across = (figure: Figure, value: number): number => part(figure.x, value);

/** 图上的纵坐标向上，屏幕上的向下；线上的点都在轴上。 */
export function down(figure: Figure, x: number, y: number | undefined): number {
  if (!figure.y) return 100;
  return 100 - part(figure.y, figure.curve ? heightAt(figure.curve, x) : (y ?? 0));
}

/** 一排名字多高（rem）：有附注的两行。 */
export const pitchOf = ({ marks }: Figure): number => (marks.some(({ note }) => note) ? 2.7 : 1.6);
