/**
 * 场景链接：`?s=cash` 打开一个场景，`?s=cash&v=2&serviceMinutes=47` 是在它上面改了几处。
 * 链接就是设置加上场景的名字；没有 `s` 的，与声明的默认值比。
 * 网址里什么都可能出现：不认识的场景和版本、NaN、超出范围、重复的键，一律取最近的合法值并说明。
 */
import {
  defaults,
  legalRow,
  nearest,
  scenarioValues,
  type AnyValues,
  type ListParam,
  type Param,
  type ParamSet,
  type Row,
  type Value,
  type Values,
  type WidgetModel,
} from './model.ts';

/** 请求行再长，多数网站托管就拒收了：分享之前看一眼。 */
export const longestQuery = 7500;
/** 读的时候宽一些，免得把一行从中间切断；再长的一概是捣乱。 */
const readAtMost = 100_000;

export interface LinkReading {
  /** 全部参数，个个合法 */
  values: AnyValues;
  /** 从哪个场景出发；null 是声明的默认值 */
  scenario: string | null;
  /** 给读者看的说明：哪个参数被改成了什么 */
  notes: string[];
  /** 链接里确实指明了场景或设置 */
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

/** 出发点：一个场景，或声明的默认值。 */
export function baseValues<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  scenario: string | null,
): Values<P> {
  return scenario === null ? defaults(model.params) : scenarioValues(model, scenario);
}

/** 哪几个参数两边不一样；表按内容比。 */
export function differing<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  a: Values<P>,
  b: Values<P>,
): string[] {
  return Object.entries(model.params)
    .filter(
      ([name, param]) => a[name] !== b[name] && write(param, a[name]) !== write(param, b[name]),
    )
    .map(([name]) => name);
}

/** 只写与出发点不同的参数，链接才短；设置就是场景本身时只写场景。 */
export function toQuery<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  values: Values<P>,
  scenario: string | null,
): string {
  const changed = differing(model, values, baseValues(model, scenario));
  const query = new URLSearchParams();
  if (scenario !== null) query.set('s', scenario);
  if (scenario === null || changed.length > 0) query.set('v', String(model.version));
  for (const name of changed) query.set(name, write(model.params[name] as Param, values[name]));
  return `?${query}`;
}

/** 读得懂的值；`value` 没有就是整个用不上，保持出发点的值。 */
interface Reading {
  value?: Value;
  note?: string;
}

function readRows(param: ListParam, text: string): Reading {
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
      note: `“${param.label}”至少要 ${param.atLeast} 行，链接里读得懂的只有 ${kept.length} 行，没有采用。`,
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

function readOne(param: Param, text: string): Reading {
  if (param.kind === 'list') return readRows(param, text);
  const shown = text.slice(0, 20);
  if (param.kind === 'toggle') {
    if (text === '1' || text === '0') return { value: text === '1' };
    return { note: `“${param.label}”只能是开或关，链接里的“${shown}”没有采用。` };
  }
  if (param.kind === 'choice') {
    if (param.options.some(({ value }) => value === text)) return { value: text };
    return { note: `“${param.label}”没有“${shown}”这个选项，没有采用。` };
  }
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(number)) return { note: `“${param.label}”不是数：“${shown}”，没有采用。` };
  const value = nearest(param, number);
  if (Math.abs(value - number) > param.step * 1e-6)
    return {
      value,
      note: `“${param.label}”只取 ${param.min} 到 ${param.max}、步长 ${param.step}，已改为 ${value}。`,
    };
  return { value };
}

export function fromQuery<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  search: string,
): Omit<LinkReading, 'values'> & { values: Values<P> } {
  const query = new URLSearchParams(search.slice(0, readAtMost));
  const asked = query.get('s');
  const version = query.get('v');
  const names = Object.keys(model.params).filter((name) => query.has(name));
  const first = model.scenarios[0]?.id ?? null;
  const known = asked === null || model.scenarios.some(({ id }) => id === asked);
  const notes: string[] = [];
  if (!known) notes.push(`这个实验没有“${(asked ?? '').slice(0, 20)}”这个场景。`);
  const outdated = (version !== null || names.length > 0) && !readable(model, version);
  if (outdated) notes.push('这个链接来自另一个版本的实验，参数含义可能变了，链接里的数没有采用。');
  const present = (asked !== null && known) || (version !== null && !outdated);
  if (!present) return { values: baseValues(model, first), scenario: first, notes, present };

  const scenario = known ? asked : null;
  const values = { ...baseValues(model, scenario) } as AnyValues;
  for (const name of outdated ? [] : names) {
    const param = model.params[name] as Param;
    const { value, note } = readOne(param, query.get(name) ?? '');
    if (value !== undefined) values[name] = value;
    if (note) notes.push(note);
    if (query.getAll(name).length > 1) notes.push(`“${param.label}”写了不止一次，用的是第一个。`);
  }
  return { values: values as Values<P>, scenario, notes, present };
}

/** 版本 2 只换了链接的写法，参数的含义没变，所以版本 1 的链接还读得懂。 */
function readable({ version }: { version: number }, asked: string | null): boolean {
  return asked === String(version) || (asked === '1' && version === 2);
}
