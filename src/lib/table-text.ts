/** 表格文字拆成行与格：逗号、分号、制表符、顿号、空格隔开的都认。要拆一会儿，放在另一条线程上做。 */
import Papa from 'papaparse';
import { mostColumns } from './import-limits.ts';

/** 用哪个符号隔开：前几行里每行隔出的格数最一致、也最多的那个。 */
export function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000);
  // 引号里的符号和换行不算；引号不成对时只在一行里配，免得把后面的行都当成引号里的
  const paired = (head.match(/"/g)?.length ?? 0) % 2 === 0;
  const lines = (paired ? head.replace(/"[^"]*"/g, '_') : head)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of ['\t', ',', ';', '；', '|', '，', '、']) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
    const used = counts.filter((count) => count > 0);
    if (used.length === 0) continue;
    const usual = used.toSorted((a, b) => a - b)[Math.floor(used.length / 2)]!;
    const score = counts.filter((count) => count === usual).length + usual / 100;
    if (used.length * 2 > lines.length && score > best.score) best = { delimiter, score };
  }
  if (best.score > 0) return best.delimiter;
  // 一行里只有空格隔开的几格，又不是“日期 时刻”
  const spaced = lines.filter(
    (line) => /\S[ \u3000]+\S/.test(line.trim()) && !/\d[-/年月.]\d+日?[ ]/.test(line),
  );
  return spaced.length * 2 > lines.length ? ' ' : ',';
}

/** 换行统一，开头的记号和混进来的零字节去掉：怎么存的都不碍事。 */
export const plainText = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n');

/** 导出时怕被当成公式执行而垫的单引号，读回来去掉。 */
export const unguarded = (cell: string) => cell.replace(/^'(?='*\s*[=+\-@＝＋－＠])/, '');

export type Table =
  | { rows: string[][]; brokenQuotes: boolean }
  /** 拆出来也没法用：一句话说清为什么、怎么办 */
  | { refusal: string };

/** 把一段表格文字拆成格；`text` 已经过 `plainText`。 */
export function splitTable(text: string): Table {
  const delimiter = delimiterOf(text);
  if (delimiter === ' ')
    return checked(
      text.split('\n').map((line) => line.trim().split(/[ \u3000]+/)),
      false,
    );
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false });
  const broken = parsed.errors.some(({ type }) => type === 'Quotes');
  // 少了半个引号会把后面的行全吞进一格：不认引号再读一遍，行就回来了
  return checked(
    broken
      ? Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar: '\0' }).data
      : parsed.data,
    broken,
  );
}

function checked(rows: string[][], brokenQuotes: boolean): Table {
  const wide = rows.findIndex((row) => row.length > mostColumns);
  if (wide < 0) return { rows, brokenQuotes };
  return {
    refusal: `第 ${wide + 1} 行有 ${rows[wide]?.length} 列，最多 ${mostColumns} 列，没有读。多半是换行丢了，整张表挤成了一行；或者只复制要用的那几列。`,
  };
}
