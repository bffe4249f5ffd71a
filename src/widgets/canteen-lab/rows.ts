/** 表格文字 → 一行一行的格：认出表头，跳过空行和重复的表头，数清还有多少没有读。 */
import { mostRows } from '../../lib/import-limits.ts';
import { splitTable } from '../../lib/table-text.ts';
import { readCell, type Cell } from './cell.ts';
import { roleOf } from './roles.ts';

export interface Line {
  /** 文件里的第几行，从 1 数起 */
  row: number;
  cells: Cell[];
  raw: string[];
}

export type Sheet =
  | {
      lines: Line[];
      header: string[] | null;
      notes: string[];
      /** 超过上限、没有读的行 */
      unread: number;
    }
  | { refusal: string };

export const isTime = ({ kind }: Cell) => kind === 'clock' || kind === 'number' || kind === 'span';

/** 报一次进度的行数 */
export const chunk = 2000;

/** `text` 已经过 `plainText`，不是空的。 */
export function readLines(text: string, progress?: (share: number) => void): Sheet {
  const table = splitTable(text);
  if ('refusal' in table) return table;
  const { rows, brokenQuotes } = table;
  const notes = brokenQuotes ? ['有的引号不成对，已当作普通字符读。'] : [];
  const lines: Line[] = [];
  let blank = 0;
  let unread = 0;
  let header: string[] | null = null;
  for (const [i, row] of rows.entries()) {
    if (i % chunk === chunk - 1) progress?.(i / rows.length);
    const raw = row.map((cell) => cell.trim());
    if (raw.every((cell) => cell === '')) {
      if (i < rows.length - 1) blank++;
      continue;
    }
    if (lines.length === mostRows) {
      unread++;
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
  return { lines, header, notes, unread };
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
