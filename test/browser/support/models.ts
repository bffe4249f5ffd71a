/** 各个实验的模型。要连带读进全部计算模块，用不着的测试文件不引它。 */
import type { WidgetModel } from '../../../src/widget-kit/model.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../../src/widgets/*/model.ts', {
  eager: true,
});

const models = new Map(
  Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter(isModel)
    .map((model) => [model.id, model]),
);

function isModel(value: unknown): value is WidgetModel {
  return typeof value === 'object' && value !== null && 'params' in value && 'version' in value;
}

export function modelOf(id: string): WidgetModel | undefined {
  return models.get(id);
}
