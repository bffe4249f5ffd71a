/** 一格的名字写在哪里：先靠外的上角，有圆点挡着就挪到同一格里空着的地方。 */

export interface Field {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
export interface Spot {
  x: number;
  /** 基线 */
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

/** 四个字宽，一行字在基线上下各占多少 */
const wide = 51;
const above = 12;
const below = 4;
const edge = 3;

/** 名字占的一块。 */
export function boxOf({ x, y, anchor }: Spot): Field {
  const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
  return { left, right: left + wide, top: y - above, bottom: y + below };
}

export const covers = (box: Field, dot: { x: number; y: number }, radius: number) =>
  dot.x > box.left - radius &&
  dot.x < box.right + radius &&
  dot.y > box.top - radius &&
  dot.y < box.bottom + radius;

/** @param outer 这一格靠着图的哪一边 */
export function nameSpot(
  { left, right, top, bottom }: Field,
  outer: 'left' | 'right',
  dots: readonly { x: number; y: number }[],
  radius: number,
): Spot {
  const ends = [
    { x: left + edge, anchor: 'start' },
    { x: right - edge, anchor: 'end' },
  ] as const;
  const across = [
    ...(outer === 'left' ? ends : ends.toReversed()),
    { x: (left + right) / 2, anchor: 'middle' } as const,
  ];
  const spots = [top + 17, bottom - 8, (top + bottom) / 2].flatMap((y) =>
    across.map((each): Spot => ({ ...each, y })),
  );
  return spots.find((spot) => !dots.some((dot) => covers(boxOf(spot), dot, radius))) ?? spots[0]!;
}
