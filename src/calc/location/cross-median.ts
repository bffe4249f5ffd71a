import { checkPoints, checkPointWeights } from './plane-points.ts';
import type { Point } from './plane-points.ts';

/** 一条轴上的加权中位区间；两端相等时是唯一解。 */
export interface MedianInterval {
  /** 区间下端。 */
  low: number;
  /** 区间上端。 */
  high: number;
}

/** 交叉中值的结果。 */
export interface CrossMedian {
  /** 横轴最优区间。 */
  x: MedianInterval;
  /** 纵轴最优区间。 */
  y: MedianInterval;
  /** 最优的加权直角距离总和。 */
  cost: number;
  /** 除以总权重的平均直角距离。 */
  meanDistance: number;
}

/** 加权中位区间：两侧权重都不超过一半的所有坐标。 */
export function weightedMedian(
  values: readonly number[],
  weights: readonly number[],
): MedianInterval {
  const order = values
    .map((_, i) => i)
    .filter((i) => (weights[i] as number) > 0)
    .sort((a, b) => (values[a] as number) - (values[b] as number));
  const total = order.reduce((sum, i) => sum + (weights[i] as number), 0);
  // 「恰好一半」按相对 1e-12 判：0.1+0.2 与 0.3 应算相等，否则区间会塌成一个端点
  const slack = 1e-12 * total;
  let cumulative = 0;
  let low = NaN;
  for (const i of order) {
    cumulative += weights[i] as number;
    if (Number.isNaN(low)) {
      if (cumulative >= total / 2 - slack) {
        low = values[i] as number;
        if (cumulative > total / 2 + slack) return { low, high: low };
      }
    } else {
      return { low, high: values[i] as number };
    }
  }
  return { low, high: low };
}

/**
 * 交叉中值法：沿街直角行走时，横纵两轴各取加权中位数。
 *
 * 假设：直角距离，两轴可分开求解。
 * 目标：使 Σ wᵢ(|xᵢ−x|+|yᵢ−y|) 最小。
 * 约束：无。
 * 符号与单位：`points` 坐标，`weights` 需求量；区间与坐标同单位，`cost` 为需求量 × 距离。
 * 出处：Fitzsimmons & Fitzsimmons《Service Management》交叉中值法。
 * 边界：累计权重恰为一半时最优解是一个区间，区间内任一点同样好；零权重的点不参与。
 * 复杂度：O(n log n)。
 *
 * @example
 * crossMedian({ points: [[0, 0], [2, 5], [3, 1]], weights: [1, 1, 1] }).cost // 8
 */
export function crossMedian(input: {
  /** 需求点坐标。 */
  points: readonly Point[];
  /** 各点需求量。 */
  weights: readonly number[];
}): CrossMedian {
  const { points, weights } = input;
  checkPoints('points', points);
  const total = checkPointWeights(weights, 'points', points);
  const x = weightedMedian(
    points.map((point) => point[0]),
    weights,
  );
  const y = weightedMedian(
    points.map((point) => point[1]),
    weights,
  );
  const cost = points.reduce(
    (sum, point, i) =>
      sum + (weights[i] as number) * (Math.abs(point[0] - x.low) + Math.abs(point[1] - y.low)),
    0,
  );
  return { x, y, cost, meanDistance: cost / total };
}
