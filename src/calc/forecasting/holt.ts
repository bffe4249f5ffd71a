import { each, finite, integerAtLeast, probability, reject } from '../core/checks.ts';

/** 霍尔特法的结果。 */
export interface HoltResult {
  /** 各期的一步预测，与数据等长；前两期用作初值，以自身填充。 */
  fitted: number[];
  /** 一步预测误差平方和，从第三期起。 */
  squaredError: number;
  /** 最后的水平。 */
  level: number;
  /** 最后的趋势，每期增量。 */
  trend: number;
  /** 未来 1、2、…、horizon 期的预测。 */
  forecast: number[];
}

/**
 * 霍尔特线性趋势：分别平滑水平与每期增量。
 *
 * 假设：有近似线性的趋势，无季节。
 * 符号与单位：α `alpha` 水平、β `beta` 趋势的平滑系数，∈ [0, 1]；初值：水平取第二期，趋势取第二期减第一期，误差从第三期算起。
 * 出处：Holt 1957；初值与 R 的 `HoltWinters(gamma = FALSE)` 一致。
 * 边界：β = 0 时斜率固定为头两期之差；只有两期时误差平方和为 0。
 * 复杂度：O(N + horizon)。
 *
 * @example
 * holt({ data: [3, 5, 8, 9], alpha: 0.5, beta: 0.5, horizon: 2 }).forecast // [11.4375, 13.5]
 */
export function holt({
  data,
  alpha,
  beta,
  horizon = 1,
}: {
  /** 数据，至少两期。 */
  data: readonly number[];
  /** 水平的平滑系数。 */
  alpha: number;
  /** 趋势的平滑系数。 */
  beta: number;
  /** 向前预测几期，缺省 1。 */
  horizon?: number;
}): HoltResult {
  each('data', data, finite);
  if (data.length < 2) reject('data', 'at least 2 periods', data);
  probability('alpha', alpha);
  probability('beta', beta);
  integerAtLeast('horizon', horizon, 0);
  let level = data[1]!;
  let trend = data[1]! - data[0]!;
  let squaredError = 0;
  const fitted = [data[0]!, data[1]!];
  for (let t = 2; t < data.length; t++) {
    const predicted = level + trend;
    fitted.push(predicted);
    const error = data[t]! - predicted;
    squaredError += error * error;
    const next = predicted + alpha * error;
    trend = beta * (next - level) + (1 - beta) * trend;
    level = next;
  }
  const forecast = Array.from({ length: horizon }, (_, h) => level + (h + 1) * trend);
  return { fitted, squaredError, level, trend, forecast };
}
