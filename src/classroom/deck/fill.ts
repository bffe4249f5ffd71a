/**
 * 属性里写的 `{radius}`、`{items.卫生.own}` 换成这个场景的设置，题面与实验就对得上。只在构建与测试时用。
 * 先写参数名。一张表再写哪一行（行名，或从 0 数的第几行）、哪一列；`*` 是整列加起来，`length` 是有几行，
 * `max` 是这一列至多写到几（城东西多宽，就是东这一列的上限）。
 * 画线的题还有 `at.0`（第一个点的横坐标）与 `given`（标好的那一点多高）；押一点的，`at` 就是那一点。
 */
import { fixed, percent, upTo, year } from '../../lib/format.ts';
import {
  decimals,
  predictionOf,
  scenarioValues,
  type ListParam,
  type NumberField,
  type Param,
  type ParamSet,
  type Row,
  type WidgetModel,
} from '../../widget-kit/model.ts';
import { Problem } from './problem.ts';

type Model = WidgetModel<ParamSet, unknown>;

export function fill(text: string, model: Model, scenario: string, at?: number): string {
  return text.replace(/\{([^{}]*)\}/g, (whole, path: string) => {
    const [name = '', ...rest] = path.trim().split('.');
    const said =
      curveSays(model, scenario, name, rest, at) ?? settingSays(model, scenario, name, rest);
    if (said === null)
      throw new Problem(
        `${whole} 不知道是什么：写实验 ${model.id} 的参数，${Object.keys(model.params).join('、')}；一张表接着写哪一行、哪一列`,
      );
    return said;
  });
}

function curveSays(
  model: Model,
  scenario: string,
  name: string,
  [place = '0']: string[],
  at: number | undefined,
): string | null {
  const prediction = predictionOf(model, scenario);
  if (prediction.kind !== 'curve') return null;
  const { x, digits, answer } = prediction;
  const point = at ?? prediction.at[Number(place)];
  if (point === undefined) return null;
  if (name === 'at') return x.percent ? percent(point) : x.year ? year(point) : upTo(point);
  if (name !== 'given') return null;
  const values = scenarioValues(model, scenario);
  return fixed(answer(values, model.compute(values), prediction.at[0] ?? 0), digits);
}

function settingSays(model: Model, scenario: string, name: string, rest: string[]): string | null {
  const param = Object.hasOwn(model.params, name) ? (model.params[name] as Param) : null;
  const value = scenarioValues(model, scenario)[name];
  if (param?.kind === 'number' && rest.length === 0) {
    const number = value as number;
    if (param.percent) return percent(number);
    return param.year ? year(number) : upTo(number, decimals(param.step));
  }
  return param?.kind === 'list' ? rowsSay(param, value as readonly Row[], rest) : null;
}

function rowsSay(param: ListParam, rows: readonly Row[], [which, column]: string[]): string | null {
  if (which === 'length') return fixed(rows.length);
  const field = column === undefined ? undefined : param.fields[column];
  if (which === 'max' && field?.kind === 'number') return upTo(field.max, decimals(field.step));
  const found =
    which === '*'
      ? rows
      : rows.filter((row, i) => row['name'] === which || String(i) === which).slice(0, 1);
  if (column === undefined || field?.kind !== 'number' || found.length === 0) return null;
  const { step }: NumberField = field;
  return upTo(
    found.reduce((sum, row) => sum + (row[column] as number), 0),
    decimals(step),
  );
}
