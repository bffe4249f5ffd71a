import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { readToken } from '../../../src/classroom/link/token.ts';
import {
  after,
  makeToken,
  newWindowId,
  seatOf,
  silence,
  unanswered,
  type Effect,
  type Event,
  type Seat,
} from '../../../src/classroom/link/session.ts';
import type { Page } from '../../../src/classroom/link/wire.ts';

const lockEvents = new Set<Event['type']>(['locked', 'denied', 'lost']);

/** 一群窗口、一把锁、一个会耽搁的频道；时间由测试走。 */
class Windows {
  now = 0;
  readonly locks: boolean;
  readonly delay: () => number;
  seats: Seat[] = [];
  holder: string | null = null;
  queue: string[] = [];
  #events: { at: number; from: string; to: string; event: Event }[] = [];
  #opened = 0;

  constructor(locks: boolean, delay: () => number = () => 1) {
    this.locks = locks;
    this.delay = delay;
  }

  open(page: Page, alone = false, stored = { epoch: 0, rev: 0 }): string {
    const id = (++this.#opened).toString(16).padStart(16, '0');
    this.seats.push(seatOf(id, page, this.locks, stored));
    this.#happen(id, { type: 'open', alone });
    return id;
  }
  /** 关了，锁放开；还在路上的话到不到说不准：关的照样到，崩的就没有了。 */
  close(id: string): void {
    this.seats = this.seats.filter((seat) => seat.id !== id);
    this.queue = this.queue.filter((each) => each !== id);
    this.#unlock(id);
  }
  crash(id: string): void {
    this.#events = this.#events.filter(({ from }) => from !== id);
    this.close(id);
  }
  reload(id: string): string {
    const { page, epoch, rev } = this.seat(id);
    this.close(id);
    return this.open(page, false, { epoch, rev });
  }
  take(id: string): void {
    this.#happen(id, { type: 'take' });
  }
  seat(id: string): Seat {
    return this.seats.find((seat) => seat.id === id) as Seat;
  }
  get drivers(): Seat[] {
    return this.seats.filter(({ role }) => role === 'drives');
  }
  /** 走这么多毫秒，驾驶的每秒说一遍。 */
  run(milliseconds: number): void {
    const end = this.now + milliseconds;
    while (this.now < end) {
      this.now += 10;
      const due = this.#events.filter(({ at }) => at <= this.now);
      this.#events = this.#events.filter(({ at }) => at > this.now);
      for (const { to, event } of due) this.#happen(to, event);
      if (this.now % 50 === 0) for (const { id } of this.seats) this.#happen(id, { type: 'tick' });
      if (this.now % 1000 === 0)
        for (const { id, role } of this.seats) if (role === 'drives') this.#tell(id);
      if (this.locks && this.drivers.some(({ id }) => id !== this.holder && !this.#owed(id)))
        throw new Error('锁不在手里的窗口在驾：看 session.ts 的 ticked');
    }
  }

  #owed = (id: string) => this.#events.some(({ to, event }) => to === id && event.type === 'lost');
  #happen(id: string, event: Event): void {
    const seat = this.seat(id);
    if (!seat) return;
    const [next, effects] = after(seat, event, this.now);
    this.seats = this.seats.map((each) => (each.id === id ? next : each));
    for (const effect of effects) this.#do(id, effect);
  }
  #later(from: string, to: string, event: Event, wait = this.delay()): void {
    this.#events.push({ at: this.now + wait, from, to, event });
  }
  /** 锁的事由浏览器按先后告诉一个窗口：再耽搁，也不会先听见没有了、后听见到手了。 */
  #granted(to: string, event: Event): void {
    const told = this.#events.filter((each) => each.to === to && lockEvents.has(each.event.type));
    const earliest = Math.max(0, ...told.map(({ at }) => at - this.now));
    this.#later('', to, event, Math.max(earliest, this.delay()));
  }
  #say(from: string, event: Event): void {
    for (const { id } of this.seats) if (id !== from) this.#later(from, id, event);
  }
  #tell(id: string): void {
    const { epoch, rev, role } = this.seat(id);
    this.#say(id, { type: 'state', from: id, epoch, rev, live: role === 'drives' });
  }
  #unlock(id: string): void {
    if (this.holder !== id) return;
    this.holder = this.queue.shift() ?? null;
    if (this.holder) this.#granted(this.holder, { type: 'locked' });
  }
  /** 又去要锁、又放开：前一次的回音不算了（link.svelte.ts 里的 turn），到了手也当场放开。 */
  #forget(id: string): void {
    const stale = (each: { to: string; event: Event }) =>
      each.to === id && lockEvents.has(each.event.type);
    const granted = this.#events.some((each) => stale(each) && each.event.type === 'locked');
    this.#events = this.#events.filter((each) => !stale(each));
    if (granted) this.#unlock(id);
  }
  #do(id: string, effect: Effect): void {
    const { epoch, page } = this.seat(id);
    if (/queue|try|steal|release/.test(effect.do)) this.#forget(id);
    if (effect.do === 'need')
      this.#say(id, { type: 'need', from: id, epoch, page, taking: effect.taking });
    else if (effect.do === 'tell') this.#tell(id);
    else if (effect.do === 'release') this.#unlock(id);
    else if (effect.do === 'steal') {
      if (this.holder && this.holder !== id) this.#granted(this.holder, { type: 'lost' });
      this.queue = this.queue.filter((each) => each !== id);
      this.holder = id;
      this.#granted(id, { type: 'locked' });
    } else if (effect.do === 'queue' || effect.do === 'try') {
      if (this.holder === null) {
        this.holder = id;
        this.#granted(id, { type: 'locked' });
      } else if (effect.do === 'try') this.#granted(id, { type: 'denied' });
      else if (this.holder !== id) this.queue.push(id);
    }
  }
}

/** 一个种子只抽二百堂课；这几个抽得到几个窗口抢在一起的 */
const seeds = [...new Set([fc.readConfigureGlobal().seed as number, 8, 33])];
const settled = 2 * (silence + 2 * unanswered) + 2000;

describe.each([
  ['有 Web Locks', true],
  ['没有 Web Locks', false],
])('%s', (_name, locks) => {
  test('投影按 P：讲台的窗口一来就让给它，半秒之内', () => {
    const windows = new Windows(locks);
    const wall = windows.open('wall', true);
    windows.run(500);
    expect(windows.drivers.map(({ id }) => id)).toEqual([wall]);
    const desk = windows.open('desk');
    windows.run(600);
    expect(windows.drivers.map(({ id }) => id)).toEqual([desk]);
    expect(windows.seat(wall).epoch).toBe(windows.seat(desk).epoch);
  });

  test('讲台与投影一起刷新，不管谁先好、路上耽搁多久：讲台驾', () => {
    for (const delay of [1, 60, 120])
      for (let late = -1500; late <= 1500; late += 50) {
        const windows = new Windows(locks, () => delay);
        windows.open(late < 0 ? 'desk' : 'wall');
        windows.run(Math.abs(late));
        windows.open(late < 0 ? 'wall' : 'desk');
        windows.run(2000);
        expect(
          [delay, late, ...windows.drivers.map(({ page }) => page)],
          '两个一起来接手，没有分出先后：看 session.ts 的 asked',
        ).toEqual([delay, late, 'desk']);
      }
  });

  test('墙刷新，一秒之内跟上；讲台刷新，一秒之内接着驾', () => {
    const windows = new Windows(locks);
    const desk = windows.open('desk');
    windows.run(1000);
    const wall = windows.open('wall');
    windows.run(1000);
    expect(windows.seat(wall)).toMatchObject({ role: 'follows', epoch: windows.seat(desk).epoch });
    const again = windows.reload(wall);
    windows.run(900);
    expect(windows.seat(again)).toMatchObject({ role: 'follows', asked: null });
    const back = windows.reload(desk);
    windows.run(900);
    expect(windows.drivers.map(({ id }) => id)).toEqual([back]);
  });

  test('讲台没了：墙等三秒，没有人答，自己驾；讲台再开，又让出来', () => {
    const windows = new Windows(locks);
    const desk = windows.open('desk');
    windows.run(1000);
    const wall = windows.open('wall');
    windows.run(1000);
    windows.close(desk);
    windows.run(silence - 1500);
    expect(windows.drivers).toEqual([]);
    windows.run(3000);
    expect(windows.drivers.map(({ id }) => id)).toEqual([wall]);
    const next = windows.open('desk');
    windows.run(1000);
    expect(windows.drivers.map(({ id }) => id)).toEqual([next]);
  });

  test.each([1, 60, 120])(
    '多开一个讲台只跟着；按“接管”，换它驾，原来的跟着；一句话走 %i 毫秒',
    (delay) => {
      const windows = new Windows(locks, () => delay);
      const desk = windows.open('desk');
      windows.run(1000);
      const twin = windows.open('desk');
      windows.run(5000);
      expect(windows.drivers.map(({ id }) => id)).toEqual([desk]);
      for (const id of [twin, desk]) {
        windows.take(id);
        windows.run(2500);
        expect(windows.drivers.map((seat) => seat.id)).toEqual([id]);
        expect(windows.seat(desk).epoch).toBe(windows.seat(twin).epoch);
      }
    },
  );

  test.each(seeds)(
    '随便开、关、崩、刷新、接管，话在路上耽搁（种子 %i）：静下来只有一个驾，都跟得上它',
    (seed) => {
      const action = fc.record({
        what: fc.constantFrom('desk', 'wall', 'close', 'crash', 'reload', 'take'),
        which: fc.nat(20),
        wait: fc.integer({ min: 0, max: 5000 }),
      });
      fc.assert(
        fc.property(
          fc.array(action, { minLength: 1, maxLength: 14 }),
          // 没有锁的全靠问答：一来一回要在等回音的时限以内
          fc.array(fc.integer({ min: 1, max: locks ? 240 : 120 }), { minLength: 3, maxLength: 30 }),
          (actions, delays) => {
            let turn = 0;
            const windows = new Windows(locks, () => delays[turn++ % delays.length] as number);
            windows.open('wall', true);
            for (const { what, which, wait } of actions) {
              const seat = windows.seats[which % Math.max(1, windows.seats.length)];
              if (what === 'desk' || what === 'wall') {
                if (windows.seats.length < 5) windows.open(what);
              } else if (seat) windows[what](seat.id);
              windows.run(wait);
            }
            windows.run(settled);
            if (windows.seats.length === 0) return;
            expect(windows.drivers).toHaveLength(1);
            const [driver] = windows.drivers as [Seat];
            // 没有人按过“接管”：有讲台，就是讲台驾。没有锁的，驾着的没了，等着的讲台不排队，只说一个讲台的
            const taken = actions.some(({ what }) => what === 'take');
            const desks = windows.seats.some(({ page }) => page === 'desk');
            const twins = actions.filter(({ what }) => what === 'desk').length > 1;
            if (!taken && (locks || !twins)) expect(driver.page).toBe(desks ? 'desk' : 'wall');
            for (const seat of windows.seats)
              expect([seat.epoch, seat.rev]).toEqual([driver.epoch, driver.rev]);
            // 定下来了就不再换
            windows.run(silence + unanswered);
            expect(windows.drivers).toEqual([driver]);
          },
        ),
        { seed, numRuns: 200 },
      );
    },
  );
});

describe('机器慢得时间做不得准', () => {
  test('讲台开着卡住十几秒，缓过来照样向投影要', () => {
    const desk = seatOf('1'.repeat(16), 'desk', true, { epoch: 0, rev: 0 });
    let [seat] = after(desk, { type: 'open', alone: false }, 0);
    [seat] = after(seat, { type: 'state', from: '2'.repeat(16), epoch: 3, rev: 1, live: true }, 10);
    const [, effects] = after(seat, { type: 'tick' }, 15_000);
    expect(effects, '投影驾着，讲台不再要：看 session.ts 的 seeks').toContainEqual({
      do: 'need',
      taking: false,
    });
  });
  test('要几次要不到就不要了；驾过的、让给别人的，不去要回来', () => {
    const heard: Event = { type: 'state', from: '2'.repeat(16), epoch: 3, rev: 1, live: true };
    const asks = (start: Seat) => {
      let [seat, now, count] = [start, 0, 0];
      for (let i = 0; i < 200; i++) {
        now += 600;
        const [next, effects] = after(seat, { type: 'tick' }, now);
        count += effects.filter((effect) => effect.do === 'need').length;
        [seat] = after(next, heard, now + 5);
      }
      return count;
    };
    const desk = seatOf('1'.repeat(16), 'desk', true, { epoch: 0, rev: 0 });
    const [opened] = after(desk, { type: 'open', alone: false }, 0);
    expect(asks(after(opened, heard, 1)[0])).toBe(10);
    const [taken] = after(opened, { type: 'locked' }, 1);
    const [lost] = after(taken, { type: 'lost' }, 2);
    expect(asks(after(lost, heard, 3)[0])).toBe(0);
  });
  test('刷新过的，版次一样也照驾着的摆；后来一样的不再摆', () => {
    const stored = { epoch: 3, rev: 7 };
    const heard: Event = { type: 'state', from: '2'.repeat(16), ...stored, live: true };
    const wall = seatOf('1'.repeat(16), 'wall', true, stored);
    const [opened] = after(wall, { type: 'open', alone: false }, 0);
    const [seat, first] = after(opened, heard, 10);
    expect(first).toContainEqual({ do: 'adopt' });
    expect(after(seat, heard, 1000)[1]).toEqual([]);
  });
});

describe('驾驶的不听旧话', () => {
  const driving: Seat = {
    ...seatOf('8'.repeat(16), 'desk', false, { epoch: 5, rev: 9 }),
    role: 'drives',
  };
  test('没有锁：代数高的、一样高而编号大的，让给它；低的，再宣布一次', () => {
    const from = (id: string, epoch: number) =>
      after(driving, { type: 'state', from: id.repeat(16), epoch, rev: 1, live: true }, 0)[0];
    expect(from('1', 6).role).toBe('follows');
    expect(from('9', 5).role).toBe('follows');
    expect(from('1', 5)).toMatchObject({ role: 'drives', epoch: 6 });
    expect(from('9', 4)).toMatchObject({ role: 'drives', epoch: 5 });
  });
  test('有锁：锁在谁手里谁驾，代数升到听见的以上', () => {
    const [next] = after(
      { ...driving, locks: true },
      { type: 'state', from: '9'.repeat(16), epoch: 7, rev: 1, live: true },
      0,
    );
    expect(next).toMatchObject({ role: 'drives', epoch: 8 });
  });
});

describe('口令', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    globalThis.sessionStorage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    } as Storage;
  });
  test('没有就做一个，有就用原来的；存着的不像口令，重做', () => {
    expect(readToken()).toBeNull();
    const token = makeToken();
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(makeToken()).toBe(token);
    stored.set('som:class', '"../../"');
    expect(readToken()).toBeNull();
    expect(makeToken()).not.toBe('../../');
  });
  test('存着什么别的，都等于没有口令：这个标签页一个人上课', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (garbled) => {
        stored.set('som:class', garbled);
        expect(readToken(), `${garbled} 不是口令，看 recovery.ts 的 readToken`).toBeNull();
      }),
      { examples: [['{"deck":"queueing","step":[1],"bets":7}'], ['[]'], ['7'], ['"abc"']] },
    );
  });
  test('不让存，就没有口令：一个窗口', () => {
    globalThis.sessionStorage = {
      getItem: () => null,
      setItem() {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as Storage;
    expect(makeToken()).toBeNull();
  });
  test('窗口的编号各不相同', () => {
    expect(new Set(Array.from({ length: 100 }, newWindowId)).size).toBe(100);
  });
});
