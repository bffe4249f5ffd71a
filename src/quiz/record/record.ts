/**
 * 学习记录：每道题（编号 + 内容散列）做过几次、各得多少。
 * 记录是若干次作答的集合，合并就是取并集，所以两台设备谁先谁后、合几遍，结果都一样。
 */

export interface Attempt {
  /** 交卷的时刻，毫秒 */
  at: number;
  /** 得分，0 到 1 */
  earned: number;
  /** 看过提示 */
  hinted: boolean;
}

/** 题目编号 → 内容散列 → 作答，按先后排。 */
export interface LearnerRecord {
  version: 1;
  items: Readonly<Record<string, Readonly<Record<string, readonly Attempt[]>>>>;
}

export const emptyRecord: LearnerRecord = { version: 1, items: {} };

/** 每道题最多留最早的一次和最近的这么多次，记录不会越长越大。 */
const RECENT = 12;

/** 全序：同一刻的两次作答也分得出先后，合并才与次序无关。 */
function compare(a: Attempt, b: Attempt): number {
  return a.at - b.at || a.earned - b.earned || Number(a.hinted) - Number(b.hinted);
}

/** 最早的一次加最近若干次。对并集先裁后并与先并后裁结果相同，所以合并满足结合律。 */
function settle(attempts: readonly Attempt[]): readonly Attempt[] {
  if (attempts.length < 2) return attempts;
  const sorted = [...attempts].sort(compare).filter((attempt, i, all) => {
    const before = all[i - 1];
    return !before || compare(before, attempt) !== 0;
  });
  return sorted.length <= RECENT + 1 ? sorted : [...sorted.slice(0, 1), ...sorted.slice(-RECENT)];
}

/** 只认自己的键：题目编号叫 constructor，从原型上摸到的东西也不是记录。 */
function own<T>(from: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return from && Object.hasOwn(from, key) ? from[key] : undefined;
}

/** 两张表的并集，键排好序；两边都有的交给 `join`。 */
function union<T>(
  left: Readonly<Record<string, T>>,
  right: Readonly<Record<string, T>>,
  join: (left: T | undefined, right: T | undefined) => T,
): Record<string, T> {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  // fromEntries 写的都是自己的键，编号叫 __proto__ 也一样
  return Object.fromEntries(
    [...keys].sort().map((key) => [key, join(own(left, key), own(right, key))]),
  );
}

/** 两份记录的并集：可交换、可结合、合两遍等于合一遍。 */
export function merge(a: LearnerRecord, b: LearnerRecord): LearnerRecord {
  const items = union(a.items, b.items, (left = {}, right = {}) =>
    union(left, right, (mine = [], theirs = []) => settle([...mine, ...theirs])),
  );
  return { version: 1, items };
}

export function withAttempt(
  record: LearnerRecord,
  { id, hash }: { id: string; hash: string },
  attempt: Attempt,
): LearnerRecord {
  return merge(record, { version: 1, items: { [id]: { [hash]: [attempt] } } });
}

export function attemptsOf(
  record: LearnerRecord,
  { id, hash }: { id: string; hash: string },
): readonly Attempt[] {
  return own(own(record.items, id), hash) ?? [];
}

export function countAttempts(record: LearnerRecord): number {
  return Object.values(record.items)
    .flatMap((versions) => Object.values(versions))
    .reduce((sum, attempts) => sum + attempts.length, 0);
}
