import { each, finite, reject } from '../core/checks.ts';
import { exponentialSmoothing } from './exponential-smoothing.ts';
import type { ExponentialSmoothingResult } from './exponential-smoothing.ts';
import { holt } from './holt.ts';
import type { HoltResult } from './holt.ts';
import { holtWinters, holtWintersSquaredError, holtWintersStart } from './holt-winters.ts';
import type { HoltWintersResult } from './holt-winters.ts';
import { checkSeasonal } from './seasonal-decomposition.ts';
import type { SeasonalForm } from './seasonal-decomposition.ts';
import { minimizeInUnitBox } from './unit-box-minimum.ts';

/** 拟合的简单指数平滑：在 [0, 1] 上选 α，使一步预测误差平方和最小；初值同 `exponentialSmoothing`。至少两期。 */
export function fitExponentialSmoothing(
  data: readonly number[],
): ExponentialSmoothingResult & { alpha: number } {
  each('data', data, finite);
  if (data.length < 2) reject('data', 'at least 2 periods', data);
  const series = Float64Array.from(data);
  const squaredError = ([alpha = 0]: readonly number[]): number => {
    let level = series[0]!;
    let sum = 0;
    for (let t = 1; t < series.length; t++) {
      const error = series[t]! - level;
      sum += error * error;
      level += alpha * error;
    }
    return sum;
  };
  const [alpha = 0] = minimizeInUnitBox({ f: squaredError, dimensions: 1 }).argument;
  return { alpha, ...exponentialSmoothing(data, alpha) };
}

/** 拟合的霍尔特法：在 [0, 1]² 上选 α、β，使一步预测误差平方和最小；初值同 `holt`。至少三期。 */
export function fitHolt({
  data,
  horizon = 1,
}: {
  data: readonly number[];
  horizon?: number;
}): HoltResult & { alpha: number; beta: number } {
  each('data', data, finite);
  if (data.length < 3) reject('data', 'at least 3 periods', data);
  const series = Float64Array.from(data);
  const squaredError = ([alpha = 0, beta = 0]: readonly number[]): number => {
    let level = series[1]!;
    let trend = series[1]! - series[0]!;
    let sum = 0;
    for (let t = 2; t < series.length; t++) {
      const error = series[t]! - level - trend;
      sum += error * error;
      // 新水平 − 旧水平 = 趋势 + α·误差，于是趋势的增量恰为 αβ·误差
      level += trend + alpha * error;
      trend += alpha * beta * error;
    }
    return sum;
  };
  const [alpha = 0, beta = 0] = minimizeInUnitBox({ f: squaredError, dimensions: 2 }).argument;
  return { alpha, beta, ...holt({ data, alpha, beta, horizon }) };
}

/**
 * 拟合的霍尔特–温特斯法：在 [0, 1]³ 上选 α、β、γ，使一步预测误差平方和最小。
 *
 * 目标：Σ (y_t − ŷ_t)² 最小，从第二个周期的第一期算起。
 * 约束：0 ≤ α, β, γ ≤ 1。
 * 假设：初值由前两个周期的分解给定，不参与优化（同 R）。
 * 符号与单位：返回三个系数与 `holtWinters` 的全部结果；误差平方和为数据单位的平方。
 * 出处：目标与初值同 R 的 `stats::HoltWinters`；R 从一个起点局部搜索，这里网格多起点，误差平方和不大于 R 的。
 * 边界：极小在边界上（如 γ = 1）时精确返回 0 或 1；误差平方和与某系数无关时取遇到的第一个极小点。
 * 复杂度：约 2 × 10³ 到 2 × 10⁴ 次 O(N) 递推；144 期月度数据约 10–30 毫秒。
 *
 * @example
 * fitHoltWinters({ data: [8, 12, 10, 14, 12, 16], period: 2, form: 'additive', horizon: 1 }).squaredError // 1
 */
export function fitHoltWinters({
  data,
  period,
  form,
  horizon = period,
}: {
  /** 数据，至少两个周期；相乘形式须全为正。 */
  data: readonly number[];
  /** 周期长度，整数 ≥ 2。 */
  period: number;
  /** 季节相加还是相乘。 */
  form: SeasonalForm;
  /** 向前预测几期，缺省一个周期。 */
  horizon?: number;
}): HoltWintersResult & { alpha: number; beta: number; gamma: number } {
  checkSeasonal({ data, period, form });
  const start = holtWintersStart({ data, period, form });
  const series = Float64Array.from(data);
  const initial = Float64Array.from(start.seasonal);
  const seasonal = new Float64Array(period);
  const options = {
    ...start,
    seasonal,
    additive: form === 'additive',
    alpha: 0,
    beta: 0,
    gamma: 0,
  };
  const squaredError = ([alpha = 0, beta = 0, gamma = 0]: readonly number[]): number => {
    seasonal.set(initial);
    options.alpha = alpha;
    options.beta = beta;
    options.gamma = gamma;
    return holtWintersSquaredError(series, options);
  };
  const [alpha = 0, beta = 0, gamma = 0] = minimizeInUnitBox({
    f: squaredError,
    dimensions: 3,
  }).argument;
  return {
    alpha,
    beta,
    gamma,
    ...holtWinters({ data, period, form, alpha, beta, gamma, horizon }),
  };
}
