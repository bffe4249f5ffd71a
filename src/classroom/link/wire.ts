/**
 * 两个窗口之间说的话。频道里什么都可能有：样子不对的一律丢掉，数照链接的规矩收进范围，
 * 过了这里的才交给画面。
 */
import type { Deck } from '../deck/deck.ts';
import { readStroke, type Stroke } from '../lesson/ink.ts';
import type { State } from '../lesson/phases.ts';
import type { View } from '../lesson/player.svelte.ts';
import { isRecord, readState } from '../lesson/recovery.ts';
import { readClocks } from '../stage/clocks.ts';
import { readMirrors } from '../stage/mirrors.ts';

export const version = 1;

interface Head {
  /** 哪个窗口说的；一份网页一个，刷新就换 */
  from: string;
  epoch: number;
}

/** 哪一页：墙上投的，讲台上看的。 */
export type Page = 'wall' | 'desk';

export type Message = Head &
  (
    | {
        k: 'state';
        rev: number;
        /** 说话的正驾着这堂课；不是的，只是替它答一句 */
        live: boolean;
        state: State;
        view: View;
      }
    /** 两个窗口的课件不是同一版 */
    | { k: 'other'; hash: string }
    | { k: 'need'; page: Page; taking: boolean }
    | { k: 'point'; x: number; y: number; on: boolean }
    /** 一笔；没有点就是擦掉，编号 0 是整步擦掉 */
    | { k: 'ink'; step: string; stroke: Stroke }
    /** 照着画好了；被盖住的窗口不画 */
    | { k: 'ack'; rev: number; painted: boolean; shape: number }
    | { k: 'ask-next' }
    | { k: 'ask-prev' }
    | { k: 'bye' }
  );

/** 说出去的一句，除了谁说的 */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type Said = Without<Message, 'from' | 'epoch'>;

/** 离整数的尽头远远的：再加一还是整数 */
const most = 1e12;
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
const isFraction = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;

/** 链接最长多长，墙上的设置也最长多长 */
const longestQuery = 100_000;

/** 写成频道里的样子。 */
export function written(from: string, epoch: number, said: Said): object {
  return { v: version, from, epoch, ...said };
}

/** 认得的一句；认不得的、别的版本的、不像话的，都是 null。 */
export function readMessage(deck: Deck, data: unknown): Message | null {
  if (!isRecord(data) || data.v !== version || !isId(data.from) || !isCount(data.epoch))
    return null;
  const head = { from: data.from, epoch: data.epoch };
  switch (data.k) {
    case 'state':
      return readStateMessage(deck, head, data);
    case 'need':
      return (data.page === 'wall' || data.page === 'desk') && typeof data.taking === 'boolean'
        ? { ...head, k: 'need', page: data.page, taking: data.taking }
        : null;
    case 'point':
      return isFraction(data.x) && isFraction(data.y) && typeof data.on === 'boolean'
        ? { ...head, k: 'point', x: data.x, y: data.y, on: data.on }
        : null;
    case 'ink': {
      const stroke = readStroke(data.stroke);
      return stroke && deck.steps.some(({ id }) => id === data.step)
        ? { ...head, k: 'ink', step: data.step as string, stroke }
        : null;
    }
    case 'ack':
      return isCount(data.rev) &&
        typeof data.painted === 'boolean' &&
        typeof data.shape === 'number' &&
        data.shape >= 0.2 &&
        data.shape <= 5
        ? { ...head, k: 'ack', rev: data.rev, painted: data.painted, shape: data.shape }
        : null;
    case 'ask-next':
    case 'ask-prev':
    case 'bye':
      return { ...head, k: data.k };
    default:
      return null;
  }
}

function readStateMessage(
  deck: Deck,
  head: Head,
  { state, rev, live, view }: Record<string, unknown>,
): Message | null {
  if (!isCount(rev) || typeof live !== 'boolean' || !isRecord(state) || !isRecord(view))
    return null;
  if (state.deck !== deck.id || typeof state.hash !== 'string') return null;
  if (typeof view.code !== 'boolean' || typeof view.magnified !== 'boolean') return null;
  if (state.hash !== deck.hash) return { ...head, k: 'other', hash: state.hash.slice(0, 40) };
  const read = readState(deck, state);
  // 段对不上是别的版本；实验的设置长得离谱的不要
  if (!read || read.phase !== state.phase) return null;
  if (read.widget) {
    const { query, clocks, own } = read.widget;
    if (query.length > longestQuery || readMirrors(own) === null) return null;
    if (clocks !== undefined && readClocks(clocks) === null) return null;
  }
  return {
    ...head,
    k: 'state',
    rev,
    live,
    state: read,
    view: { code: view.code, magnified: view.magnified },
  };
}
