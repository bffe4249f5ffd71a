/** 墙上的实验：课堂怎样拿着它。停在哪里写成链接的样子，读回来时逐个验证。 */
import { fromQuery } from '../../widget-kit/read-link.ts';
import type { ParamSet } from '../../widget-kit/model.ts';
import type { Widget } from '../../widget-kit/widget.svelte.ts';
import type { WidgetState } from '../lesson/phases.ts';

export type WallWidget = Widget<ParamSet, unknown>;

export function restore(widget: WallWidget, { query }: WidgetState): void {
  const { values, scenario } = fromQuery(widget.model, query);
  Object.assign(widget, { values, scenario });
}
