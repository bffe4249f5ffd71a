/** 店里的样子：几张桌，几把椅子，平均每一刻坐着人的是哪些。 */
import type { Evening } from './evening.ts';

/** 一张桌占的宽与高，以及桌与桌的间隔，都以一把椅子的间距为 1。 */
const high = 3.4;
const wide = (seats: number) => Math.max(1, Math.ceil(seats / 2)) + 0.9;

/** 桌子从大到小，一行一行摆；宽 `width` 里摆得下要多高。 */
function rows(tables: readonly number[], width: number): number[][] {
  const all: number[][] = [[]];
  let used = 0;
  for (const seats of tables) {
    if (used > 0 && used + wide(seats) > width) {
      all.push([]);
      used = 0;
    }
    all.at(-1)!.push(seats);
    used += wide(seats);
  }
  return all;
}

export interface Room {
  tables: string;
  /** 空着的椅子与坐着人的椅子 */
  empty: string;
  taken: string;
  /** 一把椅子多大 */
  chair: number;
}

interface Walls {
  left: number;
  top: number;
  width: number;
  height: number;
}

const sorted = (mix: Evening['before']) =>
  mix
    .flatMap(({ seats, count }) => Array.from({ length: count }, () => seats))
    .toSorted((a, b) => b - a);

/** 摆得下的最大的一号：一把椅子的间距。 */
export function roomiest(mix: Evening['before'], { width, height }: Walls): number {
  const tables = sorted(mix);
  let pitch = 22;
  while (pitch > 2 && rows(tables, width / pitch).length * high * pitch > height) pitch *= 0.96;
  return pitch;
}

/** 摆进一间屋；坐着的人按座位摊到各桌。 */
export function furnish(
  mix: Evening['before'],
  { left, top, width, pitch, occupancy }: Walls & { pitch: number; occupancy: number },
): Room {
  const lines = rows(sorted(mix), width / pitch);
  const room: Room = { tables: '', empty: '', taken: '', chair: pitch * 0.62 };
  const n = (value: number) => Math.round(value * 10) / 10;
  let seen = 0;
  lines.forEach((line, row) => {
    let x = left;
    const y = top + row * high * pitch;
    for (const seats of line) {
      const across = Math.max(1, Math.ceil(seats / 2));
      room.tables += `M${n(x)} ${n(y + 0.85 * pitch)}h${n((across + 0.1) * pitch)}v${n(1.1 * pitch)}h${n(-(across + 0.1) * pitch)}z`;
      // 零头往后带，各桌加起来正好是总数
      const sitting = Math.round((seen + seats) * occupancy) - Math.round(seen * occupancy);
      for (let seat = 0; seat < seats; seat++) {
        // 先坐满对面的一对，再坐旁边的
        const chair = `M${n(x + (Math.floor(seat / 2) + 0.55) * pitch)} ${n(y + (seat % 2 === 0 ? 0.4 : 2.4) * pitch)}h0`;
        if (seat < sitting) room.taken += chair;
        else room.empty += chair;
      }
      seen += seats;
      x += wide(seats) * pitch;
    }
  });
  return room;
}
