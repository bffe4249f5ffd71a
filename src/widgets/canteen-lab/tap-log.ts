/** 现场按键的记录：来了一位、几号窗开始、几号窗办完；撤销、暂停之后怎么算也在这里。时间以秒计。 */
import type { KeptRules } from '../../lib/kept-record.ts';
import type { Visit } from './observation.ts';

export type Tap =
  | { kind: 'arrival'; at: number }
  | { kind: 'start' | 'end'; at: number; window: number };

/** 正在等的人，和各窗口手上的人，都用来的次序编号；窗口空着是 null。 */
export interface Floor {
  waiting: number[];
  serving: (number | null)[];
  visits: Visit[];
}

/** 把按键从头放一遍：先来先办，开始的总是队首那位。 */
export function replay(taps: readonly Tap[], windows: number): Floor {
  const visits: Visit[] = [];
  const waiting: number[] = [];
  const serving: (number | null)[] = Array.from({ length: windows }, () => null);
  for (const tap of taps) {
    const at = tap.at / 60;
    if (tap.kind === 'arrival') {
      waiting.push(visits.length);
      visits.push({ arrival: at, start: null, end: null });
    } else if (tap.kind === 'start') {
      const next = waiting.shift();
      if (next === undefined) continue;
      serving[tap.window] = next;
      visits[next]!.start = at;
    } else {
      const done = serving[tap.window];
      if (done === null || done === undefined) continue;
      serving[tap.window] = null;
      visits[done]!.end = at;
    }
  }
  // 记到一半少开几个窗口时，多出来的窗口只要手上还有人就留着，不然那位永远办不完
  while (serving.length > windows && serving.at(-1) === null) serving.pop();
  return { waiting, serving, visits };
}

/** 这一按合不合现场：队里没人不能开始，窗口空着不能办完。 */
export function refusal(taps: readonly Tap[], windows: number, tap: Tap): string | null {
  if (tap.kind === 'arrival') return null;
  const { waiting, serving } = replay(taps, windows);
  const busy = (serving[tap.window] ?? null) !== null;
  if (tap.kind === 'end') return busy ? null : `${tap.window + 1} 号窗现在没有人在办。`;
  if (busy) return `${tap.window + 1} 号窗手上还有一位，先按“办完”。`;
  return waiting.length > 0 ? null : '队里没有人：先按“来了一位”，再按“开始”。';
}

/** 浏览器里存的按键；坏了的一笔略过并数出来，时间倒流的往后挪。 */
export function restoreTaps(stored: unknown): { taps: Tap[]; dropped: number } {
  if (stored === undefined) return { taps: [], dropped: 0 };
  if (!Array.isArray(stored)) return { taps: [], dropped: 1 };
  const taps: Tap[] = [];
  let latest = 0;
  for (const one of stored as unknown[]) {
    const { kind, at, window } = (typeof one === 'object' && one !== null ? one : {}) as Record<
      string,
      unknown
    >;
    if (typeof at !== 'number' || !Number.isFinite(at) || at < 0) continue;
    if (kind === 'arrival') taps.push({ kind, at: Math.max(latest, at) });
    else if ((kind === 'start' || kind === 'end') && isWindow(window))
      taps.push({ kind, at: Math.max(latest, at), window });
    latest = taps.at(-1)?.at ?? 0;
  }
  return { taps, dropped: stored.length - taps.length };
}

const mostWindows = 20;
const isWindow = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < mostWindows;

/** 一场记录存下的样子 */
export interface Log {
  taps: readonly Tap[];
  /** 清空之前的那一份，可以取回 */
  cleared: readonly Tap[];
  windows: number;
  /** 办完一位，队里有人就接着开始下一位 */
  chain: boolean;
  /** 停表时秒表上的秒数 */
  elapsed: number;
}

/** 两个标签页的秒表各走各的，合到一起没有意义：谁后按跟着谁，真撞上了问读者。 */
export const keptLog: KeptRules<Log> = {
  key: 'canteen-lab-taps',
  empty: { taps: [], cleared: [], windows: 1, chain: true, elapsed: 0 },
  restore(stored) {
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
      return { value: keptLog.empty, lost: '不是一份按键的记录' };
    const record = stored as Record<string, unknown>;
    const { taps, dropped } = restoreTaps(record['taps']);
    const cleared = restoreTaps(record['cleared']);
    const { windows, chain, elapsed } = record;
    const odd = dropped + cleared.dropped;
    return {
      value: {
        taps,
        cleared: cleared.taps,
        windows: typeof windows === 'number' && isWindow(windows - 1) ? windows : 1,
        chain: typeof chain === 'boolean' ? chain : true,
        elapsed: Math.max(
          taps.at(-1)?.at ?? 0,
          typeof elapsed === 'number' && Number.isFinite(elapsed) ? elapsed : 0,
        ),
      },
      lost: odd === 0 ? '' : `有 ${odd} 笔读不懂`,
    };
  },
};

/** 一秒的零头记到百分之一，存得下，也够准。 */
export const stamp = (seconds: number) => Math.round(seconds * 100) / 100;

/** 几分几秒：03:07、1:02:30 */
export function clockFace(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
