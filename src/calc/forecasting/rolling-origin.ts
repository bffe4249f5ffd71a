import { each, finite, integerAtLeast, reject } from '../core/checks.ts';
import { accuracy } from './accuracy.ts';
import type { AccuracyResult } from './accuracy.ts';

/** 滚动起点评价的输入。 */
export interface RollingOriginInput {
  /** 数据，按时间先后。 */
  data: readonly number[];
  /** 第一次预测前已知的期数，≥ 1。 */
  firstOrigin: number;
  /** 每次向前预测几期，≥ 1。 */
  horizon: number;
  /** 每次把起点往后挪几期，缺省 1。 */
  step?: number;
  /** 预测方法：只看得到起点之前的数据，返回至少 horizon 个预测。 */
  method: (history: readonly number[], horizon: number) => readonly number[];
}

/** 滚动起点评价的结果。 */
export interface RollingOriginResult {
  /** 各次预测：起点（已知期数）、预测与实际。 */
  origins: { origin: number; forecast: number[]; actual: number[] }[];
  /** `byHorizon[h]` 提前 h + 1 期的精度。 */
  byHorizon: AccuracyResult[];
  /** 全部预测合在一起的精度。 */
  overall: AccuracyResult;
}

/**
 * 滚动起点评价：站在过去的每一天、只用当时知道的数据作预测，再看准不准。
 *
 * 假设：方法不偷看起点之后的数据（只把之前的一段交给它）；每个起点都有完整的 horizon 期实际值可比。
 * 符号与单位：期数为整数；精度的单位见 `accuracy`。
 * 出处：Tashman 2000 的 rolling-origin evaluation；又称时间序列交叉验证。
 * 边界：起点加预测期超出数据是错误；只有一个起点时等于一次留出检验。
 * 复杂度：O(起点数 × 方法的代价)。
 *
 * @example
 * rollingOrigin({ data: [1, 2, 4, 7], firstOrigin: 1, horizon: 1, method: (history) => [history[history.length - 1]] }).overall.meanAbsoluteError // 2
 */
export function rollingOrigin(input: RollingOriginInput): RollingOriginResult {
  const { data, firstOrigin, horizon, step = 1, method } = input;
  each('data', data, finite);
  integerAtLeast('firstOrigin', firstOrigin, 1);
  integerAtLeast('horizon', horizon, 1);
  integerAtLeast('step', step, 1);
  if (firstOrigin + horizon > data.length)
    reject('data', `at least firstOrigin + horizon (${firstOrigin + horizon}) periods long`, data);
  const origins: RollingOriginResult['origins'] = [];
  for (let origin = firstOrigin; origin + horizon <= data.length; origin += step) {
    const forecast = method(data.slice(0, origin), horizon).slice(0, horizon);
    if (forecast.length < horizon)
      reject('method', `a function returning ${horizon} forecasts`, forecast);
    origins.push({ origin, forecast: [...forecast], actual: data.slice(origin, origin + horizon) });
  }
  const byHorizon = Array.from({ length: horizon }, (_, h) =>
    accuracy({
      actual: origins.map(({ actual }) => actual[h]!),
      forecast: origins.map(({ forecast }) => forecast[h]!),
    }),
  );
  const overall = accuracy({
    actual: origins.flatMap(({ actual }) => actual),
    forecast: origins.flatMap(({ forecast }) => forecast),
  });
  return { origins, byHorizon, overall };
}
