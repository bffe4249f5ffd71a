import { each, finite, integerAtLeast, atLeast, reject } from '../core/checks.ts';

/**
 * 移动平均：最近 n 期的平均，作为下一期的预测。
 *
 * 假设：需求围绕缓慢变化的水平波动，无明显趋势与季节。
 * 符号与单位：`data` 按时间先后；n `periods`；返回 N − n + 1 个平均，第 k 项是第 k 到 k + n − 1 期的平均，即第 k + n 期的预测；末项是样本外下一期的预测。
 * 出处：预测教科书的标准方法，如 Heizer & Render。
 * 边界：n = 1 时就是原数列；n 大于数据长度是错误。每个窗口重新求和而不用滚动加减，免得误差随长度累积。
 * 复杂度：O(N·n)。
 *
 * @example
 * movingAverage([10, 12, 13, 16], 3) // [11.666666666666666, 13.666666666666666]
 */
export function movingAverage(data: readonly number[], periods: number): number[] {
  integerAtLeast('periods', periods, 1);
  return weightedMovingAverage(
    data,
    Array.from({ length: periods }, () => 1),
  );
}

/** 加权移动平均：`weights[0]` 给最近一期，往前依次；权数 ≥ 0，不必和为 1。返回 N − n + 1 项。 */
export function weightedMovingAverage(
  data: readonly number[],
  weights: readonly number[],
): number[] {
  each('data', data, finite);
  each('weights', weights, (name, value) => atLeast(name, value, 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) reject('weights', 'weights with a positive sum', weights);
  if (weights.length > data.length)
    reject('data', `at least as long as the window (${weights.length})`, data);
  const averages: number[] = [];
  for (let end = weights.length - 1; end < data.length; end++) {
    let sum = 0;
    for (let k = 0; k < weights.length; k++) sum += weights[k]! * data[end - k]!;
    averages.push(sum / total);
  }
  return averages;
}
