/** 平面点与平面距离：选址模块共用的输入形状。 */

import { atLeast, finite, nonEmpty, reject, sameLength } from '../core/checks.ts';

/** 平面坐标 [x, y]，两轴同一长度单位。 */
export type Point = readonly [x: number, y: number];

/** 距离度量：欧氏（直线）或曼哈顿（沿街直角行走）。 */
export type Metric = 'euclidean' | 'rectilinear';

/** 距离表：第 i 行是需求点 i 到各候选点的距离；`Infinity` 表示不可达。 */
export type DistanceRows = readonly ArrayLike<number>[];

/** 点集非空、坐标有限。 */
export function checkPoints(name: string, points: readonly Point[]): void {
  nonEmpty(name, points);
  points.forEach((point, index) => {
    if (!Array.isArray(point) || point.length !== 2)
      reject(`${name}[${index}]`, 'a pair [x, y]', point);
    finite(`${name}[${index}][0]`, point[0]);
    finite(`${name}[${index}][1]`, point[1]);
  });
}

/** 权重与点等长、非负、总和为正；返回总和。 */
export function checkPointWeights(
  weights: readonly number[],
  otherName: string,
  others: readonly unknown[],
): number {
  nonEmpty('weights', weights);
  sameLength('weights', weights, otherName, others);
  let total = 0;
  for (let i = 0; i < weights.length; i++)
    total += atLeast(`weights[${i}]`, weights[i] as number, 0);
  if (!(total > 0) || !Number.isFinite(total))
    reject('weights', 'an array with a finite positive sum', weights);
  return total;
}

/** 两点距离。 */
export function distanceBetween(a: Point, b: Point, metric: Metric = 'euclidean'): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  // Math.hypot 不会在极大或极小坐标上溢出或下溢
  return metric === 'euclidean' ? Math.hypot(dx, dy) : Math.abs(dx) + Math.abs(dy);
}

/**
 * 平面距离表：把需求点与候选点变成 p-中值、覆盖等模型要的距离表。
 *
 * 假设：平面、各向同性；候选点缺省时就是需求点本身。
 * 符号与单位：返回 rows[i][j] = 需求点 i 到候选点 j 的距离，与坐标同一单位。
 * 出处：定义。
 * 边界：重合的点距离为 0；坐标必须有限。
 * 复杂度：O(nm)。
 *
 * @example
 * planeDistances({ points: [[0, 0], [3, 4]] })[0] // [0, 5]
 */
export function planeDistances(input: {
  /** 需求点。 */
  points: readonly Point[];
  /** 候选点；缺省为需求点。 */
  candidates?: readonly Point[];
  /** 距离度量，缺省欧氏。 */
  metric?: Metric;
}): number[][] {
  const { points, candidates = points, metric = 'euclidean' } = input;
  checkPoints('points', points);
  checkPoints('candidates', candidates);
  if (metric !== 'euclidean' && metric !== 'rectilinear')
    reject('metric', "'euclidean' or 'rectilinear'", metric);
  return points.map((point) => candidates.map((other) => distanceBetween(point, other, metric)));
}
