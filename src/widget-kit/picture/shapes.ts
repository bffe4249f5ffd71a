/**
 * 实验图画的笔：同一个小人、同一张柜台、同一间铺子，每支笔返回一段 `<path>` 的 `d`。
 *
 * 画布是 240 × 150，地面多在 y = 130。颜色与笔法由类名给（tones.css），这里只管形状。
 * 用字符串而不用 `<symbol>`：一条路径画完一群人，图画搬到哪一页都不必先备好符号。
 */

/** 十分之一格足够，路径短一截。 */
const n = (value: number) => String(Math.round(value * 10) / 10);
const at = (x: number, y: number) => `M${n(x)} ${n(y)}`;

interface Spot {
  x: number;
  y: number;
}
interface Sized extends Spot {
  /** 1 是人群里的大小，1.6 是近处的人 */
  size?: number;
}
export interface Box extends Spot {
  width: number;
  height: number;
}

/** 圆，`x`、`y` 是圆心。 */
export function circle({ x, y, radius }: Spot & { radius: number }): string {
  // 先取整半径再加倍：直径若比两倍半径短一截，画出来是椭圆
  const r = n(radius);
  const d = n(2 * Number(r));
  return `${at(x - radius, y)}a${r} ${r} 0 1 1 ${d} 0a${r} ${r} 0 1 1-${d} 0`;
}

/** 方块，`x`、`y` 是左上角。 */
export function rect({ x, y, width, height }: Box): string {
  return `${at(x, y)}h${n(width)}v${n(height)}h${n(-width)}z`;
}

/** 一段折线。 */
export function line(...points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
}

/** 小人：圆头，圆肩；`x` 是正中，`y` 是脚下。高 21、宽 12 乘 `size`。 */
export function person({ x, y, size = 1 }: Sized): string {
  const head = circle({ x, y: y - 17 * size, radius: 4 * size });
  const r = n(6 * size);
  return `${head}${at(x - 6 * size, y)}v${n(-5 * size)}a${r} ${r} 0 0 1 ${n(2 * Number(r))} 0V${n(y)}z`;
}

export const people = (spots: readonly Sized[]) => spots.map(person).join('');

/** 从队头往左站的一列人：`x` 是队头。 */
export function queue({
  x,
  y,
  count,
  pitch = 16,
  size = 1,
}: Sized & { count: number; pitch?: number }): string {
  return people(Array.from({ length: count }, (_, i) => ({ x: x - i * pitch, y, size })));
}

/** 柜台：台面宽出一点；`x` 是正中，`y` 是地面。 */
export function counter({ x, y, size = 1, width = 14 }: Sized & { width?: number }): string {
  const half = (width * size) / 2;
  const over = half + 2 * size;
  const height = 10 * size;
  return `${at(x - half, y)}v${n(-height)}h${n(2 * half)}v${n(height)}z${at(x - over, y - height)}h${n(2 * over)}`;
}

/** 地面。 */
export const ground = (y = 130, from = 12, to = 228) => `${at(from, y)}H${n(to)}`;

/** 人字顶的房子；`x` 是正中，`y` 是地面。 */
export function house({ x, y, size = 1 }: Sized): string {
  const half = 7 * size;
  return `${at(x - half, y)}v${n(-9 * size)}l${n(half)} ${n(-7 * size)} ${n(half)} ${n(7 * size)}v${n(9 * size)}z`;
}

/** 带雨棚的铺面，墙与棚两条路径；`x` 是正中，`y` 是地面。 */
export function shop({ x, y, width, height }: Box): { wall: string; awning: string } {
  const left = x - width / 2;
  const count = Math.max(2, Math.round(width / 10));
  const scallop = (width + 6) / count;
  const bumps = `a${n(scallop / 2)} ${n(scallop / 2.6)} 0 0 1${n(-scallop)} 0`.repeat(count);
  return {
    wall: rect({ x: left, y: y - height, width, height }),
    awning: `${at(left, y - height)}h${n(width)}l3 9${bumps}z`,
  };
}

/** 钟：圆盘另画，这里是两根针；`turn` 是分针走过的圈数。 */
export function hands({ x, y, radius, turn }: Spot & { radius: number; turn: number }): string {
  const point = (length: number, turns: number): [number, number] => [
    x + length * Math.sin(2 * Math.PI * turns),
    y - length * Math.cos(2 * Math.PI * turns),
  ];
  return line(point(radius * 0.45, turn / 12 + 0.83), [x, y], point(radius * 0.7, turn));
}

/** 圆环从正上方起顺时针的一段，`share` 在 0 与 1 之间。 */
export function ring({ x, y, radius, share }: Spot & { radius: number; share: number }): string {
  const angle = 2 * Math.PI * share;
  const r = n(radius);
  return `${at(x, y - radius)}A${r} ${r} 0 ${share > 0.5 ? 1 : 0} 1 ${n(x + radius * Math.sin(angle))} ${n(y - radius * Math.cos(angle))}`;
}

/** 图钉，尖在 `x`、`y`。 */
export function pin({ x, y, size = 1 }: Sized): string {
  const r = 6 * size;
  return `${at(x, y)}c${n(-2 * size)} ${n(-5 * size)} ${n(-r)} ${n(-7 * size)} ${n(-r)} ${n(-12 * size)}a${n(r)} ${n(r)} 0 0 1 ${n(2 * r)} 0c0 ${n(5 * size)} ${n(-4 * size)} ${n(7 * size)} ${n(-r)} ${n(12 * size)}z`;
}

/** 热气：几缕弯线，从 `y` 往上。 */
export function steam({ x, y, count = 2 }: Spot & { count?: number }): string {
  return Array.from(
    { length: count },
    (_, i) => `${at(x + (i - (count - 1) / 2) * 7, y)}q-4-4 0-8t0-8`,
  ).join('');
}

/** 一张写了几行字的纸；`x`、`y` 是左上角。 */
export function sheet({ x, y, width, height }: Box, lines: number): { page: string; text: string } {
  const gap = height / (lines + 1);
  return {
    page: rect({ x, y, width, height }),
    text: Array.from(
      { length: lines },
      (_, i) =>
        `${at(x + width * 0.18, y + gap * (i + 1))}h${n(width * (i === lines - 1 ? 0.4 : 0.64))}`,
    ).join(''),
  };
}

/** 街网：东西、南北各条街，从左上角铺起。 */
export function streets({
  x,
  y,
  columns,
  rows,
  pitch,
}: Spot & { columns: number; rows: number; pitch: number }): string {
  const across = Array.from(
    { length: rows + 1 },
    (_, i) => `${at(x, y + i * pitch)}h${n(columns * pitch)}`,
  );
  const down = Array.from(
    { length: columns + 1 },
    (_, i) => `${at(x + i * pitch, y)}v${n(rows * pitch)}`,
  );
  return [...across, ...down].join('');
}
