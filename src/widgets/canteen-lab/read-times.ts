/** 把真实队伍的记录读成一位一位的顾客：拆行、认列、定单位、逐行读。要算一会儿，放在另一条线程上做。 */
import { mostRows } from '../../lib/import-limits.ts';
import { plainText } from '../../lib/table-text.ts';
import { guessRoles } from './columns.ts';
import type { Visit } from './observation.ts';
import type { Column, Role } from './roles.ts';
import { readLines } from './rows.ts';
import { scalesOf } from './scales.ts';
import { readVisits, type Problem, type Swap } from './visits.ts';

export interface ReadOptions {
  /** 没写单位的数按什么读 */
  unit: 'minute' | 'second';
  /** 读者改过的各列含义 */
  roles?: readonly Role[] | undefined;
  /** 报告读到了几成 */
  progress?: ((share: number) => void) | undefined;
}

export interface Reading {
  visits: Visit[];
  /** 要看一看的地方；太多时只有前面的，共有 `troubles` 处 */
  problems: Problem[];
  troubles: number;
  /** 怎么读的，念回给人听 */
  notes: string[];
  columns: Column[];
  /** 有字的数据行 */
  rows: number;
  /** 像是写反了的两列，对调它们的含义再读 */
  swap: Swap | null;
}

export function readTimes(input: string, { unit, roles, progress }: ReadOptions): Reading {
  const nothing = (reason: string): Reading => ({
    visits: [],
    problems: [{ row: null, text: reason }],
    troubles: 1,
    notes: [],
    columns: [],
    rows: 0,
    swap: null,
  });
  const text = plainText(input);
  if (text.trim() === '') return nothing('还没有内容。粘贴几列时间，或者选一个 CSV 文件。');
  // 拆格最费时，认格次之
  progress?.(0.02);
  const sheet = readLines(text, (share) => progress?.(0.3 + share * 0.4));
  if ('refusal' in sheet) return nothing(sheet.refusal);
  const { lines, header, unread } = sheet;
  if (lines.length === 0)
    return nothing('只有表头，没有数据行。每位顾客写一行：到达、开始、办完三个时刻。');

  const width = lines.reduce((most, { raw }) => Math.max(most, raw.length), 0);
  const guess = guessRoles(lines, header, width);
  const chosen = roles?.length === width ? roles : guess.roles;
  const columns = chosen.map((role, i) => ({ name: header?.[i] || `第 ${i + 1} 列`, role }));
  const notes = [...sheet.notes, ...(roles === undefined ? guess.notes : [])];
  if (unread > 0)
    notes.push(
      `表里一共 ${lines.length + unread} 行，最多读 ${mostRows} 行，后面的 ${unread} 行没有读；请拆成几份，一份一份地看。`,
    );
  if (!chosen.includes('arrival')) {
    const reason = '找不到“到达”这一列。请在下面指明哪一列是到达时刻；没有到达，就算不出到达率。';
    return { ...nothing(reason), notes, columns, rows: lines.length };
  }

  const scales = scalesOf({ lines, columns, header, unit });
  const { visits, troubles, swap, ...more } = readVisits({
    lines,
    columns,
    scales,
    progress: (share) => progress?.(0.7 + share * 0.3),
  });
  return {
    visits,
    problems: troubles.sorted(),
    troubles: troubles.count,
    notes: [...notes, ...scales.notes, ...more.notes],
    columns,
    rows: lines.length,
    swap: swap && { roles: swap.roles, text: swap.text },
  };
}
