/** 全班举手的票数：按实验与场景分开记，只留在这台设备上。 */
import type { KeptRules } from '../lib/kept-record.ts';
import { parseNumber } from '../lib/parse-number.ts';

/** 选项 → 举手的人数 */
export type Votes = Readonly<Record<string, number>>;
/** 实验编号加场景 → 票数；认不得的选项（题目改过）原样带着，不替人丢掉 */
export type Polls = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const most = 9999;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** 画面上只要认得出来的选项和整数。 */
export function legalVotes(poll: unknown, options: readonly string[]): Votes {
  if (!isRecord(poll)) return {};
  return Object.fromEntries(
    Object.entries(poll).filter(
      ([option, count]) =>
        options.includes(option) &&
        Number.isInteger(count) &&
        (count as number) > 0 &&
        (count as number) <= most,
    ),
  ) as Votes;
}

/** 改一个选项的票，别的不动；没有票的不留。 */
export function withVotes(polls: Polls, poll: string, votes: Votes): Polls {
  const changed = Object.fromEntries(
    Object.entries({ ...(Object.hasOwn(polls, poll) ? polls[poll] : {}), ...votes }).filter(
      ([, count]) => count !== 0,
    ),
  );
  const others = Object.fromEntries(Object.entries(polls).filter(([name]) => name !== poll));
  return Object.keys(changed).length === 0 ? others : { ...others, [poll]: changed };
}

export const keptVotes: KeptRules<Polls> = {
  key: 'class-votes',
  empty: {},
  restore(stored) {
    if (!isRecord(stored)) return { value: {}, lost: '不是一份票数' };
    const entries = Object.entries(stored);
    const sound = entries.filter((entry): entry is [string, Record<string, unknown>] =>
      isRecord(entry[1]),
    );
    const odd = entries.length - sound.length;
    return {
      value: Object.fromEntries(sound),
      lost: odd === 0 ? '' : `有 ${odd} 次举手的票数读不懂`,
    };
  },
  /** 一个选项一个选项地合：这一页改过的照这一页，没改过的照那一页。 */
  merge(mine, theirs, base) {
    const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    let merged: Polls = {};
    for (const name of names) {
      const [left, right, start] = [mine, theirs, base].map((polls) =>
        Object.hasOwn(polls, name) ? (polls[name] ?? {}) : {},
      ) as [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>];
      const options = new Set([...Object.keys(right), ...Object.keys(left)]);
      const pairs = [...options].map((option) => [
        option,
        left[option] === start[option] ? right[option] : left[option],
      ]);
      merged = withVotes(
        merged,
        name,
        Object.fromEntries(pairs.filter(([, count]) => count !== undefined)) as Votes,
      );
    }
    return merged;
  },
};

/** 敲进来的票数；空着就是没有人。 */
export function readVote(
  text: string,
): { ok: true; count: number } | { ok: false; reason: string } {
  if (text.trim() === '') return { ok: true, count: 0 };
  const reading = parseNumber(text, { unit: '票', also: { 人: 1 } });
  if (!reading.ok) return reading;
  if (!Number.isInteger(reading.value) || reading.value < 0 || reading.value > most)
    return { ok: false, reason: `票数要是 0 到 ${most} 的整数。` };
  return { ok: true, count: reading.value };
}
