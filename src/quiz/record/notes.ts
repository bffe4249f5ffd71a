/**
 * 书签、划线和笔记存下来是什么样。每改一次记一个新的版本，并记下它换掉了哪几个；合并取并集，
 * 去掉被换掉的。两台设备各改了一遍的，两个版本都留着；一边删、另一边改的，改的留着。
 */
import type { Quote } from '../../lib/quote-anchor.ts';

/** bookmark 书签 · highlight 划线（可以带几句话）· note 写给整节的 */
export type NoteKind = 'bookmark' | 'highlight' | 'note';

export const noteNames: Record<NoteKind, string> = {
  bookmark: '书签',
  highlight: '划线',
  note: '笔记',
};

export interface Note {
  /** queueing/utilization-cliff */
  section: string;
  kind: NoteKind;
  /** 记下的时刻，毫秒，只用来给人看和排先后 */
  made: number;
  /** 记在哪一句上；写给整节的没有 */
  quote: Quote | null;
  /** 版本号 → 写的话；一个也没有，就是删掉了 */
  heads: Readonly<Record<string, string>>;
  /** 被换掉、删掉的版本号 */
  dead: readonly string[];
}

export type Notes = Readonly<Record<string, Note>>;

/** 一条笔记最多这么多字 */
export const LONGEST_NOTE = 5000;
/** 一次最多划这么多字 */
export const LONGEST_QUOTE = 600;

const pick = (a: string, b: string) => (a > b ? a : b);

/** 定下以后不改的几项；两边不一样（改坏了）也要合出同一个来。 */
function fixed({ section, kind, made, quote }: Note) {
  return { section, kind, made, quote };
}

export function mergeNote(a: Note, b: Note): Note {
  const dead = [...new Set([...a.dead, ...b.dead])].sort();
  const gone = new Set(dead);
  const heads = new Map<string, string>();
  for (const [rev, text] of [...Object.entries(a.heads), ...Object.entries(b.heads)])
    if (!gone.has(rev)) heads.set(rev, pick(heads.get(rev) ?? '', text));
  const mine = JSON.stringify(fixed(a)) <= JSON.stringify(fixed(b)) ? a : b;
  return {
    ...fixed(mine),
    heads: Object.fromEntries([...heads].sort(([x], [y]) => (x < y ? -1 : 1))),
    dead,
  };
}

/** 换成新的一版：眼下看得见的各版都由它接替。 */
export function rewritten(note: Note, rev: string, text: string): Note {
  return { ...note, heads: { [rev]: text }, dead: [...note.dead, ...Object.keys(note.heads)] };
}

export function removed(note: Note): Note {
  return { ...note, heads: {}, dead: [...note.dead, ...Object.keys(note.heads)] };
}

export const isKept = ({ heads }: Note): boolean => Object.keys(heads).length > 0;

/** 写的话；两台设备上各改过的，两份都在，中间空一行。 */
export function textOf({ heads }: Note): string {
  return [...new Set(Object.values(heads))].filter((text) => text !== '').join('\n\n');
}

/** 两台设备上各改过，还没有并成一份 */
export const isForked = ({ heads }: Note): boolean => new Set(Object.values(heads)).size > 1;

const REV = /^[a-z0-9]{1,24}$/;
const SECTION = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/;
const kinds: readonly unknown[] = ['bookmark', 'highlight', 'note'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

function readQuote(value: unknown): Quote | null | undefined {
  if (value === null) return null;
  if (!isObject(value)) return undefined;
  const { text, prefix, suffix, at } = value;
  const sound =
    isText(text, LONGEST_QUOTE * 2) &&
    text !== '' &&
    isText(prefix, 100) &&
    isText(suffix, 100) &&
    Number.isSafeInteger(at);
  return sound ? { text, prefix, suffix, at: at as number } : undefined;
}

/** 读一条来历不明的；不成样子是 null。 */
export function readNote(value: unknown): Note | null {
  if (!isObject(value)) return null;
  const { section, kind, made, heads, dead } = value;
  const quote = readQuote(value.quote);
  const sound =
    typeof section === 'string' &&
    SECTION.test(section) &&
    kinds.includes(kind) &&
    Number.isSafeInteger(made) &&
    quote !== undefined &&
    isObject(heads) &&
    Object.entries(heads).every(([rev, text]) => REV.test(rev) && isText(text, LONGEST_NOTE * 4)) &&
    Array.isArray(dead) &&
    dead.every((rev) => typeof rev === 'string' && REV.test(rev));
  if (!sound) return null;
  const note: Note = {
    section,
    kind: kind as NoteKind,
    made: made as number,
    quote,
    heads: heads as Record<string, string>,
    dead: dead as string[],
  };
  return mergeNote(note, note);
}
