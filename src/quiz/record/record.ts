/**
 * 学习记录：每道题（编号 + 内容散列）做过几次、各得多少、错的时候答的是什么；还有书签、划线与笔记。
 * 合并就是取并集，所以两台设备谁先谁后、合几遍，结果都一样。
 */
import { isKept, mergeNote, type Note, type Notes } from './notes.ts';

/** 没有全对的那一次：当时出的是哪一组数、题面的散列、答了什么。错题本照它重出一遍。 */
export interface Given {
  seed: number;
  face: string;
  answer: unknown;
}

export interface Attempt {
  /** 交卷的时刻，毫秒 */
  at: number;
  /** 得分，0 到 1 */
  earned: number;
  /** 看过提示 */
  hinted: boolean;
  given?: Given;
}

/** 题目编号 → 内容散列 → 作答，按先后排。 */
export interface LearnerRecord {
  /** 2 起有笔记与错的作答；只认得 1 的旧页面见了 2 不去覆盖，笔记就不会被它丢掉 */
  version: 2;
  items: Readonly<Record<string, Readonly<Record<string, readonly Attempt[]>>>>;
  notes: Notes;
}

export const emptyRecord: LearnerRecord = { version: 2, items: {}, notes: {} };

/** 每道题最多留最早的一次和最近的这么多次，记录不会越长越大。 */
const RECENT = 12;

/** 同一刻的两次作答也分得出先后，合并才与次序无关；三样都同的是同一次。 */
function compare(a: Attempt, b: Attempt): number {
  return a.at - b.at || a.earned - b.earned || Number(a.hinted) - Number(b.hinted);
}

const written = ({ given }: Attempt) => (given ? JSON.stringify(given) : '');

/** 同一次作答，一份记了答的什么，另一份（旧版存的）没有：留记了的。 */
function byGiven(a: Attempt, b: Attempt): number {
  const [mine, theirs] = [written(a), written(b)];
  return mine === theirs ? 0 : mine > theirs ? -1 : 1;
}

/** 最早的一次加最近若干次。对并集先裁后并与先并后裁结果相同，所以合并满足结合律。 */
function settle(attempts: readonly Attempt[]): readonly Attempt[] {
  if (attempts.length < 2) return attempts;
  const sorted = [...attempts]
    .sort((a, b) => compare(a, b) || byGiven(a, b))
    .filter((attempt, i, all) => {
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
  const notes = union<Note>(a.notes, b.notes, (left, right) =>
    left && right ? mergeNote(left, right) : ((left ?? right) as Note),
  );
  return { version: 2, items, notes };
}

export function withAttempt(
  record: LearnerRecord,
  { id, hash }: { id: string; hash: string },
  attempt: Attempt,
): LearnerRecord {
  return merge(record, { ...emptyRecord, items: { [id]: { [hash]: [attempt] } } });
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

export function noteOf(record: LearnerRecord, id: string): Note | undefined {
  return own(record.notes, id);
}

/** 没有删掉的各条，先记的在前。 */
export function keptNotes(record: LearnerRecord, section?: string): { id: string; note: Note }[] {
  return Object.entries(record.notes)
    .map(([id, note]) => ({ id, note }))
    .filter(({ note }) => isKept(note) && (section === undefined || note.section === section))
    .sort((a, b) => a.note.made - b.note.made || (a.id < b.id ? -1 : 1));
}
