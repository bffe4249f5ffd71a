/** 读同学的归类：表格或 JSON，一行一人；好的收下，坏的说出是谁、哪里不对。 */
import { mostListed } from '../../lib/import-limits.ts';
import { plainText, splitTable, unguarded } from '../../lib/table-text.ts';
import { longestName, readString, storyCount, writeString, type Coder } from './coding.ts';
import { industries, industryName, type Industry } from './stories.ts';

export interface CodesReading {
  coders: Coder[];
  /** 没有采用的，各一句；太多时只有前面的 */
  problems: string[];
  /** 没有列出来的还有几处 */
  unlisted: number;
  /** 采用了、但动过的地方 */
  notes: string[];
}

const clean = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

function industryOf(cell: string): Industry | undefined {
  const word = clean(cell).toLowerCase();
  return industries.find((id) => id === word || industryName[id] === word);
}

interface Line {
  where: string;
  name: string;
  industry: string;
  letters: string;
}

function judge(
  line: Line,
  industry: Industry,
  fallback: string,
): { coder: Coder } | { problem: string } {
  const given = unguarded(line.name.trim());
  const name = given === '' || given === '我' ? fallback : given;
  const who = `${line.where}“${name.slice(0, 10)}”`;
  const theirs = line.industry === '' ? industry : industryOf(line.industry);
  if (theirs !== industry)
    return {
      problem: `${who}没有采用：归的是${theirs ? industryName[theirs] : `“${line.industry.slice(0, 8)}”`}，现在看的是${industryName[industry]}。`,
    };
  const letters = clean(line.letters);
  const count = [...letters].length;
  if (count !== storyCount)
    return { problem: `${who}没有采用：要 ${storyCount} 个字母，只读到 ${count} 个。` };
  const { marks, odd } = readString(letters);
  if (odd.length > 0)
    return {
      problem: `${who}没有采用：第 ${odd[0]} 个是“${[...letters][(odd[0] ?? 1) - 1]}”，只认 A、B、C、D，没分的写 x。`,
    };
  if (marks.every((mark) => mark === null)) return { problem: `${who}没有采用：一个也没有分。` };
  return { coder: { name, codes: writeString(marks) } };
}

function fromJson(text: string): Line[] | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const record = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const list = Array.isArray(data)
    ? data
    : Array.isArray(record['coders'])
      ? record['coders']
      : [data];
  const word = (value: unknown) => (typeof value === 'string' ? value : '');
  return list.map((one: unknown, i) => {
    const row = typeof one === 'object' && one !== null ? (one as Record<string, unknown>) : {};
    return {
      where: `第 ${i + 1} 份`,
      name: word(row['name']),
      industry: word(row['industry']) || word(record['industry']),
      letters: word(row['codes']),
    };
  });
}

/** 姓名一格；行业一格，可以没有；归类一格写满二十个，或者二十格各写一个。 */
function fromTable(text: string): Line[] | { refusal: string } {
  const table = splitTable(text);
  if ('refusal' in table) return table;
  const lines: Line[] = [];
  table.rows.forEach((row, i) => {
    const cells = row.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) return;
    if (i === 0 && cells.some((cell) => /^(姓名|归类|name|codes)/i.test(cell))) return;
    const isCode = (cell: string | undefined) =>
      cell !== undefined &&
      [...clean(cell)].length === storyCount &&
      readString(clean(cell)).odd.length === 0;
    const rest = isCode(cells[0]) ? cells : cells.slice(1);
    const hasIndustry = rest[0] !== undefined && industryOf(rest[0]) !== undefined;
    const industry = hasIndustry || (rest.length === 2 && isCode(rest[1])) ? (rest[0] ?? '') : '';
    const marks = industry === '' ? rest : rest.slice(1);
    lines.push({
      where: `第 ${i + 1} 行`,
      name: isCode(cells[0]) ? '' : (cells[0] ?? ''),
      industry,
      letters: marks
        .slice(0, marks.length >= storyCount ? storyCount : undefined)
        .map((cell) => (cell === '' && marks.length >= storyCount ? 'x' : cell))
        .join(''),
    });
  });
  return lines;
}

export function readCodes(
  input: string,
  { industry, file }: { industry: Industry; file: string },
): CodesReading {
  const nothing = (problem: string) => ({
    coders: [],
    problems: [`“${file}”${problem}`],
    unlisted: 0,
    notes: [],
  });
  const text = plainText(input);
  const fallback = file.replace(/\.[^.]*$/, '').trim() || '没写名字';
  if (text.trim() === '') return nothing('是空的。');
  const json = /^\s*[[{]/.test(text) ? fromJson(text) : null;
  if (json === null && /^\s*[[{]\s*["{[\]}]/.test(text))
    return nothing('写到一半断了，或者改坏了，没有采用；请对方重新存一份。');
  const lines = json ?? fromTable(text);
  if ('refusal' in lines) return nothing(`没有采用：${lines.refusal}`);
  if (lines.length === 0) return nothing('里没有读到一行归类。');
  const coders: Coder[] = [];
  const problems: string[] = [];
  let bad = 0;
  let shortened = 0;
  for (const line of lines) {
    const verdict = judge(line, industry, fallback);
    if ('coder' in verdict) {
      const { name, codes } = verdict.coder;
      const letters = [...name];
      if (letters.length > longestName) shortened++;
      coders.push({ name: letters.slice(0, longestName).join(''), codes });
    } else if (++bad <= mostListed) problems.push(`“${file}”${verdict.problem}`);
  }
  return {
    coders,
    problems,
    unlisted: bad - problems.length,
    notes:
      shortened > 0
        ? [`“${file}”里 ${shortened} 人的名字太长，只留了前 ${longestName} 个字。`]
        : [],
  };
}
