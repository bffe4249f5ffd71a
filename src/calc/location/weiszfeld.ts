import { checkPoints, checkPointWeights } from './plane-points.ts';
import { largest } from '../core/extremes.ts';
import type { Point } from './plane-points.ts';
import { integerAtLeast } from '../core/checks.ts';

/** 单设施中位点（韦伯问题）的结果。 */
export interface GeometricMedian {
  /** 最优点横坐标。 */
  x: number;
  /** 最优点纵坐标。 */
  y: number;
  /** 加权直线距离总和。 */
  cost: number;
  /** 除以总权重的平均直线距离。 */
  meanDistance: number;
  /** 最优点是否就是某个需求点。 */
  optimumAtDemandPoint: boolean;
  /** 该需求点的下标（重合点取最靠前者）；不在需求点上时为 null。 */
  demandPoint: number | null;
  /** 迭代次数；最优点在需求点上时为 0，因为由检验直接得出。 */
  iterations: number;
  /** 是否达到收敛判据。 */
  converged: boolean;
  /** 迭代轨迹，供动画使用；含起点与终点。 */
  path: Point[];
}

interface Site {
  x: number;
  y: number;
  weight: number;
  index: number;
}

/** 合并重合点并去掉零权重点：重合点之间的距离恒为 0，只在该点处相加权重。 */
function mergeSites(points: readonly Point[], weights: readonly number[], origin: Point): Site[] {
  const seen = new Map<string, Site>();
  points.forEach((point, index) => {
    const weight = weights[index] as number;
    if (weight === 0) return;
    const x = point[0] - origin[0];
    const y = point[1] - origin[1];
    const key = `${x + 0},${y + 0}`;
    const site = seen.get(key);
    if (site) site.weight += weight;
    else seen.set(key, { x, y, weight, index });
  });
  return [...seen.values()];
}

function costAt(sites: readonly Site[], x: number, y: number): number {
  let cost = 0;
  for (const site of sites) cost += site.weight * Math.hypot(site.x - x, site.y - y);
  return cost;
}

/** 除去与 (x, y) 重合的点后，各需求点拉力之和（负梯度）、黑塞矩阵与 Σw/d。 */
function pull(sites: readonly Site[], x: number, y: number) {
  let px = 0;
  let py = 0;
  let hxx = 0;
  let hxy = 0;
  let hyy = 0;
  let inverse = 0;
  for (const site of sites) {
    const dx = site.x - x;
    const dy = site.y - y;
    const distance = Math.hypot(dx, dy);
    if (distance === 0) continue;
    const ux = dx / distance;
    const uy = dy / distance;
    const rate = site.weight / distance;
    px += site.weight * ux;
    py += site.weight * uy;
    hxx += rate * uy * uy;
    hxy -= rate * ux * uy;
    hyy += rate * ux * ux;
    inverse += rate;
  }
  return { px, py, hxx, hxy, hyy, inverse, size: Math.hypot(px, py) };
}

/**
 * Weiszfeld 法求单设施中位点：使加权直线距离总和最小的平面点（韦伯问题）。
 *
 * 假设：直线距离，权重非负。
 * 目标：使 Σ wᵢ·√((xᵢ−x)²+(yᵢ−y)²) 最小。
 * 约束：无，平面上任一点都可设点。
 * 符号与单位：`points` 坐标，`weights` 需求量；返回坐标与输入同单位，`cost` 为需求量 × 距离。
 * 出处：Weiszfeld 1937；需求点最优性检验与卡点问题 Kuhn 1973；离开需求点的一步 Vardi & Zhang 2000。
 * 边界：先用 Kuhn 检验逐个判断需求点是否最优（其余点拉力之和不超过该点权重），故最优点在需求点上时直接给出、
 *   绝不除以 0；否则从最好的需求点沿拉力方向下坡出发，费用只降不升，不会再落回需求点。
 *   共线点必有需求点最优；总权重须为正；零权重点不参与；重合点合并。
 * 复杂度：检验 O(n²)，每次迭代 O(n)；Weiszfeld 步与牛顿步取优，通常十余次收敛。
 *
 * @example
 * weiszfeld({ points: [[0, 0], [4, 0], [0, 3]], weights: [5, 1, 1] }).optimumAtDemandPoint // true
 */
export function weiszfeld(input: {
  /** 需求点坐标。 */
  points: readonly Point[];
  /** 各点需求量。 */
  weights: readonly number[];
  /** 迭代上限，缺省 1000。 */
  maxIterations?: number;
}): GeometricMedian {
  const { points, weights, maxIterations = 1000 } = input;
  checkPoints('points', points);
  const total = checkPointWeights(weights, 'points', points);
  integerAtLeast('maxIterations', maxIterations, 1);
  const origin = points[weights.findIndex((weight) => weight > 0)] as Point;
  const sites = mergeSites(points, weights, origin);

  let best = sites[0] as Site;
  let bestCost = Infinity;
  for (const site of sites) {
    const cost = costAt(sites, site.x, site.y);
    if (cost < bestCost) {
      bestCost = cost;
      best = site;
    }
  }
  // 最优需求点必是费用最低的需求点；费用在舍入误差内并列的都要检验
  let force = pull(sites, best.x, best.y);
  for (const site of sites) {
    const siteCost = costAt(sites, site.x, site.y);
    if (siteCost > bestCost * (1 + 1e-12)) continue;
    force = pull(sites, site.x, site.y);
    best = site;
    if (force.size > site.weight + 1e-12 * total) continue;
    const point = points[site.index] as Point;
    return {
      x: point[0],
      y: point[1],
      cost: siteCost,
      meanDistance: siteCost / total,
      optimumAtDemandPoint: true,
      demandPoint: site.index,
      iterations: 0,
      converged: true,
      path: [point],
    };
  }
  bestCost = costAt(sites, best.x, best.y);

  // Vardi–Zhang 步：在需求点上按“净拉力 / Σw/d”走，必要时减半直到费用严格下降
  let step = (force.size - best.weight) / force.inverse;
  let x = best.x;
  let y = best.y;
  let cost = bestCost;
  for (let halving = 0; halving < 200; halving++) {
    const tryX = best.x + (step * force.px) / force.size;
    const tryY = best.y + (step * force.py) / force.size;
    const tryCost = costAt(sites, tryX, tryY);
    if (tryCost < bestCost) {
      x = tryX;
      y = tryY;
      cost = tryCost;
      break;
    }
    step /= 2;
  }

  const path: Point[] = [
    [best.x + origin[0], best.y + origin[1]],
    [x + origin[0], y + origin[1]],
  ];
  let iterations = 0;
  let converged = false;
  const scale = largest(sites.map((site) => Math.hypot(site.x - best.x, site.y - best.y)));
  while (iterations < maxIterations) {
    const here = pull(sites, x, y);
    if (here.size <= 1e-14 * total) {
      converged = true;
      break;
    }
    iterations++;
    let nextX = x + here.px / here.inverse;
    let nextY = y + here.py / here.inverse;
    let nextCost = costAt(sites, nextX, nextY);
    // Weiszfeld 步在最优点靠近需求点时极慢，牛顿步补上末段；两者取费用低者
    const determinant = here.hxx * here.hyy - here.hxy * here.hxy;
    if (determinant > 0) {
      const newtonX = x + (here.hyy * here.px - here.hxy * here.py) / determinant;
      const newtonY = y + (here.hxx * here.py - here.hxy * here.px) / determinant;
      const newtonCost = costAt(sites, newtonX, newtonY);
      // 末段费用差淹没在舍入里，改看拉力是否更小
      const tie = Math.abs(newtonCost - nextCost) <= 1e-14 * nextCost;
      if (newtonCost < nextCost && !tie) [nextX, nextY, nextCost] = [newtonX, newtonY, newtonCost];
      else if (tie && pull(sites, newtonX, newtonY).size < pull(sites, nextX, nextY).size)
        [nextX, nextY, nextCost] = [newtonX, newtonY, newtonCost];
    }
    if (nextCost > cost * (1 + 1e-14)) {
      converged = true;
      break;
    }
    const moved = Math.hypot(nextX - x, nextY - y);
    [x, y, cost] = [nextX, nextY, nextCost];
    path.push([x + origin[0], y + origin[1]]);
    if (moved <= 1e-15 * scale) {
      converged = true;
      break;
    }
  }
  return {
    x: x + origin[0],
    y: y + origin[1],
    cost,
    meanDistance: cost / total,
    optimumAtDemandPoint: false,
    demandPoint: null,
    iterations,
    converged,
    path,
  };
}
