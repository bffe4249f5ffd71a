/**
 * 台上自己会走的画面走到了哪一刻。写成“那时在哪里、走没走、几倍速”，
 * 另一个窗口照着算现在该在哪里，不必一帧一帧地说。
 */
import { isRecord } from '../lesson/recovery.ts';

export interface Clock {
  time: number;
  playing: boolean;
  speed: number;
  /** 什么时候走到 `time` 的，毫秒 */
  at: number;
}

/** 一座钟：实验里的播放。 */
export interface Ticking {
  time: number;
  playing: boolean;
  speed: number;
  readonly duration: number;
  readonly unitsPerSecond: number;
  play(): void;
  pause(): void;
}

/** 一个实验里至多这么多座钟；最快几倍速 */
const mostClocks = 4;
const fastest = 10;
/** 一帧，毫秒 */
export const frame = 17;
/** 差这么多毫秒以内，全班看不出来 */
const slack = 6 * frame;

export const readingOf = ({ time, playing, speed }: Ticking, now: number): Clock => ({
  time,
  playing,
  speed,
  at: now,
});

/** 照说的，现在该走到哪里。 */
export function momentOf(told: Clock, { duration, unitsPerSecond }: Ticking, now: number): number {
  const passed = told.playing ? (Math.max(0, now - told.at) / 1000) * told.speed : 0;
  return Math.min(duration, told.time + passed * unitsPerSecond);
}

/** 这座钟与说的对不上了：停了、走了、换了速度、跳了一段。 */
export function strays(told: Clock | undefined, clock: Ticking, now: number): boolean {
  if (!told) return true;
  const { time, playing, speed, unitsPerSecond } = clock;
  if (told.speed !== speed || told.playing !== playing) return true;
  const allowed = playing ? (slack / 1000) * speed * unitsPerSecond : 0;
  return Math.abs(momentOf(told, clock, now) - time) > allowed;
}

/** 把这座钟拨成说的那样。 */
export function follow(clock: Ticking, told: Clock, now: number): void {
  if (!strays(told, clock, now)) return;
  const time = momentOf(told, clock, now);
  const plays = told.playing && time < clock.duration;
  if (clock.playing && !plays) clock.pause();
  clock.speed = told.speed;
  clock.time = time;
  if (plays) clock.play();
}

/** 频道里、存储里读来的；不像话的不要。 */
export function readClocks(stored: unknown): Clock[] | null {
  if (!Array.isArray(stored) || stored.length > mostClocks) return null;
  const clocks = stored.map((each: unknown): Clock | null => {
    if (!isRecord(each)) return null;
    const { time, playing, speed, at } = each;
    const sound =
      Number.isFinite(time) &&
      (time as number) >= 0 &&
      typeof playing === 'boolean' &&
      Number.isFinite(speed) &&
      (speed as number) > 0 &&
      (speed as number) <= fastest &&
      Number.isFinite(at);
    return sound
      ? { time: time as number, playing, speed: speed as number, at: at as number }
      : null;
  });
  return clocks.every((clock) => clock !== null) ? clocks : null;
}
