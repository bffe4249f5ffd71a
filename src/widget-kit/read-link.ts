/**
 * 读场景链接（写法见 link-state.ts）与这个标签页里存着的：多数读者打开的网址什么也没带，用到时才取。
 * 网址里什么都可能出现：不认识的场景和版本、NaN、超出范围、重复的键，一律取最近的合法值并说明。
 */
import { baseValues, write } from './link-state.ts';
import {
  nearest,
  predictionOf,
  type AnyValues,
  type Guess,
  type ListParam,
  type Param,
  type ParamSet,
  type Prediction,
  type Row,
  type Value,
  type Values,
  type WidgetModel,
} from './model.ts';
import { legalRow } from './rows.ts';
import type { Kept } from './tab-memory.ts';

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

/** 存过又读回来的猜测：样子对得上这一问才用。 */
export function readGuess<P extends ParamSet, R>(
  prediction: Prediction<P, R>,
  stored: unknown,
): Guess | null {
  if (prediction.kind === 'choice')
    return prediction.options.find(({ value }) => value === stored)?.value ?? null;
  const within = (value: unknown, { min, max }: { min: number; max: number }): value is number =>
    typeof value === 'number' && value >= min && value <= max;
  if (prediction.kind === 'number') return within(stored, prediction) ? stored : null;
  const { at, y } = prediction;
  return Array.isArray(stored) &&
    stored.length === at.length &&
    stored.every((value) => within(value, y))
    ? (stored as number[])
    : null;
}

/** 存着的设置与猜测，逐个验证过；样子对不上的猜测不要。 */
export function readKept<P extends ParamSet, R>(model: WidgetModel<P, R>, kept: Kept) {
  const { values, scenario } = fromQuery(model, kept.setting);
  const bets = kept.bets.flatMap((each) => {
    const then = fromQuery(model, each.setting);
    const guess = readGuess(predictionOf(model, then.scenario), each.guess);
    return guess === null ? [] : [{ guess, values: then.values, scenario: then.scenario }];
  });
  return { values, scenario, bets, opened: kept.opened, skipsAll: kept.skipsAll };
}
