/** 表格里的一格读成时间：时刻、时长或光秃秃的数。怎么换成分钟，要看整列，由 columns 定。 */
import { parseNumber, toHalfWidth } from '../../lib/parse-number.ts';
import { readClock } from './clock.ts';

export type Cell =
  /** 12:03、下午 1 点半；`day` 是日期（从某一天数起），没写日期是 null；`spoken` 写明了是时刻，不会是分:秒 */
  | {
      kind: 'clock';
      parts: [number, number, number | null];
      day: number | null;
      spoken: boolean;
    }
  /** 3 分 20 秒、3.5 分钟：单位写明了 */
  | { kind: 'span'; minutes: number }
  /** 单位没写的数；`decimals` 是小数位数，用来认 Excel 的日期序号 */
  | { kind: 'number'; value: number; decimals: number }
  | { kind: 'empty' }
  | { kind: 'unreadable' }
  /** 时间不能是负的，单说 */
  | { kind: 'negative' };

/** 日期换成天数：只用来相减，时区不相干。 */
const dayOf = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? Date.UTC(year, month - 1, day) / 86_400_000
    : null;

/** 把前面的日期拿掉；没有日期时原样返回。 */
function splitDate(text: string): { day: number | null; rest: string } {
  const full =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:T|\s+|(?=[^\d\s])|$)/i.exec(text);
  if (full)
    return {
      day: dayOf(Number(full[1]), Number(full[2]), Number(full[3])),
      rest: text.slice(full[0].length).trim(),
    };
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+|$)/.exec(text);
  if (american)
    return {
      day: dayOf(Number(american[3]), Number(american[1]), Number(american[2])),
      rest: text.slice(american[0].length).trim(),
    };
  // 没写年份的按闰年算，免得 2 月 29 日没处放
  const short = /^(\d{1,2})\s*(?:[-/]|月)\s*(\d{1,2})日?(?:\s+|(?=[^\d\s]))(?=\S)/.exec(text);
  if (short)
    return {
      day: dayOf(2024, Number(short[1]), Number(short[2])),
      rest: text.slice(short[0].length).trim(),
    };
  return { day: null, rest: text };
}

/** 表里绝大多数是这两样，先认出来：一格省下十几道正则。 */
const bareNumber = /^\d{1,15}(?:\.(\d{1,12}))?$/;
const bareClock = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

export function readCell(raw: string): Cell {
  const plainly = bareNumber.exec(raw);
  if (plainly) return { kind: 'number', value: Number(raw), decimals: plainly[1]?.length ?? 0 };
  const time = bareClock.exec(raw);
  if (time)
    return {
      kind: 'clock',
      parts: [Number(time[1]), Number(time[2]), time[3] === undefined ? null : Number(time[3])],
      day: null,
      spoken: false,
    };
  const text = toHalfWidth(raw)
    .replace(/[\u00A0\u200B\uFEFF"']/g, ' ')
    .trim();
  if (text === '' || /^[-/—]+$/.test(text)) return { kind: 'empty' };
  if (text.length > 40) return { kind: 'unreadable' };

  const { day, rest } = splitDate(text);
  // 时区只跟在日期后面；没有日期的 12:00-12:30 是一段，不替人取前一半
  const said = day === null ? rest : rest.replace(/(?:Z|[+-]\d{2}:?\d{2})$/i, '').trim();
  if (/^-\s*\d{1,3}\s*:/.test(said)) return { kind: 'negative' };
  const clock = readClock(said);
  if (clock === 'impossible') return { kind: 'unreadable' };
  if (clock) {
    const { hours, minutes, seconds, spoken } = clock;
    return { kind: 'clock', parts: [hours, minutes, seconds], day, spoken };
  }
  if (day !== null) return { kind: 'unreadable' };

  // 时间里出现分数和百分号，多半是串了列，不替人算
  if (/[/%成]|分之/.test(text)) return { kind: 'unreadable' };
  const plain = parseNumber(text);
  if (plain.ok) {
    if (plain.value < 0) return { kind: 'negative' };
    return {
      kind: 'number',
      value: plain.value,
      decimals: text.split('.')[1]?.length ?? 0,
    };
  }
  const spelled = parseNumber(text, { unit: '分钟' });
  if (spelled.ok)
    return spelled.value < 0 ? { kind: 'negative' } : { kind: 'span', minutes: spelled.value };
  return { kind: 'unreadable' };
}
