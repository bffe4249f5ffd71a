import { whenIdle } from '../lib/when-idle.ts';

/**
 * 把几次独立仿真摊开，一次做一次，都排在画面后面，不占住界面；换了参数就丢掉没跑完的。
 * 跑什么由实验给：一个“第几次 → 这一次的均值”的函数，种子由次数定，结果可以复现。
 */
export class Replications {
  means: number[] = $state.raw([]);
  readonly runs: number;
  #stop = () => {};

  constructor(runs = 12) {
    this.runs = runs;
  }

  /** `runOnce` 为 null（例如系统不稳定）时清空，不跑。返回的函数用来作废这一轮。 */
  start(runOnce: ((run: number) => number) | null): () => void {
    this.#stop();
    this.means = [];
    if (!runOnce) return () => {};
    const next = (run: number) => {
      this.means = [...this.means, runOnce(run)];
      if (run < this.runs) this.#stop = whenIdle(() => next(run + 1));
    };
    // 拖动滑块时不跑，停手之后再跑
    const timer = setTimeout(() => (this.#stop = whenIdle(() => next(1))), 250);
    this.#stop = () => clearTimeout(timer);
    return () => this.#stop();
  }
}
