/** 现场按键的秒表：每按一下就存；暂停的时间不算，刷新之后接着记。 */
import { Kept } from '../../lib/kept.svelte.ts';
import { keptLog, refusal, replay, stamp, type Floor, type Log, type Tap } from './tap-log.ts';

export class Recorder {
  readonly kept = new Kept<Log>(keptLog);
  running = $state(false);
  /** 秒表上的秒数 */
  elapsed = $state(0);
  message = $state('');

  readonly taps: readonly Tap[] = $derived(this.kept.value.taps);
  /** 清空之前的那一份，可以取回 */
  readonly cleared: readonly Tap[] = $derived(this.kept.value.cleared);
  readonly windows: number = $derived(this.kept.value.windows);
  /** 办完一位，队里有人就接着开始下一位 */
  readonly chain: boolean = $derived(this.kept.value.chain);
  readonly floor: Floor = $derived.by(() => replay(this.taps, this.windows));

  #base = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** 自己写下的那一份；不是它，就是别的标签页改的 */
  #written: Log | null = null;

  /** 读回上次的记录；返回收尾用的函数。 */
  open(): () => void {
    const close = this.kept.open();
    this.#written = this.kept.value;
    this.elapsed = this.kept.value.elapsed;
    if (this.taps.length > 0) this.message = '上次的记录还在，秒表停着；按任何一个键接着记。';
    const leave = () => {
      if (this.running) this.#store({});
    };
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(this.#timer);
      leave();
      removeEventListener('pagehide', leave);
      close();
    };
  }

  /** 别的标签页接着记了：这一页停表，跟着它；在这一页再按就接过来。 */
  follow(): void {
    const log = this.kept.value;
    if (!this.kept.opened || log === this.#written) return;
    this.#written = log;
    this.#halt();
    this.elapsed = log.elapsed;
    this.message = '这一页停了表；在这里按键就接过来记。';
  }

  setWindows(windows: number): void {
    this.#store({ windows });
  }

  setChain(chain: boolean): void {
    this.#store({ chain });
  }

  resume(): void {
    if (this.running) return;
    this.running = true;
    this.#base = Date.now() - this.elapsed * 1000;
    this.#timer = setInterval(() => this.#tick(), 250);
  }

  toggle(): void {
    if (this.running) this.pause();
    else this.resume();
  }

  pause(): void {
    this.#tick();
    this.#halt();
    this.#store({});
  }

  #halt(): void {
    this.running = false;
    clearInterval(this.#timer);
  }

  #store(change: Partial<Log>): void {
    this.#written = { ...this.kept.value, elapsed: stamp(this.elapsed), ...change };
    this.kept.set(this.#written);
  }

  /** 手机熄屏时计时器会停，所以按钟表算；钟被往回拨就停在原处。 */
  #tick(): void {
    if (this.running) this.elapsed = Math.max(this.elapsed, (Date.now() - this.#base) / 1000);
  }

  /** 按一下；不合现场的不记，说为什么。 */
  #add(...taps: readonly Tap[]): void {
    let all = this.taps;
    for (const tap of taps) {
      const reason = refusal(all, this.windows, tap);
      if (reason === null) all = [...all, tap];
      else this.message = reason;
    }
    this.#store({ taps: all });
  }

  arrive(): void {
    this.resume();
    this.#tick();
    this.message = '';
    this.#add({ kind: 'arrival', at: stamp(this.elapsed) });
  }

  /** 一个窗口一个键：空着就开始，忙着就办完。 */
  step(window: number): void {
    const busy = (this.floor.serving[window] ?? null) !== null;
    const waiting = this.floor.waiting.length;
    if (!busy && waiting === 0) {
      this.message = '队里没有人：先按“来了一位”，再按“开始”。';
      return;
    }
    this.resume();
    this.#tick();
    this.message = '';
    const at = stamp(this.elapsed);
    if (!busy) this.#add({ kind: 'start', at, window });
    else if (this.chain && waiting > 0 && window < this.windows)
      this.#add({ kind: 'end', at, window }, { kind: 'start', at, window });
    else this.#add({ kind: 'end', at, window });
  }

  undo(): void {
    if (this.taps.length === 0) return;
    this.message = '撤销了最后一笔。';
    this.#store({ taps: this.taps.slice(0, -1) });
  }

  clear(): void {
    this.#halt();
    this.elapsed = 0;
    this.message = '已清空；按错了可以取回。';
    this.#store({ taps: [], cleared: this.taps });
  }

  restore(): void {
    this.#halt();
    this.elapsed = this.cleared.at(-1)?.at ?? 0;
    this.message = '取回了刚才清掉的记录。';
    this.#store({ taps: this.cleared, cleared: this.taps });
  }
}
