/** 把粘贴或选来的表读成一个列表参数的行：好的行留下，坏的行说出是第几行、哪一格、怎么改。 */
import { upTo } from '../lib/format.ts';
import { mostListed } from '../lib/import-limits.ts';
import { parseNumber } from '../lib/parse-number.ts';
import { plainText, splitTable, unguarded } from '../lib/table-text.ts';
import { type Field, type ListParam, type Row } from './model.ts';
import { legalRow } from './rows.ts';

export interface RowsReading {
  rows: Row[];
  /** 没采用的行，各一句；太多时只有前面的 */
  problems: string[];
  /** 没有列出来的还有几处 */
  unlisted: number;
  /** 采用了、但动过的地方 */
  notes: string[];
}

const bare = (text: string) =>
  text
    .replace(/[（([].*$/, '')
    .replace(/\s+/g, '')
    .toLowerCase();

/** 表头里的这一格说的是这一列：写列名或英文名都认。 */
const heads = (heading: string, [name, { label }]: [string, Field]) =>
  bare(heading) === bare(label) || bare(heading) === name.toLowerCase();

function readField(field: Field, cell: string): { value: number | string } | { reason: string } {
  if (field.kind === 'text') return { value: unguarded(cell) };
  const reading = parseNumber(cell, field);
  if (reading.kind === 'out-of-range')
    return {
      reason: `“${field.label}”是 ${upTo(reading.value, 3)}，要在 ${upTo(field.min, 3)} 到 ${upTo(field.max, 3)} 之间。`,
    };
  return reading.ok ? { value: reading.value } : { reason: `“${field.label}”${reading.reason}` };
}

interface Line {
  /** 表里的第几行，从 1 数起 */
  number: number;
  cells: string[];
}

/** 各字段在第几列；`header` 是第一行就是表头。 */
function columnsOf(
  first: readonly string[],
  fields: readonly [string, Field][],
): { header: boolean; order: number[]; notes: string[] } {
  const order = fields.map((_, i) => i);
  const columns = fields.map((field) => first.findIndex((cell) => heads(cell, field)));
  const header =
    columns.some((column) => column >= 0) ||
    // 全是文字列的表，只有认得出列名才算有表头，否则第一行会被吞掉
    (fields.some(([, field]) => field.kind === 'number') &&
      fields.every(([, field], i) => field.kind === 'text' || !/\d/.test(first[i] ?? '')));
  if (!header || columns.every((column) => column < 0)) return { header, order, notes: [] };
  if (columns.every((column) => column >= 0)) return { header, order: columns, notes: [] };
  // 认得出的列照表头读，没认领的列依次补给找不到的
  const spare = first.map((_, j) => j).filter((j) => !columns.includes(j));
  const missing = fields.flatMap(([, { label }], i) => ((columns[i] ?? -1) < 0 ? [label] : []));
  const filled = columns.map((column) => (column >= 0 ? column : (spare.shift() ?? -1)));
  const taken = filled.flatMap((column, i) =>
    (columns[i] ?? -1) < 0 && column >= 0 ? [`“${first[column]}”那一列`] : [],
  );
  const note = `表头里没找到${missing.map((label) => `“${label}”`).join('、')}${
    taken.length > 0 ? `，依次用了${taken.join('、')}` : ''
  }。`;
  return { header, order: filled, notes: [note] };
}

export function readRows(
  input: string,
  param: ListParam,
  progress?: (share: number) => void,
): RowsReading {
  const fields = Object.entries(param.fields);
  const nothing = (...problems: string[]) => ({ rows: [], problems, unlisted: 0, notes: [] });
  const text = plainText(input);
  if (text.trim() === '') return nothing();
  progress?.(0.02);
  const table = splitTable(text);
  if ('refusal' in table) return nothing(table.refusal);
  progress?.(0.5);
  const lines: Line[] = table.rows
    .map((cells, i) => ({ number: i + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const { header, order, notes } = columnsOf(lines[0]?.cells ?? [], fields);
  if (header) lines.shift();

  const rows: Row[] = [];
  const problems: string[] = [];
  let bad = 0;
  let snapped = 0;
  let shortened = 0;
  for (const [i, { number, cells }] of lines.entries()) {
    if (i % 1000 === 999) progress?.(0.5 + (i / lines.length) * 0.5);
    if (rows.length === param.atMost) {
      bad++;
      problems.push(
        `从第 ${number} 行起的 ${lines.length - i} 行没有采用：最多 ${param.atMost} 行。`,
      );
      break;
    }
    const row: Record<string, number | string> = {};
    const reasons: string[] = [];
    fields.forEach(([name, field], j) => {
      const cell = cells[order[j] ?? j];
      if (field.kind === 'number' && (cell === undefined || cell === '')) {
        reasons.push(`缺“${field.label}”。`);
        return;
      }
      const read = readField(field, cell ?? '');
      if ('reason' in read) reasons.push(read.reason);
      else row[name] = read.value;
    });
    if (reasons.length > 0) {
      bad++;
      if (bad <= mostListed) problems.push(`第 ${number} 行没有采用：${reasons.join('')}`);
      continue;
    }
    const legal = legalRow(param, row);
    if (fields.some(([name, { kind }]) => kind === 'number' && legal[name] !== row[name]))
      snapped++;
    if (fields.some(([name, field]) => field.kind === 'text' && tooLong(row[name], field.longest)))
      shortened++;
    rows.push(legal);
  }
  if (snapped > 0) notes.push(`${snapped} 行的数按步长取了最近的值。`);
  if (shortened > 0) notes.push(`${shortened} 行的文字太长，只留了开头的。`);
  const unlisted = bad - problems.length;
  if (rows.length < param.atLeast)
    problems.push(`至少要 ${param.atLeast} 行，读得懂的只有 ${rows.length} 行。`);
  return { rows, problems, unlisted, notes };
}

const tooLong = (text: unknown, longest: number) =>
  typeof text === 'string' && [...text].length > longest;
