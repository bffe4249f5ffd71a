/** 猜的时候是什么设置：与现在一样就不用说，不一样就说出差在哪里。 */
import {
  decimals,
  type Param,
  type ParamSet,
  type Value,
  type Values,
  type WidgetModel,
} from './model.ts';
import { differing } from './link-state.ts';
import { upTo, year } from '../lib/format.ts';

interface Setting<P extends ParamSet> {
  readonly values: Values<P>;
  readonly scenario: string | null;
}

/** 一个参数的值，给人看的写法；表太长，只说“另一张表”。 */
export function sayValue(param: Param, value: Value): string {
  if (param.kind === 'list') return '另一张表';
  if (param.kind === 'toggle') return value ? '开' : '关';
  if (param.kind === 'choice')
    return param.options.find((option) => option.value === value)?.label ?? String(value);
  const scale = param.percent ? 100 : 1;
  const digits = decimals(Number((param.step * scale).toPrecision(6)));
  const unit = param.percent ? '%' : param.unit ? ` ${param.unit}` : '';
  const text = param.year ? year(value as number) : upTo((value as number) * scale, digits);
  return `${text}${unit}`;
}

export function saySetting<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  then: Setting<P>,
  now: Setting<P>,
): string {
  const changed = differing(model, then.values, now.values);
  if (changed.length === 0) return '';
  if (then.scenario !== now.scenario) {
    const label = model.scenarios.find(({ id }) => id === then.scenario)?.label;
    return label ? `这是在“${label}”里猜的` : '这是在原来的设置里猜的';
  }
  const parts = changed.slice(0, 3).map((name) => {
    const param = model.params[name] as Param;
    return `${param.label} ${sayValue(param, then.values[name] as Value)}`;
  });
  return `猜的时候：${parts.join('，')}${changed.length > 3 ? ' 等' : ''}`;
}
