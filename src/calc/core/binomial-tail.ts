/**
 * 试验次数极多时的二项尾概率：相邻各项几乎相等，逐项相加要几千万项，改用求积。
 *
 * Σ_{j≥0} R(j) = ∫R du + R(0)/2 − R′(0)/12 + …（欧拉–麦克劳林），R(u) 是第 k − u 项与第 k 项之比，
 * 用斯特林公式写成 u 的解析式，其中大数已在代数上相消。
 *
 * @internal
 */
import { productMinus } from './exact.ts';
import { gaussLegendre } from './quadrature.ts';

const RULE = gaussLegendre(24);

/** 方差超过它才值得求积。 */
const LARGE_VARIANCE = 1e8;
/** 相邻两项之比的对数小于它，欧拉–麦克劳林的余项才低于双精度。 */
const SLOW = 1e-3;
/** 段数上限；通常十来段。 */
const PANELS = 1000;

/** (1 − t)ln(1 − t) + t；t 小时用级数免相消。 */
function phi(t: number): number {
  if (Math.abs(t) > 0.1) return (1 - t) * Math.log1p(-t) + t;
  let power = t;
  let sum = 0;
  for (let i = 2; i < 20; i++) {
    power *= t;
    sum += power / (i * (i - 1));
  }
  return sum;
}

/**
 * 从第 k 项起、逐项往外的尾概率之对数：lower 为真时是 ln P(X ≤ k)，否则是 ln P(X ≥ k)。
 * 次数不够多，或各项变小得够快（逐项相加就好）时返回 null。
 */
export function smoothTail({
  trials: n,
  chance: p,
  k,
  lower,
}: {
  trials: number;
  chance: number;
  k: number;
  lower: boolean;
}): number | null {
  const q = 1 - p;
  if (n * p * q <= LARGE_VARIANCE) return null;
  // k − np，乘积的舍入误差已补回：np 到 10¹⁴ 时一个末位就是百分之一
  const excess = -productMinus(n, p, k);
  // 上尾就是“失败次数”的下尾
  const [inside, outside, offset, other] = lower ? [k, n - k, excess, p] : [n - k, k, -excess, q];
  const slope = Math.log1p(offset / (outside * other));
  if (!(Math.abs(slope) < SLOW)) return null;
  const curvature = 1 / inside + 1 / outside;
  let sum = 0.5 - (slope + 0.5 / inside - 0.5 / outside) / 12;
  for (let panel = 0, from = 0; panel < PANELS && from < inside; panel++) {
    const steep = Math.abs(slope + Math.log1p(-from / inside) - Math.log1p(from / outside));
    const half = Math.min(2 / steep, 1 / Math.sqrt(curvature), (inside - from) / 2);
    let part = 0;
    for (let i = 0; i < RULE.nodes.length; i++) {
      const u = from + half * (1 + RULE.nodes[i]!);
      const log =
        u * slope -
        inside * phi(u / inside) -
        outside * phi(-u / outside) -
        0.5 * (Math.log1p(-u / inside) + Math.log1p(u / outside));
      part += RULE.weights[i]! * Math.exp(log);
    }
    sum += part * half;
    if (part * half < sum * 1e-18) break;
    from += 2 * half;
  }
  // ln P(X = k)，同样由 k − np 展开；斯特林余项此时低于 10⁻⁸，仍照计
  const deviance = n * p * phi(-excess / (n * p)) + n * q * phi(excess / (n * q));
  const logTerm =
    1 / (12 * n) -
    1 / (12 * k) -
    1 / (12 * (n - k)) -
    deviance -
    0.5 * (Math.log(2 * Math.PI * k) + Math.log1p(-k / n));
  return logTerm + Math.log(sum);
}
