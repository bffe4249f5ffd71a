/** 示意的城：一块方地按各处的窗口数分片，片心设网点；路上的人、排队的人各是一个点。 */

export interface Cell {
  x: number;
  y: number;
  width: number;
  height: number;
  windows: number;
}

/** 把边长 `side` 的方地分成片，面积与窗口数成正比；分几行，取各片周长之和最小的，片就最接近方形。 */
export function cells(groups: readonly { windows: number; count: number }[], side: number): Cell[] {
  const weights = groups.flatMap(({ windows, count }) =>
    Array.from({ length: count }, () => windows),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const unit = (side * side) / total;
  let best: Cell[] = [];
  let shortest = Infinity;
  for (let rows = 1; rows <= Math.min(weights.length, 8); rows++) {
    const made: Cell[] = [];
    let y = 0;
    for (let row = 0; row < rows; row++) {
      const line = weights.slice(
        Math.floor((row * weights.length) / rows),
        Math.floor(((row + 1) * weights.length) / rows),
      );
      const height = (line.reduce((sum, weight) => sum + weight, 0) * unit) / side;
      let x = 0;
      for (const windows of line) {
        const width = (windows * unit) / height;
        made.push({ x, y, width, height, windows });
        x += width;
      }
      y += height;
    }
    const perimeter = made.reduce((sum, { width, height }) => sum + width + height, 0);
    if (perimeter < shortest - 1e-9) {
      shortest = perimeter;
      best = made;
    }
  }
  return best;
}

/** 十分之一像素足够，路径短一截。 */
const tenth = (value: number) => Math.round(value * 10) / 10;
/** 圆点：零长的线配圆头，一条路径画完所有的人。 */
const dot = (x: number, y: number) => `M${tenth(x)} ${tenth(y)}h0`;

const desk = 8;
const pitch = desk + 2;
const person = 5.4;

/** 各片里的窗口、排队的人、路上的人，各成一条路径。 */
export function draw(
  areas: readonly Cell[],
  { onTheRoad, inLine }: { onTheRoad: number; inLine: number },
) {
  const total = areas.reduce((sum, { windows }) => sum + windows, 0);
  let desks = '';
  let line = '';
  let road = '';
  let seen = 0;
  let walker = 0;
  for (const { x, y, width, height, windows } of areas) {
    const cx = x + width / 2;
    const cy = y + height / 2;
    const columns = Math.min(windows, Math.max(1, Math.ceil(Math.sqrt(windows * 2))));
    const rows = Math.ceil(windows / columns);
    const top = cy - (rows * pitch) / 2;
    for (let i = 0; i < windows; i++) {
      const left = cx - (columns * pitch - 2) / 2 + (i % columns) * pitch;
      desks += `M${tenth(left)} ${tenth(top + Math.floor(i / columns) * pitch)}h${desk}v${desk}h-${desk}z`;
    }
    // 人数按窗口摊到各处，零头往后带，各处加起来正好是总数
    const share = (people: number) =>
      Math.round((people * (seen + windows)) / total) - Math.round((people * seen) / total);
    const perRow = Math.max(
      1,
      Math.min(Math.floor((width - 6) / person), Math.max(columns * 2, 5)),
    );
    const waiting = share(inLine);
    for (let i = 0; i < waiting; i++) {
      const row = Math.floor(i / perRow);
      const inRow = Math.min(perRow, waiting - row * perRow);
      line += dot(
        cx + ((i % perRow) - (inRow - 1) / 2) * person,
        Math.min(y + height - 3, top + rows * pitch + 4 + row * person),
      );
    }
    // 窗口和队伍占着的一块，从片心算起，外加半个人
    const wide = Math.min(width / 2, (columns * pitch) / 2 + 3);
    const high = Math.min(height / 2, (rows * pitch) / 2 + 4);
    const deep = Math.min(height / 2 - 3, high + Math.ceil(waiting / perRow) * person);
    for (let i = share(onTheRoad); i > 0; i--) {
      // 家住哪里、走到哪里：低差异序列，散得匀，每次都一样
      walker++;
      const u = (walker * 0.7548776662466927) % 1;
      const v = (walker * 0.5698402909980532) % 1;
      const [dx, dy] = [(u - 0.5) * width, (v - 0.5) * height];
      // 还没走到的人不站在窗口上：最近也在这一块的边上
      const edge = Math.min(wide / Math.abs(dx), dy > 0 ? deep / dy : -high / dy);
      const left = Math.max(edge, Math.sqrt((walker * 0.6180339887498949) % 1));
      road += dot(cx + dx * left, cy + dy * left);
    }
    seen += windows;
  }
  return { desks, line, road };
}

/** 片与片之间的界线。 */
export function borders(areas: readonly Cell[]): string {
  return areas
    .map(
      ({ x, y, width, height }) =>
        `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}z`,
    )
    .join('');
}
