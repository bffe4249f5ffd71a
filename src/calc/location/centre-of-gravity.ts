import { checkPoints, checkPointWeights } from './plane-points.ts';
import type { Point } from './plane-points.ts';

/**
 * 重心法：按需求量加权的平均坐标。
 *
 * 假设：运输费与「距离的平方」成正比时它才最优；它不是平均距离最小的点（那是加权中位点，见 weiszfeld.ts）。
 * 目标：使 Σ wᵢ·dᵢ² 最小，d 为直线距离。
 * 约束：无，平面上任一点都可设点。
 * 符号与单位：`points` 坐标，`weights` 需求量（任意单位）；返回坐标与输入同单位，`meanDistance` 是到重心的加权平均直线距离。
 * 出处：Heizer & Render《Operations Management》重心法。
 * 边界：权重须非负且和为正；零权重的点不起作用。
 * 复杂度：O(n)。
 *
 * @example
 * centreOfGravity({ points: [[0, 0], [3, 6]], weights: [1, 2] }).x // 2
 */
export function centreOfGravity(input: {
  /** 需求点坐标。 */
  points: readonly Point[];
  /** 各点需求量。 */
  weights: readonly number[];
}): {
  /** 重心横坐标。 */
  x: number;
  /** 重心纵坐标。 */
  y: number;
  /** 需求到重心的加权平均直线距离。 */
  meanDistance: number;
} {
  const { points, weights } = input;
  checkPoints('points', points);
  const total = checkPointWeights(weights, 'points', points);
  // 先平移到首点再平均：坐标带大偏移（如投影坐标）时不丢有效数字
  const [originX, originY] = points[0] as Point;
  let x = 0;
  let y = 0;
  points.forEach((point, i) => {
    const share = (weights[i] as number) / total;
    x += share * (point[0] - originX);
    y += share * (point[1] - originY);
  });
  x += originX;
  y += originY;
  const meanDistance = points.reduce(
    (sum, point, i) =>
      sum + ((weights[i] as number) / total) * Math.hypot(point[0] - x, point[1] - y),
    0,
  );
  return { x, y, meanDistance };
}
