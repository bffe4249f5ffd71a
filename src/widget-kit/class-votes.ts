/** 全班举手的票数：按实验与场景分开记，只留在这台设备上。 */
import { parseNumber } from '../lib/parse-number.ts';
import { read, write } from '../lib/storage.ts';

/** 选项 → 举手的人数 */
export type Votes = Readonly<Record<string, number>>;

const key = 'class-votes';
const most = 9999;

/** 存储里什么都可能有：只认得出来的选项和整数。 */
export function legalVotes(stored: unknown, options: readonly string[]): Votes {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([option, count]) =>
        options.includes(option) && Number.isInteger(count) && count > 0 && count <= most,
    ),
  ) as Votes;
}

function all(): Record<string, unknown> {
  const stored = read(key);
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}

export function loadVotes(poll: string, options: readonly string[]): Votes {
  const stored = all();
  return Object.hasOwn(stored, poll) ? legalVotes(stored[poll], options) : {};
}

/** 记不下（存储被禁用或写满）时返回 false，画面上的票数照旧。 */
export function saveVotes(poll: string, votes: Votes): boolean {
  const kept = Object.fromEntries(Object.entries(all()).filter(([name]) => name !== poll));
  return write(key, Object.keys(votes).length === 0 ? kept : { ...kept, [poll]: votes });
}

/** 敲进来的票数；空着就是没有人。 */
export function readVote(
  text: string,
): { ok: true; count: number } | { ok: false; reason: string } {
  if (text.trim() === '') return { ok: true, count: 0 };
  const reading = parseNumber(text, { 票: 1, 人: 1 });
  if (!reading.ok) return reading;
  if (!Number.isInteger(reading.value) || reading.value < 0 || reading.value > most)
    return { ok: false, reason: `票数要是 0 到 ${most} 的整数。` };
  return { ok: true, count: reading.value };
}
