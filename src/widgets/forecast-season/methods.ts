/** 四种报法：只看得到报的那一天以前的月份。 */
import { accuracy } from '../../calc/forecasting/accuracy.ts';
import { holtWinters } from '../../calc/forecasting/holt-winters.ts';
import { rollingOrigin } from '../../calc/forecasting/rolling-origin.ts';
import { daily } from './series.ts';

export const methods = [
  { id: 'holt-winters', name: '霍尔特–温特斯法' },
  { id: 'growth', name: '去年×增长率' },
  { id: 'copy', name: '照抄去年' },
  { id: 'last', name: '照最后一月' },
] as const;
export type MethodId = (typeof methods)[number]['id'];

export interface Coefficients {
  alpha: number;
  beta: number;
  gamma: number;
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);
const lastYear = (history: readonly number[], horizon: number) =>
  Array.from({ length: horizon }, (_, k) => history.at(-12 + (k % 12)) ?? 0);

/** 近一年的合计是再往前一年的几倍。 */
export const growthOf = (history: readonly number[]) =>
  sum(history.slice(-12)) / sum(history.slice(-24, -12));

/** `known` 个月以后的 `horizon` 个月，这种办法报多少。 */
export function forecastBy(
  method: MethodId,
  history: readonly number[],
  horizon: number,
  coefficients: Coefficients,
): number[] {
  if (method === 'copy') return lastYear(history, horizon);
  if (method === 'last') return Array.from({ length: horizon }, () => history.at(-1) ?? 0);
  if (method === 'growth') {
    const growth = growthOf(history);
    return lastYear(history, horizon).map((value) => value * growth);
  }
  return holtWinters({
    data: history,
    period: 12,
    form: 'multiplicative',
    horizon,
    ...coefficients,
  }).forecast;
}

/** 报的数，与平均误差（%）；`forecast` 的第一个是第 `origin` + 1 个月。 */
export interface Marked {
  forecast: number[];
  error: number;
}

/** 站在第 `origin` 个月末，一次报完余下的。 */
export function atOnce(method: MethodId, origin: number, coefficients: Coefficients): Marked {
  const forecast = forecastBy(method, daily.slice(0, origin), daily.length - origin, coefficients);
  const { meanAbsolutePercentageError } = accuracy({ actual: daily.slice(origin), forecast });
  return { forecast, error: meanAbsolutePercentageError ?? NaN };
}

/** 从第 `origin` 个月末起月月重报，每次只报下一个月。 */
export function monthly(
  method: MethodId,
  origin: number,
  coefficientsAt: (known: number) => Coefficients,
): Marked {
  const { origins, overall } = rollingOrigin({
    data: daily,
    firstOrigin: origin,
    horizon: 1,
    method: (history, horizon) =>
      forecastBy(method, history, horizon, coefficientsAt(history.length)),
  });
  return {
    forecast: origins.flatMap(({ forecast }) => forecast),
    error: overall.meanAbsolutePercentageError ?? NaN,
  };
}
