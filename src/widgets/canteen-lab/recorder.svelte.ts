/** 现场按键的秒表：每按一下就存；暂停的时间不算，刷新之后接着记。 */
import { onOtherTab, read, write } from '../../lib/storage.ts';
import { refusal, replay, restoreTaps, stamp, type Floor, type Tap } from './tap-log.ts';

const key = 'canteen-lab-taps';

export class Recorder {
  taps: Tap[] = $state.raw([]);
  windows = $state(1);
  running = $state(false);
  elapsed = $state(0);
  /** 办完一位，队里有人就接着开始下一位 */
  chain = $state(true);
  /** 清空之前的那一份，可以取回 */
  cleared: Tap[] = $state.raw([]);
  kept = $state(true);
  /** 另一个标签页也在记 */
  elsewhere = $state(false);
  message = $state('');

  readonly floor: Floor = $derived.by(() => replay(this.taps, this.windows));

  #base = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** 读回上次的记录；返回收尾用的函数。 */
  open(): () => void {
    const stored = read(key);
    if (typeof stored === 'object' && stored !== null) {
      const record = stored as Record<string, unknown>;
      this.taps = restoreTaps(record['taps']);
      this.cleared = restoreTaps(record['cleared']);
      const windows = record['windows'];
      if (Number.isInteger(windows) && (windows as number) >= 1 && (windows as number) <= 20)
        this.windows = windows as number;
      if (typeof record['chain'] === 'boolean') this.chain = record['chain'];
      const elapsed = record['elapsed'];
      this.elapsed = Math.max(
        this.taps.at(-1)?.at ?? 0,
        typeof elapsed === 'number' && Number.isFinite(elapsed) ? elapsed : 0,
      );
      if (this.taps.length > 0) this.message = '上次的记录还在，秒表停着；按任何一个键接着记。';
    }
    const stop = onOtherTab(key, () => (this.elsewhere = true));
    const leave = () => this.save();
    addEventListener('pagehide', leave);
    return () => {
      stop();
      clearInterval(this.#timer);
      if (this.running) this.save();
      removeEventListener('pagehide', leave);
    };
  }

  save(): void {
    if (this.taps.length === 0 && this.cleared.length === 0 && this.elapsed === 0 && !read(key))
      return;
    this.kept = write(key, {
      taps: this.taps,
      cleared: this.cleared,
      windows: this.windows,
      chain: this.chain,
      elapsed: stamp(this.elapsed),
    });
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
    this.running = false;
    clearInterval(this.#timer);
    this.save();
  }

  /** 手机熄屏时计时器会停，所以按钟表算；钟被往回拨就停在原处。 */
  #tick(): void {
    if (this.running) this.elapsed = Math.max(this.elapsed, (Date.now() - this.#base) / 1000);
  }

  #add(tap: Tap): boolean {
    const reason = refusal(this.taps, this.windows, tap);
    if (reason !== null) {
      this.message = reason;
      return false;
    }
    this.taps = [...this.taps, tap];
    return true;
  }

  arrive(): void {
    this.resume();
    this.#tick();
    this.message = '';
    this.#add({ kind: 'arrival', at: stamp(this.elapsed) });
    this.save();
  }

  /** 一个窗口一个键：空着就开始，忙着就办完。 */
  step(window: number): void {
    const busy = (this.floor.serving[window] ?? null) !== null;
    if (!busy && this.floor.waiting.length === 0) {
      this.message = '队里没有人：先按“来了一位”，再按“开始”。';
      return;
    }
    this.resume();
    this.#tick();
    this.message = '';
    const at = stamp(this.elapsed);
    this.#add({ kind: busy ? 'end' : 'start', at, window });
    if (busy && this.chain && this.floor.waiting.length > 0 && window < this.windows)
      this.#add({ kind: 'start', at, window });
    this.save();
  }

  undo(): void {
    if (this.taps.length === 0) return;
    this.taps = this.taps.slice(0, -1);
    this.message = '撤销了最后一笔。';
    this.save();
  }

  clear(): void {
    this.pause();
    this.cleared = this.taps;
    this.taps = [];
    this.elapsed = 0;
    this.message = '已清空；按错了可以取回。';
    this.save();
  }

  restore(): void {
    this.pause();
    [this.taps, this.cleared] = [this.cleared, this.taps];
    this.elapsed = this.taps.at(-1)?.at ?? 0;
    this.message = '取回了刚才清掉的记录。';
    this.save();
  }
}
