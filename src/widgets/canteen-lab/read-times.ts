/**
 * 把真实队伍的记录读成一位一位的顾客。好的行留下，坏的行说出是第几行、哪里不对、怎么改。
 * 解析 CSV 的库在用到时才取。
 */
import { splitTable } from '../../lib/table-text.ts';
import { readCell, type Cell } from './cell.ts';
import type { Visit } from './observation.ts';

export const roles = ['arrival', 'start', 'end', 'service', 'wait', 'ignore'] as const;
export type Role = (typeof roles)[number];
export const roleName: Record<Role, string> = {
  arrival: '到达',
  start: '开始办理',
  end: '办完',
  service: '办理时长',
  wait: '等待时长',
  ignore: '不用',
};

export interface ReadOptions {
  /** 没写单位的数按什么读 */
  unit: 'minute' | 'second';
  /** 读者改过的各列含义 */
  roles?: readonly Role[] | undefined;
  /** 报告读到了几成 */
  progress?: (share: number) => void;
  /** 又来了新的内容，这一次不必读完 */
  cancelled?: () => boolean;
}

export interface Problem {
  /** 文件里的第几行，从 1 数起；说整列的话是 null */
  row: number | null;
  text: string;
}

export interface Column {
  name: string;
  role: Role;
}

export interface Reading {
  visits: Visit[];
  problems: Problem[];
  /** 怎么读的，念回给人听 */
  notes: string[];
  columns: Column[];
  /** 有字的数据行 */
  rows: number;
  /** 像是写反了的两列，对调它们的含义再读 */
  swap: { roles: Role[]; text: string } | null;
}

/** Excel 的日期序号换成分钟也到不了这么大；再大的就不是时间 */
const longest = 120_000_000;
const chunk = 2000;
const pause = () => new Promise<void>((done) => setTimeout(done, 0));

/** 表头里的词 → 含义；次序要紧：“开始排队”是到达，“服务开始”是开始。 */
const headings: [RegExp, Role][] = [
  [
    /开始排队|排队开始|到达|到店|到场|到来|来到|进门|进店|入队|取号|抵达|arriv|enter|join|checkin|check-in/i,
    'arrival',
  ],
  [/开始|起始|叫号|start|begin|called/i, 'start'],
  [/结束|完成|离开|离店|离去|办完|打完|终止|end|finish|complet|depart|leave|exit|done/i, 'end'],
  [/等待|等候|等位|排队时|wait|queue\s*time/i, 'wait'],
  [/窗口|柜台|服务台|window|server|counter|desk|备注|姓名|序号|编号|编码/i, 'ignore'],
  [/服务|办理|处理|打饭|打菜|时长|耗时|用时|service|duration|handl/i, 'service'],
];
const headingUnit =
  /[（([_\s](秒|s|secs?|seconds?|分|分钟|mins?|minutes?|小时|h|hours?)\s*[)）\]]?$/i;

function roleOf(name: string): Role | null {
  return headings.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
function unitOf(name: string): number | null {
  const unit = headingUnit.exec(name.trim())?.[1]?.toLowerCase();
  if (!unit) return null;
  if (/^(秒|s)/.test(unit)) return 1 / 60;
  return /^(小时|h)/.test(unit) ? 60 : 1;
}

interface Line {
  row: number;
  cells: Cell[];
  raw: string[];
}

const isTime = ({ kind }: Cell) => kind === 'clock' || kind === 'number' || kind === 'span';
const half = (count: number, of: number) => of > 0 && count * 2 > of;

export async function readTimes(input: string, options: ReadOptions): Promise<Reading> {
  const text = input
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n');
  const problems: Problem[] = [];
  const notes: string[] = [];
  const empty = (reason: string): Reading => ({
    visits: [],
    problems: [{ row: null, text: reason }],
    notes,
    columns: [],
    rows: 0,
    swap: null,
  });
  if (text.trim() === '') return empty('还没有内容。粘贴几列时间，或者选一个 CSV 文件。');

  const { rows, brokenQuotes } = await splitTable(text);
  if (brokenQuotes) notes.push('有的引号不成对，已当作普通字符读。');

  const lines: Line[] = [];
  let blank = 0;
  let header: string[] | null = null;
  for (let i = 0; i < rows.length; i++) {
    if (i % chunk === chunk - 1) {
      options.progress?.((i / rows.length) * 0.7);
      await pause();
      if (options.cancelled?.()) return empty('已改读新的内容。');
    }
    const raw = rows[i]!.map((cell) => cell.trim());
    if (raw.every((cell) => cell === '')) {
      if (i < rows.length - 1) blank++;
      continue;
    }
    const cells = raw.map(readCell);
    if (lines.length === 0 && header === null && isHeader(raw, cells)) {
      header = raw;
      continue;
    }
    if (header !== null && raw.join('\n') === header.join('\n')) continue;
    lines.push({ row: i + 1, cells, raw });
  }
  if (blank > 0) notes.push(`跳过 ${blank} 个空行。`);
  if (lines.length === 0)
    return empty('只有表头，没有数据行。每位顾客写一行：到达、开始、办完三个时刻。');

  const width = lines.reduce((most, { raw }) => Math.max(most, raw.length), 0);
  const guessed = guessRoles(lines, header, width);
  const chosen = options.roles?.length === width ? [...options.roles] : guessed.roles;
  const columns = chosen.map((role, i) => ({
    name: header?.[i] || `第 ${i + 1} 列`,
    role,
  }));
  if (options.roles === undefined) notes.push(...guessed.notes);
  const finish = (visits: Visit[], swap: Reading['swap'] = null): Reading => ({
    visits,
    problems,
    notes,
    columns,
    rows: lines.length,
    swap,
  });
  if (!chosen.includes('arrival')) {
    problems.push({
      row: null,
      text: '找不到“到达”这一列。请在下面指明哪一列是到达时刻；没有到达，就算不出到达率。',
    });
    return finish([]);
  }

  const scale = scales({ lines, columns, header, unit: options.unit });
  notes.push(...scale.notes);
  const column = (role: Role) => chosen.indexOf(role);
  const at: Record<Exclude<Role, 'ignore'>, number> = {
    arrival: column('arrival'),
    start: column('start'),
    end: column('end'),
    service: column('service'),
    wait: column('wait'),
  };
  if (at.start < 0 && at.wait < 0 && (at.end >= 0 || at.service >= 0))
    notes.push('没有“开始办理”或“等待时长”，分不出等和办，只用了到达；补上这一列就能和预测对照。');

  const visits: Visit[] = [];
  let incomplete = 0;
  let firstIncomplete = 0;
  let tested = 0;
  const early = { start: { count: 0, row: 0 }, end: { count: 0, row: 0 } };
  const backwards: { problem: Problem; kind: 'start' | 'end' }[] = [];
  let day = 0;
  let previous = Number.NEGATIVE_INFINITY;
  let unsorted = 0;
  let firstUnsorted = 0;
  for (let i = 0; i < lines.length; i++) {
    if (i % chunk === chunk - 1) {
      options.progress?.(0.7 + (i / lines.length) * 0.3);
      await pause();
      if (options.cancelled?.()) return empty('已改读新的内容。');
    }
    const { row, cells, raw } = lines[i]!;
    const trouble = (index: number, what: string) => {
      problems.push({ row, text: `第 ${row} 行的“${columns[index]!.name}”${what}` });
      return null;
    };
    /** 数值；空格给 undefined，读不懂给 null 并记下。 */
    const value = (index: number): number | null | undefined => {
      if (index < 0) return undefined;
      const cell = cells[index] ?? { kind: 'empty' };
      if (cell.kind === 'empty') return undefined;
      const quoted = (raw[index] ?? '').slice(0, 20);
      if (cell.kind === 'negative')
        return trouble(
          index,
          `是负的（${quoted}）。时间从 0 算起，请改成正数或 12:03 这样的时刻。`,
        );
      if (cell.kind === 'unreadable')
        return trouble(
          index,
          `写着“${quoted}”，没看懂。请写成 12:03:20 这样的时刻，或者只写数字。`,
        );
      const minutes = scale.toMinutes(index, cell);
      if (minutes !== null && minutes > longest)
        return trouble(index, `是 ${quoted}，大得不像时间。请看看是不是串了列，或者少了小数点。`);
      if (minutes === null)
        return trouble(
          index,
          cell.kind === 'clock'
            ? `写着“${quoted}”，这一列别的行是数字。请统一成一种写法。`
            : `写着“${quoted}”，这一列别的行是 12:03 这样的时刻。请统一成一种写法。`,
        );
      return minutes;
    };

    let arrival = value(at.arrival);
    if (arrival === undefined) {
      problems.push({ row, text: `第 ${row} 行没有到达时刻，这一行没有用。请补上。` });
      continue;
    }
    if (arrival === null) continue;
    const wraps = scale.wraps;
    if (wraps) {
      // 没写日期的时刻，一下子倒退半天以上，就是过了零点
      if (arrival + day < previous - 720) day += 1440;
      arrival += day;
    }
    if (arrival < previous) {
      unsorted++;
      firstUnsorted ||= row;
    }
    previous = Math.max(previous, arrival);
    const later = (time: number | null | undefined, base: number) => {
      if (typeof time !== 'number' || !wraps) return time;
      const shifted = time + day;
      return shifted < base - 720 ? shifted + 1440 : shifted;
    };

    const wait = value(at.wait);
    const started =
      later(value(at.start), arrival) ?? (typeof wait === 'number' ? arrival + wait : null);
    const service = value(at.service);
    const ended =
      later(value(at.end), started ?? arrival) ??
      (started !== null && typeof service === 'number' ? started + service : null);
    if (started !== null) tested++;
    // 秒表的零头：早不到一秒当作同时
    const slack = 1 / 60;
    if (started !== null && started < arrival - slack) {
      early.start.count++;
      early.start.row ||= row;
      backwards.push({
        kind: 'start',
        problem: {
          row,
          text: `第 ${row} 行：开始办理早于到达，这一行没有用。请看看是不是两格写反了，或者抄错了一位。`,
        },
      });
      continue;
    }
    if (started !== null && ended !== null && ended < started - slack) {
      early.end.count++;
      early.end.row ||= row;
      backwards.push({
        kind: 'end',
        problem: {
          row,
          text: `第 ${row} 行：办完早于开始，这一行没有用。请看看是不是两格写反了，或者抄错了一位。`,
        },
      });
      continue;
    }
    const start = started === null ? null : Math.max(started, arrival);
    const wanted = at.start >= 0 || at.wait >= 0;
    if (wanted && (start === null || (ended === null && (at.end >= 0 || at.service >= 0)))) {
      incomplete++;
      firstIncomplete ||= row;
    }
    visits.push({
      arrival,
      start,
      end: start === null || ended === null ? null : Math.max(ended, start),
    });
  }

  let swap: Reading['swap'] = null;
  for (const [kind, other] of [
    ['start', 'arrival'],
    ['end', 'start'],
  ] as const) {
    const { count, row } = early[kind];
    const reverse = kind === 'start' ? '开始办理早于到达' : '办完早于开始';
    if (swap === null && at[kind] >= 0 && at[other] >= 0 && half(count, tested)) {
      const exchanged = chosen.map((role, i) =>
        i === at[kind] ? other : i === at[other] ? kind : role,
      );
      swap = {
        roles: exchanged,
        text: `“${columns[at[other]]!.name}”和“${columns[at[kind]]!.name}”两列像是写反了：${tested} 行里有 ${count} 行${reverse}，最早是第 ${row} 行。`,
      };
      problems.push({ row, text: `${swap.text}对调这两列再读一遍，这些行就能用了。` });
    } else problems.push(...backwards.filter((one) => one.kind === kind).map((one) => one.problem));
  }
  if (unsorted > 0)
    notes.push(
      `有 ${unsorted} 行比上面的行来得早（最早是第 ${firstUnsorted} 行），已按到达先后重排。`,
    );
  if (incomplete > 0)
    notes.push(
      `有 ${incomplete} 行没有写全（最早是第 ${firstIncomplete} 行），这些行只用了写了的部分。`,
    );
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  options.progress?.(1);
  return finish(visits, swap);
}

/** 表头：没有一格是时间，至少有一格是字。 */
function isHeader(raw: readonly string[], cells: readonly Cell[]): boolean {
  return (
    !cells.some(isTime) &&
    !cells.some(({ kind }) => kind === 'negative') &&
    raw.some((cell) => /[\p{L}]/u.test(cell)) &&
    (raw.some((cell) => roleOf(cell) !== null) || raw.filter((cell) => cell !== '').length > 1)
  );
}

/** 各列的代表：前二百行里读得懂的格。 */
function guessRoles(
  lines: readonly Line[],
  header: readonly string[] | null,
  width: number,
): { roles: Role[]; notes: string[] } {
  if (header) {
    const named = Array.from({ length: width }, (_, i) => roleOf(header[i] ?? '') ?? 'ignore');
    // 同一个含义只认最左的一列
    const once = named.map((role, i) => (named.indexOf(role) === i ? role : 'ignore'));
    if (once.includes('arrival'))
      return { roles: once, notes: [`按表头读：${spell(once, header)}。`] };
  }
  const sample = lines.slice(0, 200);
  const column = (i: number) => sample.map(({ cells }): Cell => cells[i] ?? { kind: 'empty' });
  const rough = (cell: Cell | undefined): number | null => {
    if (cell?.kind === 'number') return cell.value;
    if (cell?.kind === 'span') return cell.minutes;
    if (cell?.kind !== 'clock') return null;
    return (cell.day ?? 0) * 1440 + cell.parts[0] * 60 + cell.parts[1] + (cell.parts[2] ?? 0) / 60;
  };
  let timed = Array.from({ length: width }, (_, i) => i).filter((i) => {
    const cells = column(i).filter(({ kind }) => kind !== 'empty');
    return half(
      cells.filter((cell) => isTime(cell) || cell.kind === 'negative').length,
      cells.length,
    );
  });
  const serial = (i: number) => {
    const values = column(i).map(rough);
    return (
      values.length >= 2 && values.every((value, k) => k === 0 || value === values[k - 1]! + 1)
    );
  };
  const numbered = timed.length >= 2 && serial(timed[0]!);
  if (numbered) timed = timed.slice(1);
  const result: Role[] = Array.from({ length: width }, () => 'ignore');
  const [first, second, third] = timed;
  if (first === undefined) return { roles: result, notes: [] };
  result[first] = 'arrival';
  /** 有一边没写日期，就只比几点几分。 */
  const dayless = (cell: Cell | undefined) => cell?.kind === 'clock' && cell.day === null;
  const timeOfDay = (cell: Cell | undefined) =>
    rough(cell?.kind === 'clock' ? { ...cell, day: null } : cell);
  const mostlySmaller = (a: number, b: number) => {
    const pairs = sample
      .map(({ cells }) => {
        const read = dayless(cells[a]) || dayless(cells[b]) ? timeOfDay : rough;
        return [read(cells[a]), read(cells[b])] as const;
      })
      .filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null);
    return half(pairs.filter(([x, y]) => x < y).length, pairs.length);
  };
  const clocks = (i: number) =>
    column(i).filter(({ kind }) => kind === 'clock').length * 2 > sample.length;
  const isLength = (i: number) => mostlySmaller(i, first) && clocks(i) <= clocks(first);
  if (second !== undefined && third !== undefined) {
    const lengths = isLength(second) && isLength(third);
    result[second] = lengths ? 'wait' : 'start';
    result[third] = isLength(third) ? 'service' : 'end';
  } else if (second !== undefined) result[second] = isLength(second) ? 'service' : 'start';
  return {
    roles: result,
    notes: [
      `${header ? '表头没看懂' : '没有表头'}，按次序读：${spell(result, null)}。不对就在下面改。`,
    ],
  };
}

function spell(list: readonly Role[], header: readonly string[] | null): string {
  return list
    .map((role, i) => [role, header?.[i] || `第 ${i + 1} 列`] as const)
    .filter(([role]) => role !== 'ignore')
    .map(([role, name]) => (name === roleName[role] ? name : `“${name}”当作${roleName[role]}`))
    .join('，');
}

/** 每一列怎么换成分钟：看整列的写法，不一格一格地猜。 */
function scales({
  lines,
  columns,
  header,
  unit,
}: {
  lines: readonly Line[];
  columns: readonly Column[];
  header: readonly string[] | null;
  unit: 'minute' | 'second';
}): {
  notes: string[];
  wraps: boolean;
  toMinutes: (column: number, cell: Cell) => number | null;
} {
  const notes: string[] = [];
  const moments = columns.flatMap(({ role }, i) =>
    role === 'arrival' || role === 'start' || role === 'end' ? [i] : [],
  );
  const cellsOf = (indices: readonly number[]) =>
    lines.flatMap(({ cells }) => indices.flatMap((i) => (cells[i] ? [cells[i]] : [])));
  const clocks = cellsOf(moments).filter((cell) => cell.kind === 'clock');
  const numbers = cellsOf(moments).filter((cell) => cell.kind === 'number');
  const byClock = clocks.length > numbers.length;
  const dated = clocks.filter(({ day }) => day !== null).length;

  // 日期只写在到达那一格，或只写在第一行：后面的跟着它
  if (dated > 0) {
    let day = clocks.find((cell) => cell.day !== null)?.day ?? 0;
    for (const { cells } of lines) {
      const row = moments.flatMap((i) => (cells[i]?.kind === 'clock' ? [cells[i]] : []));
      day = row.find((cell) => cell.day !== null)?.day ?? day;
      for (const cell of row) cell.day ??= day;
    }
  }

  // 掐表记下的 75:20 不会是几点几分：整张表按分:秒读
  const two = clocks.filter(({ parts }) => parts[2] === null);
  const stopwatch = byClock && dated === 0 && two.some(({ parts }) => parts[0] > 24);
  if (stopwatch) notes.push('时刻里有超过 24 的，按“分:秒”读。');
  else if (byClock && two.length > 0 && two.length === clocks.length) {
    notes.push(
      '时刻只记到分钟，间隔都挤在整数上，指数检验会偏严；下次记到秒更好。若写的是“分:秒”，请改写成 0:03:20。',
    );
  }

  // Excel 把时刻存成天数：一天里的小数，或四万多的日期序号
  const lowest = numbers.reduce((low, { value }) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const highest = numbers.reduce((high, { value }) => Math.max(high, value), 0);
  const fine = numbers.filter(({ decimals }) => decimals >= 4).length;
  const excel =
    !byClock &&
    numbers.length >= 4 &&
    half(fine, numbers.length) &&
    ((lowest >= 20_000 && highest < 80_000 && highest - lowest < 3) || highest < 1);
  if (excel) notes.push('这些小数像 Excel 的日期序号，按一天 24 小时换算。');
  // 扫码机、问卷平台导出的常是从 1970 年数起的秒或毫秒
  const epoch =
    byClock || lowest < 1e9 ? null : highest < 1e10 ? 1 / 60 : lowest >= 1e12 ? 1 / 60_000 : null;
  if (epoch !== null) notes.push('这些大数像电脑的时间戳，已换算成分钟。');
  const plainUnit = unit === 'second' ? 1 / 60 : 1;
  const titled = columns.map((_, i) => unitOf(header?.[i] ?? ''));
  if (
    !byClock &&
    !excel &&
    epoch === null &&
    numbers.length > 0 &&
    moments.some((i) => titled[i] === null)
  )
    notes.push(`没写单位的数按${unit === 'second' ? '秒' : '分钟'}读。`);

  const lengthsExcel = (i: number) => {
    const values = cellsOf([i]).filter((cell) => cell.kind === 'number');
    return (
      half(values.filter(({ decimals }) => decimals >= 4).length, values.length) &&
      values.every(({ value }) => value < 0.5)
    );
  };
  const lengthScale = columns.map(
    ({ role }, i) =>
      titled[i] ??
      ((role === 'service' || role === 'wait') && excel && lengthsExcel(i) ? 1440 : plainUnit),
  );
  return {
    notes,
    wraps: byClock && dated === 0 && !stopwatch,
    toMinutes(index, cell) {
      const moment = moments.includes(index);
      if (cell.kind === 'span') return cell.minutes;
      if (cell.kind === 'clock') {
        if (moment && !byClock) return null;
        const [a, b, c] = cell.parts;
        // 时长写成两段，是分:秒；时刻写成两段，是时:分
        if (c === null && (stopwatch || !moment)) return a + b / 60;
        const hours = cell.half === 0 ? a : (a % 12) + (cell.half > 0 ? 12 : 0);
        return (cell.day ?? 0) * 1440 + hours * 60 + b + (c ?? 0) / 60;
      }
      if (cell.kind !== 'number') return null;
      if (!moment) return cell.value * lengthScale[index]!;
      if (byClock) return null;
      return cell.value * (excel ? 1440 : (epoch ?? titled[index] ?? plainUnit));
    },
  };
}
