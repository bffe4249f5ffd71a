/** 给图上的点写名字：几个位置里挑第一个不压着别人、也不压着线的；都压着，就挑压得最少的。 */
export interface Anchor {
  x: number;
  y: number;
  text: string;
  /** 点自己多大，名字要让开 */
  radius: number;
}
/** 一段线，两头的坐标。 */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
const line = 16;
const wide = (text: string) => 13.5 * text.length;

const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** 一段线有多长压在框里。 */
function lengthIn({ left, top, right, bottom }: Box, [x1, y1, x2, y2]: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [from, to] = [0, 1];
  for (const [step, low, high] of [
    [dx, left - x1, right - x1],
    [dy, top - y1, bottom - y1],
  ] as const) {
    if (step === 0) {
      if (low > 0 || high < 0) return 0;
      continue;
    }
    const [near, far] = [low / step, high / step].toSorted((a, b) => a - b) as [number, number];
    [from, to] = [Math.max(from, near), Math.min(to, far)];
  }
  return Math.max(0, to - from) * Math.hypot(dx, dy);
}

/** 返回每个名字的中心；`width`、`height` 是图的大小，写不到外面去。 */
export function placeLabels(
  anchors: readonly Anchor[],
  { width, height }: { width: number; height: number },
  segments: readonly Segment[] = [],
): { x: number; y: number }[] {
  const taken: Box[] = anchors.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return anchors.map(({ x, y, text, radius }) => {
    const half = wide(text) / 2;
    const up = radius + line / 2 + 1;
    const side = radius + half + 3;
    /** 在旁边，挪上挪下一点，让开穿过点的横线 */
    const off = line / 2 + 3;
    const spots = [
      [0, -up],
      [0, up],
      [side, 0],
      [-side, 0],
      [side, -off],
      [side, off],
      [-side, -off],
      [-side, off],
      [side, -up],
      [-side, -up],
      [side, up],
      [-side, up],
      [0, -up - line],
      [0, up + line],
    ].map(([dx = 0, dy = 0]) => {
      const at = {
        x: Math.min(width - half, Math.max(half, x + dx)),
        y: Math.min(height - line / 2, Math.max(line / 2, y + dy)),
      };
      const box = {
        left: at.x - half,
        right: at.x + half,
        top: at.y - line / 2,
        bottom: at.y + line / 2,
      };
      // 压着线一个单位，算压着别人三个单位见方；隔开一行就认不出是谁的，算压着一行高的线
      const apart = Math.abs(dy) > up ? line : 0;
      const crossed = segments.reduce((sum, segment) => sum + lengthIn(box, segment), apart);
      const covered = taken.reduce((sum, other) => sum + overlap(box, other), 3 * crossed);
      return { at, box, covered };
    });
    const best = spots.reduce((least, spot) =>
      spot.covered < least.covered - 1e-9 ? spot : least,
    );
    taken.push(best.box);
    return best.at;
  });
}
