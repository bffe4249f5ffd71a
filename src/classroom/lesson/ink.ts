/** 墙上的笔迹：坐标是台面的几分之几，x、y 相间。 */

export interface Stroke {
  id: number;
  points: readonly number[];
}

/** 各步上的笔迹 */
export type Ink = Readonly<Record<string, readonly Stroke[]>>;

export const mostStrokes = 200;
/** 一笔最多几个坐标：再长的，多出来的不要 */
export const longest = 8000;

/** 下一笔的编号。 */
export const nextId = (strokes: readonly Stroke[]): number =>
  Math.max(0, ...strokes.map((stroke) => stroke.id)) + 1;

export function drawn(strokes: readonly Stroke[], points: readonly number[]): Stroke[] {
  return [...strokes, { id: nextId(strokes), points }].slice(-mostStrokes);
}

/** 别处送来的一笔；不像一笔的是 null。没有点的是“擦掉”。 */
export function readStroke(value: unknown): Stroke | null {
  const { id, points } = (typeof value === 'object' && value ? value : {}) as Partial<Stroke>;
  return Number.isSafeInteger(id) &&
    (id as number) >= 0 &&
    Array.isArray(points) &&
    (id !== 0 || points.length === 0) &&
    points.length % 2 === 0 &&
    points.length <= longest &&
    points.every((point) => typeof point === 'number' && point >= -1 && point <= 2)
    ? { id: id as number, points }
    : null;
}

/** 收到一笔：同一个编号的换成新的；没有点的擦掉，编号 0 是全擦。 */
export function received(strokes: readonly Stroke[], stroke: Stroke): readonly Stroke[] {
  if (stroke.points.length === 0)
    return stroke.id === 0 ? [] : strokes.filter(({ id }) => id !== stroke.id);
  const at = strokes.findIndex(({ id }) => id === stroke.id);
  return at < 0
    ? [...strokes, stroke].slice(-mostStrokes)
    : strokes.map((each, i) => (i === at ? stroke : each));
}

/** 从一份笔迹变到另一份，要说的几笔；照次序收下，两处就一样。 */
export function changes(before: readonly Stroke[], after: readonly Stroke[]): Stroke[] {
  if (after.length === 0) return before.length === 0 ? [] : [{ id: 0, points: [] }];
  const kept = new Map(after.map((stroke) => [stroke.id, stroke]));
  const had = new Map(before.map((stroke) => [stroke.id, stroke]));
  return [
    ...before.flatMap(({ id }) => (kept.has(id) ? [] : [{ id, points: [] }])),
    ...after.filter((stroke) => had.get(stroke.id) !== stroke),
  ];
}

/** 橡皮碰到的笔画整条擦掉；`reach` 是多近算碰到。 */
export function erased(strokes: readonly Stroke[], x: number, y: number, reach = 0.025): Stroke[] {
  return strokes.filter(({ points }) => !touches(points, x, y, reach));
}

function touches(points: readonly number[], x: number, y: number, reach: number): boolean {
  for (let i = 0; i + 1 < points.length; i += 2)
    if (Math.hypot((points[i] as number) - x, (points[i + 1] as number) - y) <= reach) return true;
  return false;
}
