/** 读者自己的归类不算“改过的设置”：再点一次正选着的场景，别的还原，归类留着；“重置”才连它清掉。 */
import { baseValues, differing } from '../../widget-kit/link-state.ts';
import { scenarioValues } from '../../widget-kit/model.ts';
import { Widget } from '../../widget-kit/widget.svelte.ts';
import type { model, Result } from './model.ts';

export class SortingBench extends Widget<(typeof model)['params'], Result> {
  override readonly changed: readonly string[] = $derived.by(() =>
    differing(this.model, this.values, baseValues(this.model, this.scenario)).filter(
      (name) => name !== 'sorters',
    ),
  );

  override choose(id: string): void {
    const { scenario, values } = this;
    super.choose(id);
    if (id === scenario) this.set('sorters', values.sorters);
  }

  override reset(): void {
    const first = this.model.scenarios[0]?.id;
    if (this.scenario !== first) return super.reset();
    this.remember();
    this.values = scenarioValues(this.model, first);
    this.notes = [];
  }
}
