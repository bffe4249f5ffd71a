/** “估 90 秒”的记录：读懂全班报上来的秒数，算平均；存取的样子也在这里把关。 */
import { parseNumber } from '../../lib/parse-number.ts';

export const target = 90;

export type Occupation = 'idle' | 'busy';

export interface Estimate {
  occupation: Occupation;
  /** 按下停止时钟上真正过了多少秒 */
  seconds: number;
}

const units = { 秒: 1, s: 1, sec: 1, 分: 60, 分钟: 60, min: 60 };
/** 短于一秒是误按，长于十五分钟是忘了按 */
const plausible = (seconds: number) => seconds >= 1 && seconds <= 900;

/** 一串秒数，空格、逗号、顿号、分号、换行隔开都行；读不懂的挑出来念给人听。 */
export function readSeconds(text: string): { seconds: number[]; unread: string[] } {
  const seconds: number[] = [];
  const unread: string[] = [];
  for (const piece of text.split(/[\s,，、;；]+/u).filter(Boolean)) {
    const reading = parseNumber(piece, units);
    if (reading.ok && plausible(reading.value)) seconds.push(reading.value);
    else unread.push(piece.slice(0, 12));
  }
  return { seconds, unread };
}

export interface Summary {
  count: number;
  mean: number;
  low: number;
  high: number;
}

export function summarize(seconds: readonly number[]): Summary | null {
  if (seconds.length === 0) return null;
  return {
    count: seconds.length,
    mean: seconds.reduce((sum, value) => sum + value, 0) / seconds.length,
    low: seconds.reduce((low, value) => Math.min(low, value)),
    high: seconds.reduce((high, value) => Math.max(high, value)),
  };
}

/** 浏览器里存的东西可能是任何样子，只留下认得的。 */
export function restore(stored: unknown): { estimates: Estimate[]; idle: string; busy: string } {
  const record = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    string,
    unknown
  >;
  const list = Array.isArray(record['estimates']) ? (record['estimates'] as unknown[]) : [];
  const text = (key: string) => (typeof record[key] === 'string' ? (record[key] as string) : '');
  return {
    estimates: list.filter(isEstimate).slice(-200),
    idle: text('idle'),
    busy: text('busy'),
  };
}

function isEstimate(value: unknown): value is Estimate {
  if (typeof value !== 'object' || value === null) return false;
  const { occupation, seconds } = value as Record<string, unknown>;
  return (
    (occupation === 'idle' || occupation === 'busy') &&
    typeof seconds === 'number' &&
    plausible(seconds)
  );
}
