/** 一章里没做完的卷子，存在这台设备上。存储坏了，屏幕上的照常。 */
import { asideOf, dropAside, setAside } from '../../lib/set-aside.ts';
import { onOtherTab, readText, write } from '../../lib/storage.ts';
import { isTouched, mergeRun, readRuns, settleRuns, type KeptRun } from './kept-runs.ts';

export class RunShelf {
  /** 新开始的在前 */
  runs: readonly KeptRun[] = $state.raw([]);
  saved = $state(true);
  /** 读不懂而另存着的原文 */
  aside: readonly string[] = $state.raw([]);
  readonly #key: string;
  #locked = false;

  constructor(chapter: string) {
    this.#key = `runs:${chapter}`;
  }

  /** 开始跟着别的标签页走；`changed` 在存着的变了以后调用。返回停下的函数。 */
  open(changed: () => void): () => void {
    const again = () => {
      this.reread();
      changed();
    };
    const back = ({ persisted }: PageTransitionEvent) => persisted && again();
    this.reread();
    const stop = onOtherTab(this.#key, again);
    addEventListener('pageshow', back);
    return () => {
      stop();
      removeEventListener('pageshow', back);
    };
  }

  reread(): void {
    const text = readText(this.#key);
    this.aside = asideOf(this.#key);
    this.#locked = false;
    // 存不进去的时候，内存里的这些就是唯一的一份
    const held = this.saved ? [] : this.runs;
    this.runs = held;
    if (text === null) return;
    const reading = readRuns(parsed(text));
    if (reading.kind === 'newer') {
      this.#locked = true;
      return;
    }
    if (reading.kind === 'runs') this.runs = settleRuns([...held, ...reading.runs]);
    if (reading.kind === 'runs' && reading.skipped === 0) return;
    // 有读不懂的：原文存好了才准再写
    this.#locked = !setAside(this.#key, text);
    this.aside = asideOf(this.#key);
  }

  /** 存一份；别的标签页里也在做这一份的，先并起来，返回并好的。 */
  put(run: KeptRun): KeptRun {
    this.reread();
    const stored = this.runs.find(({ id }) => id === run.id);
    const merged = stored ? mergeRun(run, stored) : run;
    if (isTouched(merged)) this.#store(settleRuns([merged, ...this.runs]));
    return merged;
  }

  drop(id: string): void {
    this.reread();
    this.#store(this.runs.filter((run) => run.id !== id));
  }

  dropAside(): void {
    dropAside(this.#key);
    this.aside = [];
  }

  #store(runs: readonly KeptRun[]): void {
    this.runs = runs;
    this.saved = !this.#locked && write(this.#key, { version: 1, runs });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
