/** 读同学的归类：表格或 JSON，一行一人；好的收下，坏的说出是谁、哪里不对。 */
import { splitTable } from '../../lib/table-text.ts';
import { readString, storyCount, unsorted, writeString, type Coder } from './coding.ts';
import { industries, industryName, type Industry } from './stories.ts';

export interface CodesReading {
  coders: Coder[];
  problems: string[];
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
  const given = line.name.trim();
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
  return { coder: { name: name.slice(0, 10), codes: writeString(marks) } };
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
async function fromTable(text: string): Promise<Line[]> {
  const { rows } = await splitTable(text.replace(/\r\n?/g, '\n'));
  const lines: Line[] = [];
  rows.forEach((row, i) => {
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

export async function readCodes(
  input: string,
  { industry, file }: { industry: Industry; file: string },
): Promise<CodesReading> {
  const text = input.replace(/^\uFEFF/, '').replaceAll('\0', '');
  const fallback = file.replace(/\.[^.]*$/, '').trim() || '没写名字';
  if (text.trim() === '') return { coders: [], problems: [`“${file}”是空的。`] };
  const json = /^\s*[[{]/.test(text) ? fromJson(text) : null;
  if (json === null && /^\s*[[{]\s*["{[\]}]/.test(text))
    return {
      coders: [],
      problems: [`“${file}”写到一半断了，或者改坏了，没有采用；请对方重新存一份。`],
    };
  const lines = json ?? (await fromTable(text));
  const coders: Coder[] = [];
  const problems: string[] = [];
  for (const line of lines) {
    const verdict = judge(line, industry, fallback);
    if ('coder' in verdict) coders.push(verdict.coder);
    else problems.push(`“${file}”${verdict.problem}`);
  }
  if (lines.length === 0) problems.push(`“${file}”里没有读到一行归类。`);
  return { coders, problems };
}

/** 并进已有的人：一模一样的不重复收，同名不同归类的加个数。 */
export function merge(
  present: readonly Coder[],
  incoming: readonly Coder[],
  atMost: number,
): { coders: Coder[]; problems: string[] } {
  const coders = [...present];
  const problems: string[] = [];
  const taken = (name: string) => coders.some((coder) => coder.name === name);
  for (const one of incoming) {
    if (coders.some(({ name, codes }) => name === one.name && codes === one.codes)) {
      problems.push(`“${one.name}”的归类已经在里面了，没有再收。`);
      continue;
    }
    if (coders.length >= atMost) {
      problems.push(`最多 ${atMost} 人，“${one.name}”和后面的没有收。`);
      break;
    }
    let name = one.name;
    for (let n = 2; taken(name); n++) name = `${one.name.slice(0, 8)} ${n}`;
    coders.push({ name, codes: one.codes });
  }
  return { coders, problems };
}

/** 浏览器里存的行可能是任何样子，只留下像样的；第一行总是读者自己。 */
export function restoreCoders(stored: unknown): Coder[] | null {
  if (!Array.isArray(stored)) return null;
  const rows = (stored as unknown[]).flatMap((one) => {
    const { name, codes } = (typeof one === 'object' && one !== null ? one : {}) as Record<
      string,
      unknown
    >;
    return typeof name === 'string' && typeof codes === 'string'
      ? [{ name, codes: writeString(readString(codes).marks) }]
      : [];
  });
  return rows.length === 0 ? null : rows;
}

export const untouched = (coders: readonly Coder[]) =>
  coders.length === 1 && coders[0]?.codes === unsorted;
