/** 每一列怎么换成分钟：看整列的写法，不一格一格地猜。一格可读的也没有，就什么也不断言。 */
import type { Cell } from './cell.ts';
import { half } from './columns.ts';
import { unitOf, type Column } from './roles.ts';
import type { Line } from './rows.ts';

export interface Scales {
  /** 怎么换的，念回给人听 */
  notes: string[];
  /** 没写日期的几点几分：过了零点要往后加一天 */
  wraps: boolean;
  /** 换成分钟；写法和整列对不上的是 null */
  toMinutes: (column: number, cell: Cell) => number | null;
}

type Clocks = Extract<Cell, { kind: 'clock' }>[];
type Numbers = Extract<Cell, { kind: 'number' }>[];

export function scalesOf({
  lines,
  columns,
  header,
  unit,
}: {
  lines: readonly Line[];
  columns: readonly Column[];
  header: readonly string[] | null;
  unit: 'minute' | 'second';
}): Scales {
  const moments = columns.flatMap(({ role }, i) =>
    role === 'arrival' || role === 'start' || role === 'end' ? [i] : [],
  );
  const cells = cellsOf(lines, moments);
  const clocks: Clocks = cells.filter((cell) => cell.kind === 'clock');
  const numbers: Numbers = cells.filter((cell) => cell.kind === 'number');
  const byClock = clocks.length > numbers.length;
  const dated = clocks.some(({ day }) => day !== null);
  if (dated) spreadDays(lines, moments, clocks);

  const notes: string[] = [];
  // 掐表记下的 75:20 不会是几点几分：整张表按分:秒读
  const two = clocks.filter(({ parts, spoken }) => parts[2] === null && !spoken);
  const stopwatch = byClock && !dated && two.some(({ parts }) => parts[0] > 24);
  if (stopwatch) notes.push('时刻里有超过 24 的，按“分:秒”读。');
  else if (byClock && clocks.every(({ parts }) => parts[2] === null))
    notes.push(
      `时刻只记到分钟，间隔都挤在整数上，指数检验会偏严；下次记到秒更好。${
        two.length > 0 ? '若写的是“分:秒”，请改写成 0:03:20。' : ''
      }`,
    );

  const written = byClock ? null : numberScale(numbers);
  if (written) notes.push(written.note);
  const plainUnit = unit === 'second' ? 1 / 60 : 1;
  const titled = columns.map((_, i) => unitOf(header?.[i] ?? ''));
  if (!byClock && !written && numbers.length > 0 && moments.some((i) => titled[i] === null))
    notes.push(`没写单位的数按${unit === 'second' ? '秒' : '分钟'}读。`);

  const lengthScale = columns.map(({ role }, i) => {
    const isLength = role === 'service' || role === 'wait';
    if (titled[i] !== null) return titled[i] ?? plainUnit;
    return isLength && written?.excel && excelLengths(cellsOf(lines, [i])) ? 1440 : plainUnit;
  });
  const isMoment = columns.map((_, i) => moments.includes(i));
  const wraps = byClock && !dated && !stopwatch;
  return {
    notes,
    wraps,
    toMinutes(index, cell) {
      if (cell.kind === 'span') return cell.minutes;
      const moment = isMoment[index];
      if (cell.kind === 'clock') {
        if (moment && !byClock) return null;
        const [a, b, c] = cell.parts;
        // 时长写成两段，是分:秒；时刻写成两段，是时:分
        if (c === null && !cell.spoken && (stopwatch || !moment)) return a + b / 60;
        // “晚上 12 点”没写日期，就是零点；过了零点由读的人往后加一天
        const hours = wraps ? a % 24 : a;
        return (cell.day ?? 0) * 1440 + hours * 60 + b + (c ?? 0) / 60;
      }
      if (cell.kind !== 'number') return null;
      if (!moment) return cell.value * lengthScale[index]!;
      if (byClock) return null;
      return cell.value * (written?.minutes ?? titled[index] ?? plainUnit);
    },
  };
}

function cellsOf(lines: readonly Line[], columns: readonly number[]): Cell[] {
  const found: Cell[] = [];
  for (const { cells } of lines)
    for (const i of columns) {
      const cell = cells[i];
      if (cell) found.push(cell);
    }
  return found;
}

/** 日期只写在到达那一格，或只写在第一行：后面的跟着它。 */
function spreadDays(
  lines: readonly Line[],
  moments: readonly number[],
  clocks: Readonly<Clocks>,
): void {
  let day = clocks.find((cell) => cell.day !== null)?.day ?? 0;
  for (const { cells } of lines) {
    const row = moments.flatMap((i) => (cells[i]?.kind === 'clock' ? [cells[i]] : []));
    day = row.find((cell) => cell.day !== null)?.day ?? day;
    for (const cell of row) cell.day ??= day;
  }
}

/** 时刻写成光秃秃的数，又不像从 0 数起的分秒：Excel 的天数，或者电脑的时间戳。 */
function numberScale(
  numbers: Readonly<Numbers>,
): { minutes: number; note: string; excel: boolean } | null {
  if (numbers.length === 0) return null;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  let fine = 0;
  for (const { value, decimals } of numbers) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    if (decimals >= 4) fine++;
  }
  // Excel 把时刻存成天数：一天里的小数，或四万多的日期序号
  if (
    numbers.length >= 4 &&
    half(fine, numbers.length) &&
    ((lowest >= 20_000 && highest < 80_000 && highest - lowest < 3) || highest < 1)
  )
    return {
      minutes: 1440,
      note: '这些小数像 Excel 的日期序号，按一天 24 小时换算。',
      excel: true,
    };
  // 扫码机、问卷平台导出的常是从 1970 年数起的秒或毫秒
  const note = '这些大数像电脑的时间戳，已换算成分钟。';
  if (lowest >= 1e9 && highest < 1e10) return { minutes: 1 / 60, note, excel: false };
  return lowest >= 1e12 ? { minutes: 1 / 60_000, note, excel: false } : null;
}

/** 时长也是 Excel 存的天数：多半有四位以上的小数，都不到半天。 */
function excelLengths(cells: readonly Cell[]): boolean {
  const values = cells.filter((cell) => cell.kind === 'number');
  return (
    half(values.filter(({ decimals }) => decimals >= 4).length, values.length) &&
    values.every(({ value }) => value < 0.5)
  );
}
