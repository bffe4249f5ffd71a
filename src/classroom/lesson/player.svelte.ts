/** 一个窗口里的课堂：状态在这里换，换了就存；怎么换在 phases.ts，画面只照着画。 */
import { loadPart } from '../../lib/load-part.ts';
import { readTab, writeTab } from '../../lib/tab-storage.ts';
import { read, remove, write } from '../../lib/storage.ts';
import { placeOf, stepOf, type Deck, type Step } from '../deck/deck.ts';
import type { Ink } from './ink.ts';
import { betsOf, phasesOf, start, type Phase, type State, type StepBets } from './phases.ts';

/** 上次停在哪里，隔天再开就不提了 */
const remembered = 12 * 3600_000;

export interface Last {
  at: number;
  state: State;
}

/** 墙上除了步与段以外的样子：二维码开着，放大着。 */
export interface View {
  code: boolean;
  magnified: boolean;
}

export class Player {
  readonly deck: Deck;
  state: State = $state.raw() as State;
  /** 从前上到一半的那一次；用了或不要了就没有 */
  last: Last | null = $state.raw(null);
  view: View = $state.raw({ code: false, magnified: false });
  ink: Ink = $state.raw({});
  /** 手上正画的一笔、光点在哪里；不存 */
  draft: readonly number[] = $state.raw([]);
  spot: { x: number; y: number } | null = $state.raw(null);
  /** 另一个窗口驾着，这里只跟着画 */
  follows = $state(false);
  /** 能用键盘了：存着的已经读回来 */
  ready = $state(false);

  readonly step: Step = $derived.by(() => stepOf(this.deck, this.state.step));
  readonly place: number = $derived.by(() => placeOf(this.deck, this.state.step));
  readonly phase: Phase = $derived.by(() => this.state.phase);
  readonly bets: StepBets = $derived.by(() => betsOf(this.state, this.state.step));
  readonly phases: readonly Phase[] = $derived.by(() => phasesOf(this.step, this.bets));

  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deck: Deck) {
    this.deck = deck;
    this.state = start(deck);
  }

  get #key(): string {
    return `class:${this.deck.id}`;
  }

  /** 浏览器接管以后：同一个标签页接着放；新开的，看看有没有上到一半的。 */
  async open(now: number): Promise<void> {
    const [tab, ink, stored] = [readTab(this.#key), readTab(`${this.#key}:ink`), read(this.#key)];
    // 存过东西的才要逐项验证
    const guards =
      (tab ?? ink ?? stored ?? null) === null
        ? null
        : await loadPart(() => import('./recovery.ts'));
    if (guards?.ok) this.#recover(guards.part, now, tab, ink, stored);
    this.ready = true;
  }

  #recover(
    { readInk, readState, isRecord }: typeof import('./recovery.ts'),
    now: number,
    tab: unknown,
    ink: unknown,
    stored: unknown,
  ): void {
    this.ink = readInk(this.deck, ink);
    const here = readState(this.deck, tab);
    if (here) {
      this.state = here;
      return;
    }
    const { at, state } = (isRecord(stored) ? stored : {}) as Partial<Last>;
    const found = readState(this.deck, state);
    if (
      found &&
      typeof at === 'number' &&
      now - at < remembered &&
      placeOf(this.deck, found.step) > 0
    )
      this.last = { at, state: found };
  }

  resume(): void {
    if (this.last) this.state = this.last.state;
    this.last = null;
    this.save();
  }

  forget(): void {
    this.last = null;
    remove(this.#key);
  }

  /** 换成新的状态；步、段、票一变就存，别的攒四分之一秒。 */
  set(next: State): void {
    const before = this.state;
    if (next === before) return;
    this.state = next;
    if (next.step !== before.step || next.phase !== before.phase || next.bets !== before.bets)
      this.save();
    else this.#later();
  }

  setInk(ink: Ink): void {
    this.ink = ink;
    this.#later();
  }

  /** 照另一个窗口的样子。 */
  follow(state: State, view: View): void {
    Object.assign(this, { state, view, last: null });
    this.#later();
  }

  #later(): void {
    this.#timer ??= setTimeout(() => this.save(), 250);
  }

  save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.ready) return;
    writeTab(this.#key, this.state);
    writeTab(`${this.#key}:ink`, this.ink);
    // 问着“接着上次”的时候，别把上次的盖掉；跟着的，由驾着的那个窗口存
    if (!this.last && !this.follows) write(this.#key, { at: Date.now(), state: this.state });
  }
}
