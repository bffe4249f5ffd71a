/** “亲手拨”一问：杯没出完，或者一次没拨，没有两串可比，猜了不收；直接看不拦。 */
import type { Guess } from '../../widget-kit/model.ts';
import { Widget, type WidgetProps } from '../../widget-kit/widget.svelte.ts';
import { mostCups } from './cups.ts';
import { model, type Result } from './model.ts';

export class Asking extends Widget<typeof model.params, Result> {
  readonly #onrefuse: () => void;

  constructor(open: () => WidgetProps, onrefuse: () => void) {
    super(model, open);
    this.#onrefuse = onrefuse;
  }

  override get unfinished(): boolean {
    return this.missing !== '';
  }

  /** 还差什么才猜得；不差是空串 */
  get missing(): string {
    if (this.prediction !== model.predict) return '';
    if (this.values.hand.length < mostCups) return '先出完 30 杯，再来猜。';
    return this.result.mine.adjustments > 0
      ? ''
      : '你一次也没有拨，两串是同一串，没有可比的。按“重来”，觉得偏了就拨一拨，再来猜。';
  }

  override commit(guess: Guess): void {
    if (this.unfinished) this.#onrefuse();
    else super.commit(guess);
  }

  override reveal(): void {
    if (this.unfinished) this.draft = null;
    super.reveal();
  }
}
