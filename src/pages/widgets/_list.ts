/** 全部实验：从文件夹里读出来，不另立清单。 */
import type { ParamSet, WidgetModel } from '../../widget-kit/model.ts';

const models = import.meta.glob<{ model: WidgetModel<ParamSet, unknown> }>(
  '../../widgets/*/model.ts',
  {
    eager: true,
  },
);

/** 按文件夹名排；要按各章里出现的先后，照小节去找。 */
export const widgetModels: WidgetModel<ParamSet, unknown>[] = Object.values(models).map(
  ({ model }) => model,
);
