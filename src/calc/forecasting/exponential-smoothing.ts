import { each, finite, probability } from '../core/checks.ts';

/** 指数平滑的结果。 */
export interface ExponentialSmoothingResult {
  /** 各期的一步预测，与数据等长；第一期没有预测，以初值（即自身）填充。 */
  fitted: number[];
  /** 一步预测误差平方和，从第二期起。 */
  squaredError: number;
  /** 最后的水平，也就是以后各期的预测。 */
  level: number;
}

/**
 * 简单指数平滑：新水平 = α × 新数据 + (1 − α) × 旧水平。
 *
 * 假设：无趋势、无季节。
 * 符号与单位：α `alpha` ∈ [0, 1]；初始水平取第一期的值，误差从第二期算起；结果与数据同单位，误差平方和为其平方。
 * 出处：Brown 1959；初值与 R 的 `HoltWinters(beta = FALSE, gamma = FALSE)` 一致。
 * 边界：α = 0 时永远停在第一期；α = 1 时就是“下期 = 本期”；只有一期时误差平方和为 0。
 * 复杂度：O(N)。
 *
 * @example
 * exponentialSmoothing([10, 12, 11], 0.5).level // 11
 */
export function exponentialSmoothing(
  data: readonly number[],
  alpha: number,
): ExponentialSmoothingResult {
  each('data', data, finite);
  probability('alpha', alpha);
  let level = data[0]!;
  let squaredError = 0;
  const fitted = [level];
  for (let t = 1; t < data.length; t++) {
    fitted.push(level);
    const error = data[t]! - level;
    squaredError += error * error;
    level += alpha * error;
  }
  return { fitted, squaredError, level };
}
