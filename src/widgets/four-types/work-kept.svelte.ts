/** 十家分到哪里，换场景时留着：搭银行的几个场景里没有这一项。“重置”才清掉。 */
import { baseValues, differing } from '../../widget-kit/link-state.ts';
import { Widget } from '../../widget-kit/widget.svelte.ts';
import type { model, Result } from './model.ts';

export class TypesBench extends Widget<(typeof model)['params'], Result> {
  override readonly changed: readonly string[] = $derived.by(() =>
    differing(this.model, this.values, baseValues(this.model, this.scenario)).filter(
      (name) => name !== 'sorters',
    ),
  );

  override choose(id: string): void {
    const { sorters } = this.values;
    super.choose(id);
    this.set('sorters', sorters);
  }
}
