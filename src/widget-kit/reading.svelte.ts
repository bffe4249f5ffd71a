/** 把一份内容交给另一条线程去读：稍等一下再读，报进度，能叫停，读不成说得出来。 */
import { OffThread } from '../lib/off-thread.ts';

export class Reading<Input, Output> {
  result: Output | null = $state.raw(null);
  /** 读到几成；没有在读是 null */
  share: number | null = $state(null);
  /** 没读成的原因 */
  failure = $state('');

  #thread: OffThread<Input, Output>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #input: Input | null = null;

  constructor(open: () => Worker) {
    this.#thread = new OffThread(open);
  }

  /** 眼前的结果是不是就是眼前的内容读出来的 */
  get settled(): boolean {
    return this.share === null && this.failure === '';
  }

  /** 有新内容了；正在读的旧内容作废。没有内容（null）就什么也不读。 */
  read(input: Input | null, wait = 0): void {
    this.#drop();
    this.#input = input;
    this.failure = '';
    this.share = input === null ? null : 0;
    if (input === null) this.result = null;
    else this.#timer = setTimeout(() => void this.#run(input), wait);
  }

  again(): void {
    this.read(this.#input);
  }

  halt(): void {
    this.#drop();
    this.#stuck('停下了，还没有读完。');
  }

  close(): void {
    this.#drop();
    this.#thread.stop();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#thread.cancel();
  }

  async #run(input: Input): Promise<void> {
    const outcome = await this.#thread.run(input, (share) => (this.share = share));
    if (outcome.kind === 'dropped') return;
    this.share = null;
    if (outcome.kind === 'done') this.result = outcome.value;
    else this.#stuck(outcome.message);
  }

  /** 没读成：上一份内容的结果也不留着，免得当成这一份的。 */
  #stuck(why: string): void {
    this.share = null;
    this.result = null;
    this.failure = why;
  }
}
