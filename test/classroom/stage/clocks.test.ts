import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  follow,
  momentOf,
  readClocks,
  readingOf,
  strays,
  type Ticking,
} from '../../../src/classroom/stage/clocks.ts';

/** 一座钟，时间由测试走。 */
class Clock implements Ticking {
  time = 0;
  playing = false;
  speed = 1;
  duration: number;
  unitsPerSecond: number;
  constructor(duration = 100, unitsPerSecond = 2) {
    this.duration = duration;
    this.unitsPerSecond = unitsPerSecond;
  }
  play() {
    // 与真的一样：放到头了再放，从头来
    if (this.time >= this.duration) this.time = 0;
    this.playing = true;
  }
  pause() {
    this.playing = false;
  }
  run(milliseconds: number) {
    if (!this.playing) return;
    const by = (milliseconds / 1000) * this.speed * this.unitsPerSecond;
    this.time = Math.min(this.duration, this.time + by);
    if (this.time >= this.duration) this.playing = false;
  }
}

test('说一次，另一边照着算出现在走到哪里', () => {
  const desk = new Clock();
  desk.play();
  desk.speed = 2;
  const told = readingOf(desk, 1000);
  expect(momentOf(told, desk, 3500)).toBeCloseTo(2.5 * 2 * 2);
  expect(momentOf(told, desk, 500), '表往回拨过').toBe(0);
  desk.pause();
  expect(momentOf(readingOf(desk, 1000), desk, 9000)).toBe(0);
});

test('放着的不必一帧一帧地说；停、走、换速度、跳一段要说', () => {
  const desk = new Clock();
  desk.play();
  const told = readingOf(desk, 0);
  desk.run(500);
  expect(strays(told, desk, 500)).toBe(false);
  expect(strays(undefined, desk, 500), '从没说过').toBe(true);
  desk.time += 1;
  expect(strays(told, desk, 500), '跳了一段').toBe(true);
  desk.time -= 1;
  desk.speed = 5;
  expect(strays(told, desk, 500), '换了速度').toBe(true);
  desk.speed = 1;
  desk.pause();
  expect(strays(told, desk, 500), '停了').toBe(true);
});

test('停着单步走的，差一点也要说', () => {
  const desk = new Clock();
  const told = readingOf(desk, 0);
  desk.time = 0.001;
  expect(strays(told, desk, 0)).toBe(true);
});

test('讲台上随便怎么按，说一次投影就在同一刻', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          act: fc.constantFrom('play', 'pause', 'step', 'speed', 'restart', 'wait'),
          by: fc.integer({ min: 0, max: 20_000 }),
        }),
        { maxLength: 30 },
      ),
      (acts) => {
        const [desk, wall] = [new Clock(), new Clock()];
        let now = 0;
        for (const { act, by } of acts) {
          if (act === 'play') desk.play();
          if (act === 'pause') desk.pause();
          if (act === 'speed') desk.speed = [0.5, 1, 2, 5][by % 4]!;
          if (act === 'restart') desk.time = 0;
          if (act === 'step') {
            desk.pause();
            desk.time = Math.min(desk.duration, desk.time + by / 1000);
          }
          if (act === 'wait') {
            now += by;
            desk.run(by);
            wall.run(by);
          }
          follow(wall, readingOf(desk, now), now);
          expect(wall.playing).toBe(desk.playing);
          expect(wall.speed).toBe(desk.speed);
          const allowed = desk.playing ? 0.1 * desk.speed * desk.unitsPerSecond : 0;
          expect(Math.abs(wall.time - desk.time)).toBeLessThanOrEqual(allowed + 1e-9);
        }
      },
    ),
  );
});

test('放到头的不从头再放', () => {
  const wall = new Clock();
  follow(wall, { time: 90, playing: true, speed: 5, at: 0 }, 60_000);
  expect(wall).toMatchObject({ time: 100, playing: false });
});

test('不像话的不要；读得出的一定用得了', () => {
  const good = { time: 1, playing: true, speed: 2, at: 3 };
  expect(readClocks([good])).toEqual([good]);
  for (const bad of [
    { time: -1 },
    { time: Infinity },
    { speed: 0 },
    { speed: 99 },
    { playing: 1 },
    { at: Number.NaN },
  ])
    expect(readClocks([{ ...good, ...bad }]), JSON.stringify(bad)).toBeNull();
  expect(readClocks(Array.from({ length: 5 }, () => good))).toBeNull();
  fc.assert(
    fc.property(fc.anything(), (found) => {
      for (const told of readClocks(found) ?? []) {
        const clock = new Clock();
        follow(clock, told, 1e12);
        expect(clock.time).toBeGreaterThanOrEqual(0);
        expect(clock.time).toBeLessThanOrEqual(clock.duration);
      }
    }),
  );
});
