/** 把粘贴或选来的表读成一个列表参数的行：好的行留下，坏的行说出是第几行、哪一格、怎么改。 */
import { upTo } from '../lib/format.ts';
import { parseNumber } from '../lib/parse-number.ts';
import { splitTable } from '../lib/table-text.ts';
import { legalRow, type Field, type ListParam, type Row } from './model.ts';

export interface RowsReading {
  rows: Row[];
  /** 没采用的行，各一句 */
  problems: string[];
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
  if (field.kind === 'text') return { value: cell };
  const reading = parseNumber(cell, field.unit ? { [field.unit]: 1 } : {});
  if (!reading.ok) return { reason: `“${field.label}”${reading.reason}` };
  const { value } = reading;
  if (value < field.min || value > field.max)
    return {
      reason: `“${field.label}”是 ${upTo(value, 3)}，要在 ${upTo(field.min, 3)} 到 ${upTo(field.max, 3)} 之间。`,
    };
  return { value };
}

export async function readRows(input: string, param: ListParam): Promise<RowsReading> {
  const fields = Object.entries(param.fields);
  const text = input
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n');
  if (text.trim() === '') return { rows: [], problems: [], notes: [] };
  const { rows: lines } = await splitTable(text);
  const filled = lines
    .map((cells, i) => ({ number: i + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

  const notes: string[] = [];
  let order = fields.map((_, i) => i);
  const first = filled[0]?.cells ?? [];
  const columns = fields.map((field) => first.findIndex((cell) => heads(cell, field)));
  const isHeader =
    columns.some((column) => column >= 0) ||
    // 全是文字列的表，只有认得出列名才算有表头，否则第一行会被吞掉
    (fields.some(([, field]) => field.kind === 'number') &&
      fields.every(([, field], i) => field.kind === 'text' || !/\d/.test(first[i] ?? '')));
  if (isHeader) {
    filled.shift();
    if (columns.every((column) => column >= 0)) order = columns;
    else if (columns.some((column) => column >= 0)) {
      // 认得出的列照表头读，没认领的列依次补给找不到的
      const spare = first.map((_, j) => j).filter((j) => !columns.includes(j));
      const missing = fields.flatMap(([, { label }], i) => ((columns[i] ?? -1) < 0 ? [label] : []));
      order = columns.map((column) => (column >= 0 ? column : (spare.shift() ?? -1)));
      const taken = order.flatMap((column, i) =>
        (columns[i] ?? -1) < 0 && column >= 0 ? [`“${first[column]}”那一列`] : [],
      );
      notes.push(
        `表头里没找到${missing.map((label) => `“${label}”`).join('、')}${
          taken.length > 0 ? `，依次用了${taken.join('、')}` : ''
        }。`,
      );
    }
  }

  const rows: Row[] = [];
  const problems: string[] = [];
  let snapped = 0;
  for (const { number, cells } of filled) {
    const row: Record<string, number | string> = {};
    const reasons: string[] = [];
    fields.forEach(([name, field], i) => {
      const cell = cells[order[i] ?? i];
      if (field.kind === 'number' && (cell === undefined || cell === '')) {
        reasons.push(`缺“${field.label}”。`);
        return;
      }
      const read = readField(field, cell ?? '');
      if ('reason' in read) reasons.push(read.reason);
      else row[name] = read.value;
    });
    if (reasons.length > 0) {
      problems.push(`第 ${number} 行没有采用：${reasons.join('')}`);
      continue;
    }
    if (rows.length === param.atMost) {
      problems.push(`从第 ${number} 行起没有采用：最多 ${param.atMost} 行。`);
      break;
    }
    const legal = legalRow(param, row);
    if (fields.some(([name, { kind }]) => kind === 'number' && legal[name] !== row[name]))
      snapped++;
    rows.push(legal);
  }
  if (snapped > 0) notes.push(`${snapped} 行的数按步长取了最近的值。`);
  if (rows.length < param.atLeast)
    problems.push(`至少要 ${param.atLeast} 行，读得懂的只有 ${rows.length} 行。`);
  return { rows, problems, notes };
}
