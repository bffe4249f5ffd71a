/**
 * 要算一会儿的事放到另一条线程上：页面不卡，报得出进度；来了新的，旧的当场作废。
 *
 * 一头是页面上的 `OffThread`，一头是工人文件里的 `answer`。工人文件取不到、开不了、中途出错，
 * 都变成一句话，不抛异常。
 */

export type Outcome<T> =
  | { kind: 'done'; value: T }
  /** 又来了新的一件，或者读者叫停 */
  | { kind: 'dropped' }
  | { kind: 'failed'; message: string };

interface Task {
  id: number;
  progress: ((share: number) => void) | undefined;
  resolve: (outcome: Outcome<never>) => void;
}

type Report =
  | { id: number; share: number }
  | { id: number; value: unknown }
  | { id: number; error: string };

export class OffThread<Input, Output> {
  #open: () => Worker;
  #worker: Worker | null = null;
  #task: Task | null = null;
  #last = 0;

  /** 打包器要看见原样的 `new Worker(new URL(…, import.meta.url), …)`，所以由各处自己写。 */
  constructor(open: () => Worker) {
    this.#open = open;
  }

  run(input: Input, progress?: (share: number) => void): Promise<Outcome<Output>> {
    this.cancel();
    return new Promise((resolve) => {
      const id = ++this.#last;
      this.#task = { id, progress, resolve: resolve as Task['resolve'] };
      try {
        this.#worker ??= this.#start();
        this.#worker.postMessage({ id, input });
      } catch {
        this.#fail('这个浏览器不让另开线程，读不了。请换一个浏览器，或者直接打开这一页再试。');
      }
    });
  }

  /** 正在做的那件不要了。线程没法叫停，只能整个换掉；没有事做时留着，省得再开。 */
  cancel(): void {
    const task = this.#task;
    if (task === null) return;
    this.stop();
    task.resolve({ kind: 'dropped' });
  }

  /** 用完关掉。 */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#task = null;
  }

  #start(): Worker {
    const worker = this.#open();
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      const task = this.#task;
      if (task === null || task.id !== data.id) return;
      if ('share' in data) {
        task.progress?.(data.share);
        return;
      }
      this.#task = null;
      task.resolve(
        'value' in data
          ? { kind: 'done', value: data.value as never }
          : { kind: 'failed', message: `读到一半出了错（${data.error}）。` },
      );
    });
    // 工人文件没有取到，或者它一开头就坏了
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail('读表用的程序没有取到，多半是网络断了。连上以后再试一次。');
    });
    return worker;
  }

  #fail(message: string): void {
    const task = this.#task;
    this.stop();
    task?.resolve({ kind: 'failed', message });
  }
}

/** 工人那一头：来一件做一件。 */
export function answer<Input, Output>(
  work: (input: Input, progress: (share: number) => void) => Output | Promise<Output>,
): void {
  addEventListener('message', async ({ data }: MessageEvent<{ id: number; input: Input }>) => {
    const { id, input } = data;
    const report = (message: Report) => postMessage(message);
    try {
      report({ id, value: await work(input, (share) => report({ id, share })) });
    } catch (error) {
      report({ id, error: error instanceof Error ? error.message : String(error) });
    }
  });
}
