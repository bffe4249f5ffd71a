/**
 * 场景链接：全部参数写进查询串 `?v=1&servers=4&utilization=0.85`，短、带版本、逐个验证。
 * 网址里什么都可能出现：不认识的版本、NaN、超出范围、重复的键，一律取最近的合法值并说明。
 */
import {
  legalRow,
  nearest,
  type AnyValues,
  type ListParam,
  type Param,
  type Row,
  type Value,
  type WidgetModel,
} from './model.ts';

/** 请求行再长，多数网站托管就拒收了：分享之前看一眼。 */
export const longestQuery = 7500;
/** 读的时候宽一些，免得把一行从中间切断；再长的一概是捣乱。 */
const readAtMost = 100_000;

export interface LinkReading {
  values: Partial<AnyValues>;
  /** 给读者看的说明：哪个参数被改成了什么 */
  notes: string[];
  /** 链接里确实带了参数 */
  present: boolean;
}

/** 表写成 `3.5_2~8_4`：行用 ~ 隔开，格用 _ 隔开，次序同 fields。 */
function write(param: Param, value: Value | undefined): string {
  if (param.kind === 'list')
    return (value as readonly Row[])
      .map((row) =>
        Object.keys(param.fields)
          .map((name) => row[name])
          .join('_'),
      )
      .join('~');
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

/** 与默认值相同的参数不写，链接才短。 */
export function toQuery(model: WidgetModel, values: AnyValues): string {
  const query = new URLSearchParams({ v: String(model.version) });
  for (const [name, param] of Object.entries(model.params)) {
    const text = write(param, values[name]);
    if (text !== write(param, param.default)) query.set(name, text);
  }
  return `?${query}`;
}

function readRows(param: ListParam, text: string): { value: Value; note?: string } {
  const fields = Object.entries(param.fields);
  const written = text === '' ? [] : text.split('~');
  const bad: number[] = [];
  const rows = written.flatMap((line, i) => {
    const cells = line.split('_');
    const row = Object.fromEntries(
      fields.map(([name, { kind }], column) => {
        const cell = cells[column] ?? '';
        return [name, kind === 'text' ? cell : cell.trim() === '' ? Number.NaN : Number(cell)];
      }),
    ) as Row;
    const readable = cells.length === fields.length && !Object.values(row).some(Number.isNaN);
    if (!readable) bad.push(i + 1);
    return readable ? [legalRow(param, row)] : [];
  });
  const kept = rows.slice(0, param.atMost);
  if (kept.length < param.atLeast)
    return {
      value: param.default,
      note: `“${param.label}”至少要 ${param.atLeast} 行，链接里读得懂的只有 ${kept.length} 行，已用默认。`,
    };
  const notes = [
    bad.length > 0 && `第 ${bad.slice(0, 5).join('、')} 行没看懂，没有采用`,
    rows.length > param.atMost && `最多 ${param.atMost} 行，后面的没有采用`,
    bad.length === 0 &&
      rows.length <= param.atMost &&
      write(param, kept) !== text &&
      '有的格超出范围或步长，已取最近的合法值',
  ].filter((note) => note !== false);
  return notes.length === 0
    ? { value: kept }
    : { value: kept, note: `“${param.label}”：${notes.join('；')}。` };
}

function readOne(param: Param, text: string): { value: Value; note?: string } {
  if (param.kind === 'list') return readRows(param, text);
  const shown = text.slice(0, 20);
  if (param.kind === 'toggle') {
    if (text === '1' || text === '0') return { value: text === '1' };
    return {
      value: param.default,
      note: `“${param.label}”只能是开或关，链接里的“${shown}”没有采用。`,
    };
  }
  if (param.kind === 'choice') {
    if (param.options.some(({ value }) => value === text)) return { value: text };
    return { value: param.default, note: `“${param.label}”没有“${shown}”这个选项，已用默认。` };
  }
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(number))
    return { value: param.default, note: `“${param.label}”不是数：“${shown}”，已用默认值。` };
  const value = nearest(param, number);
  if (Math.abs(value - number) > param.step * 1e-6)
    return {
      value,
      note: `“${param.label}”只取 ${param.min} 到 ${param.max}、步长 ${param.step}，已改为 ${value}。`,
    };
  return { value };
}

export function fromQuery(model: WidgetModel, search: string): LinkReading {
  const query = new URLSearchParams(search.slice(0, readAtMost));
  const names = Object.keys(model.params).filter((name) => query.has(name));
  const version = query.get('v');
  if (version === null && names.length === 0) return { values: {}, notes: [], present: false };
  if (version !== String(model.version))
    return {
      values: {},
      notes: ['这个链接来自另一个版本的实验，参数含义可能变了，已用默认设置打开。'],
      present: false,
    };
  const values: Partial<AnyValues> = {};
  const notes: string[] = [];
  for (const name of names) {
    const param = model.params[name] as Param;
    const { value, note } = readOne(param, query.get(name) ?? '');
    values[name] = value;
    if (note) notes.push(note);
    if (query.getAll(name).length > 1) notes.push(`“${param.label}”写了不止一次，用的是第一个。`);
  }
  return { values, notes, present: names.length > 0 };
}
