import { integerAtLeast, probability } from '../core/checks.ts';
import { checkSeasonal, decomposeSeasons } from './seasonal-decomposition.ts';
import type { SeasonalForm } from './seasonal-decomposition.ts';

/** 霍尔特–温特斯法的输入。 */
export interface HoltWintersInput {
  /** 数据，按时间先后，至少两个周期；相乘形式须全为正。 */
  data: readonly number[];
  /** 周期长度，整数 ≥ 2。 */
  period: number;
  /** 季节相加还是相乘。 */
  form: SeasonalForm;
  /** 水平的平滑系数。 */
  alpha: number;
  /** 趋势的平滑系数。 */
  beta: number;
  /** 季节的平滑系数。 */
  gamma: number;
  /** 向前预测几期，缺省一个周期。 */
  horizon?: number;
}

/** 霍尔特–温特斯法的结果。 */
export interface HoltWintersResult {
  /** 第二周期起各期的一步预测，长度 N − period。 */
  fitted: number[];
  /** 一步预测误差平方和，从第二个周期的第一期算起。 */
  squaredError: number;
  /** 最后的水平。 */
  level: number;
  /** 最后的趋势，每期增量。 */
  trend: number;
  /** 最后一个周期的季节值，第一项用于下一期。 */
  seasonal: number[];
  /** 未来各期的预测。 */
  forecast: number[];
}

/** 递推的初值。 */
export interface HoltWintersStart {
  /** 初始水平。 */
  level: number;
  /** 初始趋势。 */
  trend: number;
  /** 初始季节值，第一项属于第一期。 */
  seasonal: readonly number[];
}

/** 初值：对前两个周期做经典分解，季节取分解的指数，水平与趋势取中心化移动平均的直线截距与斜率。这是 R 的做法：截距对应中心化平均起点的前一期，而不是第一个周期末，趋势陡时开头几期误差偏大。 */
export function holtWintersStart({
  data,
  period,
  form,
}: {
  data: readonly number[];
  period: number;
  form: SeasonalForm;
}): HoltWintersStart {
  checkSeasonal({ data, period, form });
  const { trend, indices } = decomposeSeasons({ data: data.slice(0, 2 * period), period, form });
  const line = trend.filter((value) => !Number.isNaN(value));
  const count = line.length;
  const middle = (count + 1) / 2;
  const mean = line.reduce((sum, value) => sum + value, 0) / count;
  let covariance = 0;
  let variance = 0;
  line.forEach((value, i) => {
    covariance += (i + 1 - middle) * (value - mean);
    variance += (i + 1 - middle) ** 2;
  });
  const slope = covariance / variance;
  return { level: mean - slope * middle, trend: slope, seasonal: indices };
}

/** 只求误差平方和的递推；拟合时要跑上万遍，故不建任何结果数组。`seasonal` 会被改写。 */
export function holtWintersSquaredError(
  data: Float64Array,
  {
    level: startLevel,
    trend: startTrend,
    seasonal,
    additive,
    alpha,
    beta,
    gamma,
  }: {
    level: number;
    trend: number;
    seasonal: Float64Array;
    additive: boolean;
    alpha: number;
    beta: number;
    gamma: number;
  },
): number {
  const period = seasonal.length;
  let level = startLevel;
  let trend = startTrend;
  let squaredError = 0;
  let s = 0;
  for (let t = period; t < data.length; t++) {
    const value = data[t]!;
    const season = seasonal[s]!;
    const base = level + trend;
    const error = value - (additive ? base + season : base * season);
    squaredError += error * error;
    const next = alpha * (additive ? value - season : value / season) + (1 - alpha) * base;
    trend = beta * (next - level) + (1 - beta) * trend;
    level = next;
    seasonal[s] = gamma * (additive ? value - level : value / level) + (1 - gamma) * season;
    s = s + 1 === period ? 0 : s + 1;
  }
  return squaredError;
}

/**
 * 霍尔特–温特斯法：水平、趋势、季节三者一起平滑，季节可相加也可相乘。
 *
 * 假设：季节周期固定；相加适合季节幅度不随水平变化，相乘适合按比例变化。
 * 符号与单位：α `alpha`、β `beta`、γ `gamma` ∈ [0, 1]；季节用更新后的水平来更新；误差从第 period + 1 期算起；预测与数据同单位。
 * 出处：Holt 1957、Winters 1960；初值与递推同 R 的 `stats::HoltWinters`。
 * 边界：系数取 0 或 1 均可；相乘形式若水平或季节走到 0，结果为 Infinity 或 NaN 并照实返回；周期数不足两个是错误。
 * 复杂度：O(N + horizon)。
 *
 * @example
 * holtWinters({ data: [8, 12, 10, 14, 12, 16], period: 2, form: 'additive', alpha: 0.4, beta: 0.3, gamma: 0.2, horizon: 2 }).forecast // [14.295203839999998, 18.381649919999998]
 */
export function holtWinters(input: HoltWintersInput): HoltWintersResult {
  const { data, period, form, alpha, beta, gamma, horizon = period } = input;
  probability('alpha', alpha);
  probability('beta', beta);
  probability('gamma', gamma);
  integerAtLeast('horizon', horizon, 0);
  const start = holtWintersStart({ data, period, form });
  const additive = form === 'additive';
  let { level, trend } = start;
  const seasons = [...start.seasonal];
  const fitted: number[] = [];
  let squaredError = 0;
  for (let t = period; t < data.length; t++) {
    const value = data[t]!;
    const season = seasons[t - period]!;
    const base = level + trend;
    const predicted = additive ? base + season : base * season;
    fitted.push(predicted);
    squaredError += (value - predicted) ** 2;
    const next = alpha * (additive ? value - season : value / season) + (1 - alpha) * base;
    trend = beta * (next - level) + (1 - beta) * trend;
    level = next;
    seasons.push(gamma * (additive ? value - level : value / level) + (1 - gamma) * season);
  }
  const seasonal = seasons.slice(-period);
  const forecast = Array.from({ length: horizon }, (_, h) => {
    const season = seasonal[h % period]!;
    const base = level + (h + 1) * trend;
    return additive ? base + season : base * season;
  });
  return { fitted, squaredError, level, trend, seasonal, forecast };
}
