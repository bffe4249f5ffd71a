/** 拉格朗日对偶的次梯度上升：选址各模型共用的下界引擎。 */

/** 一次上升的设定。 */
export interface DualClimb {
  /** 乘子初值，不会被改动。 */
  start: Float64Array;
  /** 给定乘子，写出次梯度并返回下界；松弛解里的可行解由调用者自己留存。 */
  evaluate: (multipliers: Float64Array, subgradient: Float64Array) => number;
  /** 当前最好的可行费用，步长按它与下界之差来定。 */
  target: () => number;
  /** 下界达到多少就可以停（例如整数数据下差不足 1）。 */
  closed: (bound: number) => boolean;
  /** 迭代上限。 */
  maxIterations: number;
  /** 乘子是否限为非负（松弛的是不等式约束）。 */
  nonNegative?: boolean;
  /** 连续多少步不改善就把步长减半，缺省 15。 */
  patience?: number;
  /** 步长系数 θ 的初值，缺省 1.2；乘子已近最优时宜小。 */
  firstStep?: number;
}

/** 一次上升的结果。 */
export interface DualBound {
  /** 最好的下界。 */
  bound: number;
  /** 达到该下界的乘子。 */
  multipliers: Float64Array;
  /** 迭代次数。 */
  iterations: number;
}

/**
 * 次梯度上升：逐步抬高拉格朗日下界。
 *
 * 假设：`evaluate` 对任意乘子都返回有效下界，故何时停都是有效的。
 * 符号与单位：下界与目标函数同单位；乘子与松弛的约束一一对应。
 * 出处：Held, Wolfe & Crowder 1974 的步长 θ(UB−L)/‖s‖²；方向修正 Camerini, Fratta & Maffioli 1975。
 * 边界：次梯度为 0 说明已到对偶最优，立即停；步长缩到初值的 1/500 以下也停；总不超过迭代上限。
 * 复杂度：迭代次数 × 一次 `evaluate`。
 *
 * @internal
 *
 * @example
 * climbDual({ start: new Float64Array([0]), evaluate: (u, g) => ((g[0] = 1), Math.min(u[0], 2)), target: () => 2, closed: (bound) => bound >= 2, maxIterations: 50 }).bound // 2
 */
export function climbDual(climb: DualClimb): DualBound {
  const {
    start,
    evaluate,
    target,
    closed,
    maxIterations,
    nonNegative = false,
    patience = 15,
    firstStep = 1.2,
  } = climb;
  const size = start.length;
  const multipliers = start.slice();
  const subgradient = new Float64Array(size);
  const direction = new Float64Array(size);
  let best = -Infinity;
  let bestMultipliers = start.slice();
  let theta = firstStep;
  let stale = 0;
  let iterations = 0;
  let directionNorm = 0;
  while (iterations < maxIterations) {
    iterations++;
    let bound = evaluate(multipliers, subgradient);
    if (bound > best) {
      // 只有像样的改善才重置耐心，否则步长迟迟不减
      if (bound > best + 1e-4 * Math.abs(target() - best)) stale = 0;
      else stale++;
      best = bound;
      bestMultipliers.set(multipliers);
    } else stale++;
    if (closed(best)) break;
    if (stale >= patience) {
      stale = 0;
      theta /= 2;
      if (theta < firstStep / 500) break;
      multipliers.set(bestMultipliers);
      bound = evaluate(multipliers, subgradient);
      directionNorm = 0;
    }
    let norm = 0;
    let product = 0;
    for (let i = 0; i < size; i++) {
      const g = subgradient[i] as number;
      norm += g * g;
      product += g * (direction[i] as number);
    }
    if (norm === 0) break;
    // 记忆不得压过当前次梯度，否则低维时方向会反过来
    const memory =
      directionNorm > 0 && product < 0
        ? Math.min((-1.5 * product) / directionNorm, (-0.5 * norm) / product)
        : 0;
    directionNorm = 0;
    for (let i = 0; i < size; i++) {
      const s = (subgradient[i] as number) + memory * (direction[i] as number);
      direction[i] = s;
      directionNorm += s * s;
    }
    if (directionNorm === 0) break;
    const gap = Math.max(target() - bound, 1e-6 * Math.abs(bound), Number.MIN_VALUE);
    const step = (theta * gap) / directionNorm;
    for (let i = 0; i < size; i++) {
      const moved = (multipliers[i] as number) + step * (direction[i] as number);
      multipliers[i] = nonNegative && moved < 0 ? 0 : moved;
    }
  }
  return { bound: best, multipliers: bestMultipliers, iterations };
}
