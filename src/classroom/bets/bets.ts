/**
 * 全班押的注：哪一副课件的哪一步、第几轮、哪个班、哪一天、各有几个人。
 * 只留在这台设备上，不记名字。读不懂的收在一边，不丢；两个标签页同时改，一条一条地合。
 */
import { toCsv } from '../../lib/csv.ts';
import type { KeptRules } from '../../lib/kept-record.ts';

/** 押的是什么：举手数人头、各报一个数、各画一条线。 */
export type BetKind = 'counts' | 'values' | 'curves';

export interface ClassBet {
  /** 课件，例如 queueing */
  deck: string;
  /** 哪一步，课件里的代号，往年的也认它 */
  step: string;
  /** 第几轮押，从 1 数起 */
  round: number;
  kind: BetKind;
  /** 哪个班，教师写的，可以空着 */
  class: string;
  /** 哪一天，2026-11-29 */
  day: string;
  /** 题目与选项的指纹：改过的照样看得见，不拿来比 */
  hash: string;
  /** 各个选项、各档几个人 */
  counts?: readonly number[];
  /** 各人报的数 */
  values?: readonly number[];
  /** 各条线，在问的几个点上的高 */
  curves?: readonly (readonly number[])[];
}

const mostPeople = 9999;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;
const numbers = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length <= mostPeople &&
  value.every((each) => typeof each === 'number' && Number.isFinite(each));

/** 存着的、读进来的一条：样样都对才认，别的给 null。 */
export function betFrom(value: unknown): ClassBet | null {
  if (!isRecord(value)) return null;
  const { deck, step, round, kind, class: group, day, hash } = value;
  if (!isText(deck, 80) || deck === '' || !isText(step, 80) || step === '') return null;
  if (!Number.isInteger(round) || (round as number) < 1) return null;
  if (!isText(group, 80) || !isText(hash, 80)) return null;
  if (!isText(day, 10) || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const head = { deck, step, round: round as number, class: group, day, hash };
  if (kind === 'counts') {
    const { counts } = value;
    if (!numbers(counts)) return null;
    if (counts.some((count) => !Number.isInteger(count) || count < 0 || count > mostPeople))
      return null;
    return { ...head, kind, counts };
  }
  if (kind === 'values') {
    const { values } = value;
    return numbers(values) ? { ...head, kind, values } : null;
  }
  if (kind === 'curves') {
    const { curves } = value;
    return Array.isArray(curves) && curves.length <= 60 && curves.every(numbers)
      ? { ...head, kind, curves: curves as number[][] }
      : null;
  }
  return null;
}

/** 同一天同一个班在同一步的同一轮，只有一条：后来的换掉先前的。 */
export const betKey = ({ deck, step, round, class: group, day }: ClassBet) =>
  JSON.stringify([deck, step, round, group, day]);

/** 记一条；同一步同一轮已经有的换掉。 */
export function withBet(bets: readonly ClassBet[], bet: ClassBet): ClassBet[] {
  const key = betKey(bet);
  return [...bets.filter((each) => betKey(each) !== key), bet];
}

/** 删一条。 */
export function withoutBet(bets: readonly ClassBet[], bet: ClassBet): ClassBet[] {
  const key = betKey(bet);
  return bets.filter((each) => betKey(each) !== key);
}

/** 一步的全部记录，新的在前；同一天的，后一轮在前。 */
export function betsAt(bets: readonly ClassBet[], deck: string, step: string): ClassBet[] {
  return bets
    .filter((bet) => bet.deck === deck && bet.step === step)
    .toSorted((a, b) => b.day.localeCompare(a.day) || b.round - a.round);
}

/** 可以与 `bet` 比的从前：同一步、别的班或别的日子、题目没有改过、押法也一样。 */
export function comparable(bets: readonly ClassBet[], bet: ClassBet): ClassBet[] {
  return betsAt(bets, bet.deck, bet.step).filter(
    (other) =>
      (other.day !== bet.day || other.class !== bet.class) &&
      other.hash === bet.hash &&
      other.kind === bet.kind &&
      (bet.kind !== 'counts' || other.counts?.length === bet.counts?.length),
  );
}

/** “去年 2301 班”“10 月 12 日 2302 班”：从前的一条怎么称呼。 */
export function whose({ day, class: group }: ClassBet, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const years = Number(today.slice(0, 4)) - Number(year);
  const when =
    day === today
      ? '今天'
      : years === 1
        ? '去年'
        : years > 1
          ? `${Number(year)} 年`
          : `${Number(month)} 月 ${Number(date)} 日`;
  return group === '' ? when : `${when} ${group} 班`.replace(/班 班$/, '班');
}

/** 题目的指纹：题面、选项、单位有一个字变了就不同（FNV-1a，32 位）。 */
export function hashOf(parts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\u0000')) {
    hash ^= character.codePointAt(0) as number;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** 存在浏览器里的规矩：读不懂的留着原文，说出有几条。 */
export const keptBets: KeptRules<readonly ClassBet[]> = {
  key: 'class-bets',
  empty: [],
  restore(stored) {
    if (!Array.isArray(stored)) return { value: [], lost: '不是一份全班的押注' };
    const bets = stored.map(betFrom);
    const sound = bets.filter((bet): bet is ClassBet => bet !== null);
    const odd = bets.length - sound.length;
    return { value: sound, lost: odd === 0 ? '' : `有 ${odd} 条全班的押注读不懂` };
  },
  /** 一条一条地合：这一页改过、删过的照这一页，没动过的照那一页。 */
  merge(mine, theirs, base) {
    const [left, right, start] = [mine, theirs, base].map(
      (bets) => new Map(bets.map((bet) => [betKey(bet), JSON.stringify(bet)])),
    ) as [Map<string, string>, Map<string, string>, Map<string, string>];
    return [...new Set([...right.keys(), ...left.keys()])].flatMap((key) => {
      const kept = left.get(key) === start.get(key) ? right.get(key) : left.get(key);
      return kept === undefined ? [] : [JSON.parse(kept) as ClassBet];
    });
  },
};

/** 存成 CSV：一个数一行，表格软件里就能数。 */
export function betsCsv(bets: readonly ClassBet[]): string {
  const rows = bets.flatMap((bet) => {
    const head = [bet.deck, bet.step, bet.round, bet.class, bet.day, bet.hash];
    if (bet.kind === 'counts')
      return (bet.counts ?? []).map((count, i) => [...head, '举手', i + 1, '', count]);
    if (bet.kind === 'values')
      return (bet.values ?? []).map((value, i) => [...head, '报数', i + 1, '', value]);
    return (bet.curves ?? []).flatMap((curve, i) =>
      curve.map((value, point) => [...head, '画线', i + 1, point + 1, value]),
    );
  });
  return toCsv(
    ['课件', '步骤', '第几轮', '班', '日期', '题目指纹', '押法', '第几个', '第几点', '数'],
    rows,
  );
}

/** 存成 JSON，别的设备读得回来。 */
export const betsJson = (bets: readonly ClassBet[]) =>
  `${JSON.stringify({ format: 'class-bets', version: 1, bets }, null, 2)}\n`;

/** 读回一份 JSON：认得的几条，认不得的几条；不是这种文件就说出来。 */
export function betsFromJson(
  text: string,
): { ok: true; bets: ClassBet[]; odd: number } | { ok: false; reason: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, reason: '这个文件不是 JSON，或者只剩了半截。' };
  }
  if (!isRecord(parsed) || parsed['format'] !== 'class-bets' || !Array.isArray(parsed['bets']))
    return { ok: false, reason: '这不是导出的全班押注。' };
  const read = parsed['bets'].map(betFrom);
  const bets = read.filter((bet): bet is ClassBet => bet !== null);
  return { ok: true, bets, odd: read.length - bets.length };
}
