/**
 * 场景链接：`?s=cash` 打开一个场景，`?s=cash&v=2&serviceMinutes=47` 是在它上面改了几处。
 * 链接就是设置加上场景的名字；没有 `s` 的，与声明的默认值比。这里管写，读在 read-link.ts。
 */
import {
  defaults,
  scenarioValues,
  type Param,
  type ParamSet,
  type Row,
  type Value,
  type Values,
  type WidgetModel,
} from './model.ts';

/** 请求行再长，多数网站托管就拒收了：分享之前看一眼。 */
export const longestQuery = 7500;

/** 表写成 `3.5_2~8_4`：行用 ~ 隔开，格用 _ 隔开，次序同 fields。 */
export function write(param: Param, value: Value | undefined): string {
  if (param.kind === 'list')
    return (value as readonly Row[])
      .map((row) =>
        Object.keys(param.fields)
          .map((name) => row[name])
          .join('_'),
      )
      .join('~');
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

/** 出发点：一个场景，或声明的默认值。 */
export function baseValues<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  scenario: string | null,
): Values<P> {
  return scenario === null ? defaults(model.params) : scenarioValues(model, scenario);
}

/** 哪几个参数两边不一样；表按内容比。 */
export function differing<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  a: Values<P>,
  b: Values<P>,
): string[] {
  return Object.entries(model.params)
    .filter(
      ([name, param]) => a[name] !== b[name] && write(param, a[name]) !== write(param, b[name]),
    )
    .map(([name]) => name);
}

/** 只写与出发点不同的参数，链接才短；设置就是场景本身时只写场景。 */
export function toQuery<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  values: Values<P>,
  scenario: string | null,
): string {
  const changed = differing(model, values, baseValues(model, scenario));
  const query = new URLSearchParams();
  if (scenario !== null) query.set('s', scenario);
  if (scenario === null || changed.length > 0) query.set('v', String(model.version));
  for (const name of changed) query.set(name, write(model.params[name] as Param, values[name]));
  return `?${query}`;
}
