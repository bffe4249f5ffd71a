import { whenIdle } from '../lib/when-idle.ts';

/** 停手以后的值：拖动途中先不跟，停下来一小会儿、画面也空下来才换，费时的一步（换一批顾客、细画一遍）用它。 */
export class Settled<T> {
  #value: T = $state.raw() as T;
  #pending = $state(false);

  /** 在组件里创建；`read` 里读到的状态变了就重新等。 */
  constructor(read: () => T, pause = 120) {
    this.#value = read();
    $effect(() => {
      const next = read();
      if (next === this.#value) {
        this.#pending = false;
        return undefined;
      }
      this.#pending = true;
      const settle = () => {
        this.#value = next;
        this.#pending = false;
      };
      let stop = () => clearTimeout(timer);
      const timer = setTimeout(() => (stop = whenIdle(settle)), pause);
      return () => stop();
    });
  }

  get value(): T {
    return this.#value;
  }
  /** 手还没有停 */
  get moving(): boolean {
    return this.#pending;
  }
}
