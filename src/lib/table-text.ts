/** 表格文字拆成行与格：逗号、分号、制表符、顿号、空格隔开的都认。 */

/** 用哪个符号隔开：前几行里每行隔出的格数最一致、也最多的那个。 */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
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

/** 把一段表格文字拆成格；解析 CSV 的库在用到时才取。 */
export async function splitTable(
  text: string,
): Promise<{ rows: string[][]; brokenQuotes: boolean }> {
  const { default: Papa } = await import('papaparse');
  const delimiter = delimiterOf(text);
  if (delimiter === ' ')
    return {
      rows: text.split('\n').map((line) => line.trim().split(/[ \u3000]+/)),
      brokenQuotes: false,
    };
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false });
  const broken = parsed.errors.some(({ type }) => type === 'Quotes');
  // 少了半个引号会把后面的行全吞进一格：不认引号再读一遍，行就回来了
  const rows = broken
    ? Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar: '\0' }).data
    : parsed.data;
  return { rows, brokenQuotes: broken };
}
