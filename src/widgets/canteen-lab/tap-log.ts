/** 现场按键的记录：来了一位、几号窗开始、几号窗办完；撤销、暂停之后怎么算也在这里。时间以秒计。 */
import type { Visit } from './observation.ts';

export type Tap =
  { kind: 'arrival'; at: number } | { kind: 'start' | 'end'; at: number; window: number };

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

/** 浏览器里存的按键；坏了的一笔丢掉，时间倒流的往后挪。 */
export function restoreTaps(stored: unknown): Tap[] {
  if (!Array.isArray(stored)) return [];
  const taps: Tap[] = [];
  let latest = 0;
  for (const one of stored as unknown[]) {
    if (typeof one !== 'object' || one === null) continue;
    const { kind, at, window } = one as Record<string, unknown>;
    if (typeof at !== 'number' || !Number.isFinite(at) || at < 0) continue;
    latest = Math.max(latest, at);
    if (kind === 'arrival') taps.push({ kind, at: latest });
    else if (
      (kind === 'start' || kind === 'end') &&
      Number.isInteger(window) &&
      (window as number) >= 0 &&
      (window as number) < 20
    )
      taps.push({ kind, at: latest, window: window as number });
  }
  return taps;
}

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
