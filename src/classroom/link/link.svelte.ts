/**
 * 把几个窗口连成一堂课：频道、锁、时钟在这里，谁驾由 session.ts 定，话像不像话由 wire.ts 看。
 * 用到第二个窗口才取这一块。
 */
import { untrack } from 'svelte';
import { readTab, writeTab } from '../../lib/tab-storage.ts';
import { changes, nextId, received, type Ink, type Stroke } from '../lesson/ink.ts';
import type { Player } from '../lesson/player.svelte.ts';
import {
  after,
  makeToken,
  newWindowId,
  seatOf,
  type Effect,
  type Event,
  type Seat,
} from './session.ts';
import { readMessage, written, type Message, type Page, type Said } from './wire.ts';

export interface Joining {
  page: Page;
  player: Player;
  token: string;
  /** 一直一个人驾着，现在要开讲台的窗口 */
  alone: boolean;
  /** 墙上的翻页笔要往前、往后 */
  onask: (command: 'next' | 'back') => void;
}

/** 一面墙：画到了哪一版，什么时候说给它、还没有回音 */
interface Wall {
  rev: number;
  painted: boolean;
  shape: number;
  waits: number | null;
  seen: number;
}

/** 一帧 */
const frame = 16;
/** 多久没有回音算没有跟上；多久算没有这面墙 */
const late = 1000;
const gone = 10_000;

/** 这一帧画好就办，排在攒着的别的事前面。 */
const afterPaint = (work: () => void) => {
  const { scheduler } = self as {
    scheduler?: { postTask(work: () => void, how: { priority: string }): Promise<unknown> };
  };
  if (scheduler) void scheduler.postTask(work, { priority: 'user-blocking' });
  else setTimeout(work);
};

export class Link {
  readonly player: Player;
  readonly page: Page;
  seat: Seat = $state.raw() as Seat;
  /** 另一个窗口的课件不是同一版 */
  other = $state(false);
  /** 投影画好一次要几毫秒，最近二十次的中位数；还没有就是 null */
  latency: number | null = $state(null);
  walls: ReadonlyMap<string, Wall> = $state.raw(new Map());
  /** 有一面墙一秒没有回音 */
  late = $state(false);

  readonly drives: boolean = $derived.by(() => this.seat.role === 'drives');
  /** 墙的宽比高 */
  readonly shape: number = $derived.by(() => [...this.walls.values()].at(-1)?.shape ?? 4 / 3);
  /** 投影被盖住了：浏览器不画看不见的窗口 */
  readonly covered: boolean = $derived.by(() =>
    [...this.walls.values()].some(({ painted }) => !painted),
  );

  readonly #joining: Joining;
  #channel: BroadcastChannel | null = null;
  #stops: (() => void)[] = [];
  #heard: (Message & { k: 'state' }) | null = null;
  /** 驾着的是哪个窗口 */
  #driver = '';
  #lock = { free: () => undefined as void, turn: 0, abort: new AbortController() };
  #sent = new Map<number, number>();
  #times: number[] = [];
  #last = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #told: Ink = {};
  #drafted = 0;
  #painting = false;

  constructor(joining: Joining) {
    this.#joining = joining;
    this.player = joining.player;
    this.page = joining.page;
    this.#open(joining.alone);
    const leave = () => this.close();
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) this.#open(false);
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', back);
  }

  get #name(): string {
    return `som:class:${this.#joining.token}:${this.player.deck.id}`;
  }
  get #key(): string {
    return `class:${this.player.deck.id}:at`;
  }

  #open(alone: boolean): void {
    const { epoch, rev } = (readTab(this.#key) ?? {}) as Record<string, unknown>;
    const count = (value: unknown) => (Number.isSafeInteger(value) ? (value as number) : 0);
    const stored = { epoch: count(epoch), rev: count(rev) };
    const locks = typeof navigator.locks?.request === 'function';
    this.seat = seatOf(newWindowId(), this.page, locks, stored);
    this.walls = new Map();
    const channel = new BroadcastChannel(this.#name);
    channel.addEventListener('message', ({ data }) => this.#hear(data));
    this.#channel = channel;
    const tick = setInterval(() => this.#tick(), 50);
    const beat = setInterval(() => this.drives && this.#tell(), 1000);
    const watch = $effect.root(() => {
      $effect(() => {
        const { state, view } = this.player;
        if (this.drives && state && view) untrack(() => this.#changed());
      });
      $effect(() => {
        const { ink } = this.player;
        if (this.drives) untrack(() => this.#tellInk(ink));
      });
      $effect(() => {
        const { draft, spot } = this.player;
        if (this.drives) untrack(() => this.#tellHand(draft, spot));
      });
    });
    this.#stops = [
      () => clearInterval(tick),
      () => clearInterval(beat),
      watch,
      () => channel.close(),
    ];
    this.#happen({ type: 'open', alone });
  }

  close(): void {
    if (!this.#channel) return;
    this.#say({ k: 'bye' });
    this.#release();
    for (const stop of this.#stops) stop();
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#channel = null;
  }

  take(): void {
    this.#happen({ type: 'take' });
  }
  ask(command: 'next' | 'back'): void {
    this.#say({ k: command === 'next' ? 'ask-next' : 'ask-prev' });
  }

  #happen(event: Event): void {
    if (!this.#channel) return;
    const before = this.seat;
    const [next, effects] = after(before, event, performance.now());
    this.seat = next;
    this.player.follows = next.role !== 'drives';
    if (next.epoch !== before.epoch || next.rev !== before.rev) this.#store();
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: Effect): void {
    switch (effect.do) {
      case 'need':
        return this.#say({ k: 'need', page: this.page, taking: effect.taking });
      case 'tell':
        this.#tell();
        return this.#tellAllInk();
      case 'adopt':
        return this.#adopt();
      case 'queue':
      case 'try':
      case 'steal':
        return void this.#request(effect.do);
      case 'release':
        return this.#release();
    }
  }

  async #request(how: 'queue' | 'try' | 'steal'): Promise<void> {
    // 排着的队先撤掉：抢到以后，不再等第二把
    this.#lock.abort.abort();
    const abort = new AbortController();
    const turn = this.#lock.turn + 1;
    this.#lock = { free: () => undefined, turn, abort };
    const mine = () => this.#lock.turn === turn;
    const options: LockOptions =
      how === 'queue'
        ? { signal: abort.signal }
        : how === 'try'
          ? { ifAvailable: true }
          : { steal: true };
    let held = false;
    try {
      await navigator.locks.request(`${this.#name}:driver`, options, (lock) => {
        if (lock === null) {
          if (mine()) this.#happen({ type: 'denied' });
          return undefined;
        }
        if (!mine()) return undefined;
        held = true;
        return new Promise<void>((free) => {
          this.#lock.free = free;
          this.#happen({ type: 'locked' });
        });
      });
    } catch {
      // 撤了队，或者被抢走了
      if (held && mine()) this.#happen({ type: 'lost' });
    }
  }
  #release(): void {
    this.#lock.abort.abort();
    this.#lock.free();
    this.#lock = { free: () => undefined, turn: this.#lock.turn + 1, abort: new AbortController() };
  }

  #say(said: Said): void {
    this.#channel?.postMessage(written(this.seat.id, this.seat.epoch, said));
  }

  /** 有变化：一帧至多说一次。 */
  #changed(): void {
    if (this.#soon !== undefined) return;
    const tell = () => {
      this.#soon = undefined;
      if (!this.drives) return;
      this.seat = { ...this.seat, rev: this.seat.rev + 1 };
      this.#store();
      this.#tell();
    };
    const wait = frame - (performance.now() - this.#last);
    if (wait <= 0) {
      this.#soon = 0 as unknown as ReturnType<typeof setTimeout>;
      queueMicrotask(tell);
    } else this.#soon = setTimeout(tell, wait);
  }

  #tell(): void {
    const { state, view } = this.player;
    const { rev } = this.seat;
    const now = performance.now();
    this.#last = now;
    if (this.drives && !this.#sent.has(rev)) {
      this.#sent.set(rev, now);
      if (this.#sent.size > 50) this.#sent.delete(this.#sent.keys().next().value as number);
    }
    this.#say({ k: 'state', rev, live: this.drives, state, view });
    if (!this.drives) return;
    for (const [id, wall] of this.walls) this.#mark(id, { waits: wall.waits ?? now });
  }

  #tellAllInk(): void {
    for (const [step, strokes] of Object.entries(this.player.ink))
      for (const stroke of [{ id: 0, points: [] }, ...strokes])
        this.#say({ k: 'ink', step, stroke });
    this.#told = this.player.ink;
  }
  #tellInk(ink: Ink): void {
    for (const [step, strokes] of Object.entries(ink))
      for (const stroke of changes(this.#told[step] ?? [], strokes))
        this.#say({ k: 'ink', step, stroke });
    this.#told = ink;
  }
  /** 手上正画的一笔、光点 */
  #tellHand(draft: readonly number[], spot: { x: number; y: number } | null): void {
    const { ink, state } = this.player;
    const id = nextId(ink[state.step] ?? []);
    if (draft.length > 2) {
      this.#say({ k: 'ink', step: state.step, stroke: { id, points: draft } });
      this.#drafted = id;
    } else if (this.#drafted === id) {
      // 画到一半不要了
      this.#say({ k: 'ink', step: state.step, stroke: { id, points: [] } });
      this.#drafted = 0;
    }
    const { x, y } = spot ?? { x: 0, y: 0 };
    this.#say({ k: 'point', x, y, on: spot !== null });
  }

  #hear(data: unknown): void {
    const message = readMessage(this.player.deck, data);
    if (!message) return;
    const { from, epoch } = message;
    switch (message.k) {
      case 'other':
        this.other = true;
        return;
      case 'state':
        this.other = false;
        this.#heard = message;
        if (message.live) this.#driver = from;
        this.#happen({ type: 'state', from, epoch, rev: message.rev, live: message.live });
        if (message.live && !this.drives) this.#acknowledge();
        return;
      case 'need':
        if (message.page === 'wall') this.#mark(from, {});
        return this.#happen({
          type: 'need',
          from,
          epoch,
          page: message.page,
          taking: message.taking,
        });
      case 'ack':
        this.#happen({ type: 'word', epoch });
        return this.#acked(message);
      case 'bye': {
        const walls = new Map(this.walls);
        walls.delete(from);
        this.walls = walls;
        return this.#happen({ type: 'word', epoch });
      }
      case 'ask-next':
      case 'ask-prev':
        if (this.drives) this.#joining.onask(message.k === 'ask-next' ? 'next' : 'back');
        return;
      case 'ink':
        if (this.#trusts(from)) this.#inked(message.step, message.stroke);
        return;
      case 'point':
        if (this.#trusts(from))
          this.player.spot = message.on ? { x: message.x, y: message.y } : null;
        return;
    }
  }

  /** 笔迹与光点听驾着的；正在问、正在接手的，谁手里的都要。 */
  #trusts(from: string): boolean {
    if (this.drives) return false;
    return from === this.#driver || this.seat.role === 'taking' || this.seat.asked !== null;
  }

  #inked(step: string, stroke: Stroke): void {
    const { ink } = this.player;
    this.player.setInk({ ...ink, [step]: received(ink[step] ?? [], stroke) });
    this.#told = this.player.ink;
  }

  #adopt(): void {
    if (!this.#heard) return;
    this.player.follow(this.#heard.state, this.#heard.view);
  }

  /** 画完再答；看不见的窗口不画，当下就答。 */
  #acknowledge(): void {
    if (this.page !== 'wall') return;
    const painted = document.visibilityState === 'visible';
    const answer = (rev: number) =>
      this.#say({ k: 'ack', rev, painted, shape: innerWidth / innerHeight });
    if (!painted) answer(this.seat.rev);
    else if (!this.#painting)
      requestAnimationFrame(() => {
        // 这一帧画的是这一版；再来的等下一帧
        const { rev } = this.seat;
        this.#painting = false;
        afterPaint(() => answer(rev));
      });
    this.#painting = painted;
  }
  #acked({ from, rev, painted, shape }: Message & { k: 'ack' }): void {
    if (!this.drives) return;
    const now = performance.now();
    const before = this.walls.get(from)?.rev ?? -1;
    this.#mark(from, {
      rev,
      painted,
      shape,
      waits: rev >= this.seat.rev ? null : (this.walls.get(from)?.waits ?? now),
      seen: now,
    });
    const sent = this.#sent.get(rev);
    if (rev > before && before >= 0 && sent !== undefined && painted) {
      this.#times = [...this.#times, now - sent].slice(-20);
      this.latency =
        this.#times.toSorted((a, b) => a - b)[Math.floor(this.#times.length / 2)] ?? null;
    }
    this.#judge(now);
  }
  #mark(id: string, change: Partial<Wall>): void {
    const old = this.walls.get(id) ?? {
      rev: -1,
      painted: true,
      shape: this.shape,
      waits: null,
      seen: performance.now(),
    };
    this.walls = new Map(this.walls).set(id, { ...old, ...change });
  }
  #judge(now: number): void {
    this.late = [...this.walls.values()].some(({ waits }) => waits !== null && now - waits > late);
  }

  #tick(): void {
    const now = performance.now();
    const here = [...this.walls].filter(([, { seen }]) => now - seen < gone);
    if (here.length < this.walls.size) this.walls = new Map(here);
    if (this.drives) this.#judge(now);
    else this.late = false;
    this.#happen({ type: 'tick' });
  }

  #store(): void {
    const { epoch, rev } = this.seat;
    writeTab(this.#key, { epoch, rev });
  }
}

/** 连上同一个标签页开出来的别的窗口；不让存的浏览器里连不上，是 null。 */
export function join(joining: Omit<Joining, 'token'>): Link | null {
  const token = makeToken();
  return token === null ? null : new Link({ ...joining, token });
}
