/** “你自己”一问：八道没选完，猜了也没有答案可对，不收；直接看不拦。 */
import type { Guess } from '../../widget-kit/model.ts';
import { Widget, type WidgetProps } from '../../widget-kit/widget.svelte.ts';
import { model, type Result } from './model.ts';

export class Asking extends Widget<typeof model.params, Result> {
  readonly #onrefuse: () => void;

  constructor(open: () => WidgetProps, onrefuse: () => void) {
    super(model, open);
    this.#onrefuse = onrefuse;
  }

  override get unfinished(): boolean {
    return this.prediction === model.predict && this.result.revealed === null;
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
