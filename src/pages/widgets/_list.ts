/** 全部实验：从文件夹里读出来，不另立清单。 */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { ParamSet, WidgetModel } from '../../widget-kit/model.ts';

const models = import.meta.glob<{ model: WidgetModel<ParamSet, unknown> }>(
  '../../widgets/*/model.ts',
  {
    eager: true,
  },
);
const mounts = import.meta.glob<{ default: AstroComponentFactory }>('../../widgets/*/Mount.astro');

/** 按文件夹名排；要按各章里出现的先后，照小节去找。 */
export const widgetModels: WidgetModel<ParamSet, unknown>[] = Object.values(models).map(
  ({ model }) => model,
);

export async function mountOf(id: string): Promise<AstroComponentFactory> {
  const load = mounts[`../../widgets/${id}/Mount.astro`];
  if (!load) throw new Error(`src/widgets/${id}/ 缺 Mount.astro：照别的实验抄一份，换上组件名。`);
  return (await load()).default;
}
