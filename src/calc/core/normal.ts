import { probability, reject } from './checks.ts';
import { erf, scaledErfc } from './special-functions.ts';

/** 标准正态分布 N(0, 1)：密度、累积、尾部、分位数与损失函数，尾部保持相对精度。 */

const SQRT_TWO_PI = 2.5066282746310002;
const SQRT_HALF_PI = 1.2533141373155003;
const LOG_SQRT_TWO_PI = 0.9189385332046727;

function notNaN(name: string, value: number): void {
  if (typeof value !== 'number' || Number.isNaN(value)) reject(name, 'a number', value);
}

/** 标准正态密度 φ(x)。 */
export function normalPdf(x: number): number {
  notNaN('x', x);
  if (Math.abs(x) > 40) return 0;
  // 拆开平方：x²/2 的舍入误差会被指数放大 x² 倍。
  const high = Math.trunc(x * 16) / 16;
  return (Math.exp(-0.5 * high * high) * Math.exp(-0.5 * (x - high) * (x + high))) / SQRT_TWO_PI;
}

/**
 * 米尔斯比 P(Z > x)/φ(x)，即正态风险率的倒数。
 * x → +∞ 时约为 1/x，不下溢；x 很负时趋于 Infinity。
 */
export function millsRatio(x: number): number {
  notNaN('x', x);
  if (x >= 0) return SQRT_HALF_PI * scaledErfc(x * Math.SQRT1_2);
  const density = normalPdf(x);
  return density === 0 ? Infinity : normalSurvival(x) / density;
}

/** 正态风险率 h(x) = φ(x)/P(Z > x)。 */
export function normalHazard(x: number): number {
  return 1 / millsRatio(x);
}

/**
 * 标准正态分布：累积概率 Φ(x) = P(Z ≤ x)。
 *
 * 假设：Z 服从 N(0, 1)；一般正态先标准化 x = (值 − 均值)/标准差。
 * 符号与单位：x 无量纲；返回概率。
 * 出处：Abramowitz & Stegun 26.2；erfc 的切比雪夫形式见 Shepherd & Laframboise (1981)。
 * 边界：x = ±Infinity 得 1 / 0；左尾保持相对精度直到 x ≈ −38，再往左用 `logNormalCdf`。
 * 复杂度：O(1)。
 *
 * @example
 * normalCdf(-10) // 7.619853024160525e-24
 */
export function normalCdf(x: number): number {
  notNaN('x', x);
  if (Math.abs(x) < 0.6) return 0.5 + 0.5 * erf(x * Math.SQRT1_2);
  if (x > 0) return 1 - normalPdf(x) * millsRatio(x);
  return normalPdf(x) * millsRatio(-x);
}

/** 上尾概率 P(Z > x)，右尾保持相对精度。 */
export function normalSurvival(x: number): number {
  return normalCdf(-x);
}

/** ln Φ(x)；x = −10⁶ 仍有值。 */
export function logNormalCdf(x: number): number {
  notNaN('x', x);
  if (x > -1) return Math.log1p(-normalSurvival(x));
  if (x === -Infinity) return -Infinity;
  return -0.5 * x * x - LOG_SQRT_TWO_PI + Math.log(millsRatio(-x));
}

/** ln P(Z > x)。 */
export function logNormalSurvival(x: number): number {
  return logNormalCdf(-x);
}

/**
 * 标准正态分位数 Φ⁻¹(p)，双精度全精度。
 * p = 0 为 −Infinity，p = 1 为 Infinity；p 小到 10⁻³⁰⁰ 仍准确。
 * 想要上尾很小的分位数时用 −normalQuantile(尾概率)，不要先算 1 − 尾概率。
 */
export function normalQuantile(p: number): number {
  probability('p', p);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(p));
  // Abramowitz & Stegun 26.2.23 给出误差 < 4.5e-4 的初值，再用三阶收敛的哈雷步修正两三次。
  let x =
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) -
    t;
  const central = p - 0.5;
  const logP = Math.log(p);
  for (let i = 0; i < 4; i++) {
    const error =
      p > 0.3
        ? (0.5 * erf(x * Math.SQRT1_2) - central) / normalPdf(x)
        : millsRatio(-x) - Math.exp(logP + 0.5 * x * x + LOG_SQRT_TWO_PI);
    const step = error / (1 + 0.5 * x * error);
    x -= step;
    // 三阶收敛：这一步相对小于 1e-6，剩下的相对误差已不到 1e-18
    if (Math.abs(step) <= 1e-6 * Math.abs(x)) break;
  }
  return x;
}

/**
 * 标准正态损失函数 L(z) = E[(Z − z)⁺] = φ(z) − z·P(Z > z)。
 * 大 z 时不做相减而用连分数，保持相对精度；z 很负时约为 −z。
 */
export function normalLoss(z: number): number {
  notNaN('z', z);
  if (z === Infinity) return 0;
  if (z < 0) return normalLoss(-z) - z;
  const ratio = millsRatio(z);
  if (z < 4) return normalPdf(z) * (1 - z * ratio);
  // 1/R = z + C，C = 1/(z + 2/(z + 3/(…)))，于是 1 − zR = R·C。
  let tail = z;
  for (let k = 80; k >= 2; k--) tail = z + k / tail;
  return (normalPdf(z) * ratio) / tail;
}
