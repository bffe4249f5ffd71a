/** 正在页面上的计划：任务改了名，先后跟着走。 */
import type { Value } from '../../widget-kit/model.ts';
import { Widget, type WidgetProps } from '../../widget-kit/widget.svelte.ts';
import { model, type Result } from './model.ts';
import { renamed, type TaskRow } from './tasks.ts';

export class Plan extends Widget<typeof model.params, Result> {
  constructor(open: () => WidgetProps = () => ({})) {
    super(model, open);
  }

  override set(name: keyof typeof model.params, value: Value): void {
    super.set(
      name,
      name === 'tasks' ? renamed(this.values.tasks, value as readonly TaskRow[]) : value,
    );
  }
}
