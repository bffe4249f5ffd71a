/**
 * 等值线：方格点上的一张面，画出不低于某个高度的那一片，几条闭合折线而已，首帧也画得起。
 * 格点之间按线性插值；面外一圈当作更低，贴边的地方也能闭合。
 */

export interface Surface {
  /** 格点的横坐标与纵坐标，从小到大 */
  xs: readonly number[];
  ys: readonly number[];
  /** height[j][i]：第 j 行第 i 列 */
  height: readonly (readonly number[])[];
}

type Point = readonly [x: number, y: number];

/** 格子四边按 下、右、上、左 编号 0–3；各种高低组合里，哪条边连到哪条边（高的一侧在左手）。 */
const joins: Record<number, readonly (readonly [number, number])[]> = {
  1: [[0, 3]],
  2: [[1, 0]],
  3: [[1, 3]],
  4: [[2, 1]],
  5: [
    [0, 3],
    [2, 1],
  ],
  6: [[2, 0]],
  7: [[2, 3]],
  8: [[3, 2]],
  9: [[0, 2]],
  10: [
    [1, 0],
    [3, 2],
  ],
  11: [[1, 2]],
  12: [[3, 1]],
  13: [[0, 1]],
  14: [[3, 0]],
};

/** 不低于 `level` 的区域的边界，每条是一圈点。 */
export function contours({ xs, ys, height }: Surface, level: number): Point[][] {
  const columns = xs.length;
  const rows = ys.length;
  const at = (i: number, j: number) =>
    i < 0 || j < 0 || i >= columns || j >= rows ? -Infinity : (height[j]?.[i] as number);
  const x = (i: number) => xs[Math.min(columns - 1, Math.max(0, i))] as number;
  const y = (j: number) => ys[Math.min(rows - 1, Math.max(0, j))] as number;
  /** 一条网格边上的交点；通到面外的边，交点就在面的边缘上 */
  const cross = (i: number, j: number, k: number, l: number): Point => {
    const [a, b] = [at(i, j), at(k, l)];
    const t = a === -Infinity ? 1 : b === -Infinity ? 0 : (level - a) / (b - a);
    return [x(i) + t * (x(k) - x(i)), y(j) + t * (y(l) - y(j))];
  };

  /** 从一条网格边走到下一条网格边 */
  const next = new Map<string, { to: string; point: Point }>();
  for (let j = -1; j < rows; j++)
    for (let i = -1; i < columns; i++) {
      const corners = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      const kind = corners.reduce((sum, value, bit) => sum + (value >= level ? 1 << bit : 0), 0);
      const edges = [
        { key: `h${i},${j}`, point: () => cross(i, j, i + 1, j) },
        { key: `v${i + 1},${j}`, point: () => cross(i + 1, j, i + 1, j + 1) },
        { key: `h${i},${j + 1}`, point: () => cross(i, j + 1, i + 1, j + 1) },
        { key: `v${i},${j}`, point: () => cross(i, j, i, j + 1) },
      ];
      for (const [from, to] of joins[kind] ?? []) {
        const start = edges[from];
        const end = edges[to];
        if (start && end) next.set(start.key, { to: end.key, point: start.point() });
      }
    }

  const rings: Point[][] = [];
  while (next.size > 0) {
    const ring: Point[] = [];
    let key = next.keys().next().value as string;
    for (let step = next.get(key); step; step = next.get(key)) {
      next.delete(key);
      const last = ring.at(-1);
      if (!last || last[0] !== step.point[0] || last[1] !== step.point[1]) ring.push(step.point);
      key = step.to;
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}
