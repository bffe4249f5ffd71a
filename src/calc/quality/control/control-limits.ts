import { reject } from '../../core/checks.ts';

/** 一张图（或一个点）的中心线与控制限。 */
export interface ControlLimits {
  /** 中心线。 */
  center: number;
  /** 下控制限。 */
  lower: number;
  /** 上控制限。 */
  upper: number;
}

/**
 * 控制限判异：越出控制限的点的序号（第 1 个点为 1）。
 *
 * 假设：恰在限上不算越出；超出量在舍入误差以内（相对 1e-12）也不算，免得常数数据因最后一位而报警。
 * 符号与单位：点与限同单位；`limits` 可以是一对共用的限，也可以每点一对。
 * 出处：休哈特控制图的判异准则一。
 * 边界：`firstIndex` 让第二阶段的点接着第一阶段编号。
 * 复杂度：O(点数)。
 *
 * @example
 * pointsOutside([1, 9, 5, -2], { center: 4, lower: 0, upper: 8 }) // [2, 4]
 */
export function pointsOutside(
  points: readonly number[],
  limits: ControlLimits | readonly ControlLimits[],
  firstIndex = 1,
): number[] {
  const perPoint = Array.isArray(limits) ? (limits as readonly ControlLimits[]) : null;
  if (perPoint && perPoint.length !== points.length)
    reject('limits', `as long as points (${points.length})`, perPoint);
  return points.flatMap((point, i) => {
    const { center, lower, upper } = perPoint
      ? (perPoint[i] as ControlLimits)
      : (limits as ControlLimits);
    const slack =
      1e-12 * Math.max(Math.abs(point), Math.abs(center), Math.abs(lower), Math.abs(upper));
    return point > upper + slack || point < lower - slack ? [i + firstIndex] : [];
  });
}
