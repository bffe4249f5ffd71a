/** 表格里的一格读成时间：时刻、时长或光秃秃的数。怎么换成分钟，要看整列，由 read-times 定。 */
import { parseNumber, toHalfWidth } from '../../lib/parse-number.ts';

export type Cell =
  /** 12:03、12:03:05；`day` 是日期（从某一天数起），没写日期是 null */
  | { kind: 'clock'; parts: [number, number, number | null]; day: number | null; half: number }
  /** 3 分 20 秒、3.5 分钟：单位写明了 */
  | { kind: 'span'; minutes: number }
  /** 单位没写的数；`decimals` 是小数位数，用来认 Excel 的日期序号 */
  | { kind: 'number'; value: number; decimals: number }
  | { kind: 'empty' }
  | { kind: 'unreadable' }
  /** 时间不能是负的，单说 */
  | { kind: 'negative' };

const spans: Record<string, number> = {
  秒: 1 / 60,
  秒钟: 1 / 60,
  s: 1 / 60,
  sec: 1 / 60,
  seconds: 1 / 60,
  分: 1,
  分钟: 1,
  m: 1,
  min: 1,
  mins: 1,
  minutes: 1,
  小时: 60,
  时: 60,
  h: 60,
  hour: 60,
  hours: 60,
};

const morning = /^(上午|早上|凌晨|清晨|am|a\.m\.)/i;
const afternoon = /^(下午|晚上|傍晚|pm|p\.m\.)/i;

/** 日期换成天数：只用来相减，时区不相干。 */
const dayOf = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? Date.UTC(year, month - 1, day) / 86_400_000
    : null;

/** 把前面的日期拿掉；没有日期时原样返回。 */
function splitDate(text: string): { day: number | null; rest: string } {
  const full =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:T|\s+|(?=上午|下午)|$)/i.exec(text);
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
  const short = /^(\d{1,2})\s*(?:[-/]|月)\s*(\d{1,2})日?(?:\s+|(?=上午|下午))(?=\S)/.exec(text);
  if (short)
    return {
      day: dayOf(2024, Number(short[1]), Number(short[2])),
      rest: text.slice(short[0].length).trim(),
    };
  return { day: null, rest: text };
}

export function readCell(raw: string): Cell {
  const text = toHalfWidth(raw)
    .replace(/[\u00A0\u200B\uFEFF"']/g, ' ')
    .trim();
  if (text === '' || /^[-/—]+$/.test(text)) return { kind: 'empty' };
  if (text.length > 40) return { kind: 'unreadable' };

  const { day, rest } = splitDate(text);
  let clock = rest.replace(/(?:Z|[+-]\d{2}:?\d{2})$/i, '').trim();
  let half = 0;
  const before = morning.exec(clock) ?? afternoon.exec(clock);
  if (before) clock = clock.slice(before[0].length).trim();
  const after = /\s*(am|pm|a\.m\.|p\.m\.)$/i.exec(clock);
  if (after) clock = clock.slice(0, after.index).trim();
  const mark = before?.[0] ?? after?.[1];
  if (mark) half = afternoon.test(mark) ? 12 : -12;

  const written =
    /^(\d{1,2})\s*[时点]\s*(?:(\d{1,2})\s*分?)?\s*(?:(\d{1,2}(?:\.\d+)?)\s*秒)?$/.exec(clock);
  const colons = /^(-?)(\d{1,3})\s*:\s*(\d{1,2})(?:\s*:\s*(\d{1,2}(?:\.\d+)?))?$/.exec(clock);
  if (colons?.[1]) return { kind: 'negative' };
  if (colons || written) {
    const [, first, second, third] = written ?? ['', colons?.[2], colons?.[3], colons?.[4]];
    const parts: [number, number, number | null] = [
      Number(first),
      Number(second ?? 0),
      third === undefined ? (written ? 0 : null) : Number(third),
    ];
    if (parts[1] >= 60 || (parts[2] ?? 0) >= 60) return { kind: 'unreadable' };
    if (half !== 0 && (parts[0] > 12 || parts[0] < 1)) half = 0;
    return { kind: 'clock', parts, day, half };
  }
  if (day !== null || mark) return { kind: 'unreadable' };

  const mixed =
    /^(?:(\d+(?:\.\d+)?)\s*(?:分钟?|min|m|'))\s*(?:(\d+(?:\.\d+)?)\s*(?:秒钟?|sec|s))?$/i.exec(
      text,
    );
  if (mixed) return { kind: 'span', minutes: Number(mixed[1]) + Number(mixed[2] ?? 0) / 60 };
  // 时间里出现分数和百分号，多半是串了列，不替人算
  if (/[/%]/.test(text)) return { kind: 'unreadable' };
  const plain = parseNumber(text);
  if (plain.ok) {
    if (plain.value < 0) return { kind: 'negative' };
    return {
      kind: 'number',
      value: plain.value,
      decimals: text.split('.')[1]?.length ?? 0,
    };
  }
  const spelled = parseNumber(text, spans);
  if (spelled.ok)
    return spelled.value < 0 ? { kind: 'negative' } : { kind: 'span', minutes: spelled.value };
  return { kind: 'unreadable' };
}
