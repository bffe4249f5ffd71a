/** 一行一行的格 → 一位一位的顾客：好的收下，坏的说出是第几行、哪里不对、怎么改。 */
import { mostListed } from '../../lib/import-limits.ts';
import type { Cell } from './cell.ts';
import { half } from './columns.ts';
import type { Visit } from './observation.ts';
import type { Column, Role } from './roles.ts';
import { chunk, type Line } from './rows.ts';
import type { Scales } from './scales.ts';

export interface Problem {
  /** 文件里的第几行，从 1 数起；说整列的话是 null */
  row: number | null;
  text: string;
}

/** 点得出名的毛病列着，多了只数个数。 */
export class Troubles {
  readonly listed: Problem[] = [];
  count = 0;

  add(row: number | null, text: () => string): void {
    this.count++;
    if (this.listed.length < mostListed) this.listed.push({ row, text: text() });
  }

  take(others: Troubles): void {
    this.count += others.count;
    this.listed.push(...others.listed);
  }

  /** 按行排好的前一批。 */
  sorted(): Problem[] {
    return this.listed.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, mostListed);
  }
}

export interface Swap {
  roles: Role[];
  text: string;
}

export interface VisitsReading {
  visits: Visit[];
  troubles: Troubles;
  notes: string[];
  /** 像是写反了的两列，对调它们的含义再读 */
  swap: Swap | null;
}

/** Excel 的日期序号换成分钟也到不了这么大；再大的就不是时间 */
const longest = 120_000_000;
/** 秒表的零头：早不到一秒当作同时 */
const slack = 1 / 60;

type Used = Exclude<Role, 'ignore'>;

export function readVisits({
  lines,
  columns,
  scales,
  progress,
}: {
  lines: readonly Line[];
  columns: readonly Column[];
  scales: Scales;
  progress?: ((share: number) => void) | undefined;
}): VisitsReading {
  const column = (role: Used) => columns.findIndex((one) => one.role === role);
  const at: Record<Used, number> = {
    arrival: column('arrival'),
    start: column('start'),
    end: column('end'),
    service: column('service'),
    wait: column('wait'),
  };
  const troubles = new Troubles();
  const notes: string[] = [];
  const knowsStart = at.start >= 0 || at.wait >= 0;
  const knowsEnd = at.end >= 0 || at.service >= 0;
  if (!knowsStart && knowsEnd)
    notes.push('没有“开始办理”或“等待时长”，分不出等和办，只用了到达；补上这一列就能和预测对照。');

  const visits: Visit[] = [];
  const reversed = { start: new Troubles(), end: new Troubles() };
  const incomplete = new Tally();
  const unsorted = new Tally();
  let tested = 0;
  let day = 0;
  let previous = Number.NEGATIVE_INFINITY;
  const later = (time: number | null | undefined, base: number) => {
    if (typeof time !== 'number' || !scales.wraps) return time;
    const shifted = time + day;
    return shifted < base - 720 ? shifted + 1440 : shifted;
  };
  for (const [i, line] of lines.entries()) {
    if (i % chunk === chunk - 1) progress?.(i / lines.length);
    const { row } = line;
    const value = (role: Used) => valueOf(line, at[role], columns, scales, troubles);

    let arrival = value('arrival');
    if (arrival === undefined)
      troubles.add(row, () => `第 ${row} 行没有到达时刻，这一行没有用。请补上。`);
    if (typeof arrival !== 'number') continue;
    if (scales.wraps) {
      // 没写日期的时刻，一下子倒退半天以上，就是过了零点
      if (arrival + day < previous - 720) day += 1440;
      arrival += day;
    }
    if (arrival < previous) unsorted.add(row);
    previous = Math.max(previous, arrival);

    const wait = value('wait');
    const started =
      later(value('start'), arrival) ?? (typeof wait === 'number' ? arrival + wait : null);
    const service = value('service');
    const ended =
      later(value('end'), started ?? arrival) ??
      (started !== null && typeof service === 'number' ? started + service : null);
    if (started !== null) tested++;
    if (started !== null && started < arrival - slack) {
      reversed.start.add(row, () => backwards(row, '开始办理早于到达'));
      continue;
    }
    if (started !== null && ended !== null && ended < started - slack) {
      reversed.end.add(row, () => backwards(row, '办完早于开始'));
      continue;
    }
    const start = started === null ? null : Math.max(started, arrival);
    if (knowsStart && (start === null || (ended === null && knowsEnd))) incomplete.add(row);
    visits.push({
      arrival,
      start,
      end: start === null || ended === null ? null : Math.max(ended, start),
    });
  }

  if (unsorted.count > 0)
    notes.push(
      `有 ${unsorted.count} 行比上面的行来得早（最早是第 ${unsorted.first} 行），已按到达先后重排。`,
    );
  if (incomplete.count > 0)
    notes.push(
      `有 ${incomplete.count} 行没有写全（最早是第 ${incomplete.first} 行），这些行只用了写了的部分。`,
    );
  const swap = swapOf({ at, columns, reversed, tested });
  for (const kind of ['start', 'end'] as const)
    if (swap?.kind !== kind) troubles.take(reversed[kind]);
  if (swap) troubles.add(swap.row, () => `${swap.text}对调这两列再读一遍，这些行就能用了。`);
  return { visits, troubles, notes, swap };
}

/** 有几行这样，最早是第几行。 */
class Tally {
  count = 0;
  first = 0;

  add(row: number): void {
    this.count++;
    this.first ||= row;
  }
}

const backwards = (row: number, what: string) =>
  `第 ${row} 行：${what}，这一行没有用。请看看是不是两格写反了，或者抄错了一位。`;

/** 一格换成分钟；空格、没有这一列给 undefined，读不懂给 null 并记下。 */
function valueOf(
  { row, cells, raw }: Line,
  index: number,
  columns: readonly Column[],
  scales: Scales,
  troubles: Troubles,
): number | null | undefined {
  if (index < 0) return undefined;
  const cell: Cell = cells[index] ?? { kind: 'empty' };
  if (cell.kind === 'empty') return undefined;
  const trouble = (what: (quoted: string) => string) => {
    troubles.add(
      row,
      () => `第 ${row} 行的“${columns[index]!.name}”${what((raw[index] ?? '').slice(0, 20))}`,
    );
    return null;
  };
  if (cell.kind === 'negative')
    return trouble(
      (quoted) => `是负的（${quoted}）。时间从 0 算起，请改成正数或 12:03 这样的时刻。`,
    );
  if (cell.kind === 'unreadable')
    return trouble(
      (quoted) => `写着“${quoted}”，没看懂。请写成 12:03:20 这样的时刻，或者只写数字。`,
    );
  const minutes = scales.toMinutes(index, cell);
  if (minutes === null)
    return trouble((quoted) =>
      cell.kind === 'clock'
        ? `写着“${quoted}”，这一列别的行是数字。请统一成一种写法。`
        : `写着“${quoted}”，这一列别的行是 12:03 这样的时刻。请统一成一种写法。`,
    );
  if (minutes > longest)
    return trouble((quoted) => `是 ${quoted}，大得不像时间。请看看是不是串了列，或者少了小数点。`);
  return minutes;
}

/** 一大半的行都反着，多半是两列写反了，不是一行一行抄错。 */
function swapOf({
  at,
  columns,
  reversed,
  tested,
}: {
  at: Record<Used, number>;
  columns: readonly Column[];
  reversed: Record<'start' | 'end', Troubles>;
  tested: number;
}): (Swap & { kind: 'start' | 'end'; row: number | null }) | null {
  for (const [kind, other, what] of [
    ['start', 'arrival', '开始办理早于到达'],
    ['end', 'start', '办完早于开始'],
  ] as const) {
    const { count, listed } = reversed[kind];
    if (at[kind] < 0 || at[other] < 0 || !half(count, tested)) continue;
    const row = listed[0]?.row ?? null;
    return {
      kind,
      row,
      roles: columns.map(({ role }, i) => (i === at[kind] ? other : i === at[other] ? kind : role)),
      text: `“${columns[at[other]]!.name}”和“${columns[at[kind]]!.name}”两列像是写反了：${tested} 行里有 ${count} 行${what}，最早是第 ${row} 行。`,
    };
  }
  return null;
}
