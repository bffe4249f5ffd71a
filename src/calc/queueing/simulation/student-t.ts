import { atLeast, openUnit } from '../../core/checks.ts';
import { normalQuantile, normalSurvival } from '../../core/normal.ts';
import { gaussLegendre } from '../../core/quadrature.ts';
import { findRoot } from '../../core/roots.ts';
import { stirlingError } from '../../core/special-functions.ts';

const RULE = gaussLegendre(24);

/** 求积的段数上限；通常十来段。 */
const PANELS = 1000;

/** 自由度超过它就用正态展开：余项 O(ν⁻³)，已低于双精度。 */
const largeDegrees = 1e6;

/** 连分式的项数上限；收敛约需 √ν 项，上限从不触及，只防死循环。 */
const termLimit = 20000;

/** Γ(a + ½) ÷ (Γ(a)√π) 的对数；用斯特林余项相减，a 大时不会由两个大数相减丢掉有效位。 */
function logConstant(a: number): number {
  return (
    a * Math.log1p(0.5 / a) +
    0.5 * Math.log(a) -
    0.5 +
    stirlingError(a + 0.5) -
    stirlingError(a) -
    0.5 * Math.log(Math.PI)
  );
}

/** 正则化不完全贝塔的连分式部分（改进的 Lentz 算法）。 */
function betaFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let value = d;
  for (let m = 1; m <= termLimit; m++) {
    let term = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + term * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + term / c;
    if (Math.abs(c) < tiny) c = tiny;
    value *= d * c;
    term = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + term * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + term / c;
    if (Math.abs(c) < tiny) c = tiny;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/**
 * 自由度大时的上尾概率的对数：密度从 t 起逐段求积，处处为正，没有相消。
 * 密度写成相对 t 处的指数 −(ν+1)/2·ln[(1 + s²/ν)/(1 + t²/ν)]，一段之内变化不超过约 e⁴ 倍。
 */
function logTailByQuadrature(t: number, degrees: number): number {
  // 平方要溢出时尾概率早已小到 e^{−10⁵}
  if (t > 1e150) return -Infinity;
  const power = (degrees + 1) / 2;
  const logDensity =
    logConstant(degrees / 2) - 0.5 * Math.log(degrees) - power * Math.log1p((t * t) / degrees);
  const width = degrees + t * t;
  let sum = 0;
  for (let panel = 0, from = 0; panel < PANELS; panel++) {
    const here = t + from;
    const slope = ((degrees + 1) * here) / (degrees + here * here);
    const half = Math.min(1, 2 / slope);
    let part = 0;
    for (let i = 0; i < RULE.nodes.length; i++) {
      const step = from + half * (1 + RULE.nodes[i]!);
      part += RULE.weights[i]! * Math.exp(-power * Math.log1p((step * (2 * t + step)) / width));
    }
    sum += part * half;
    if (part * half < sum * 1e-18) break;
    from += 2 * half;
  }
  return logDensity + Math.log(sum);
}

/** t ≥ 0 时上尾概率的对数。 */
function logUpperTail(t: number, degrees: number): number {
  // 自由度大时连分式的首项由两个几乎相等的数相减得来，误差约 ν·10⁻¹⁶
  if (degrees > 1000) return logTailByQuadrature(t, degrees);
  const a = degrees / 2;
  const square = t * t;
  const logX = -Math.log1p(square / degrees);
  const x = Math.exp(logX);
  const y = 1 / (1 + degrees / square);
  const front = logConstant(a) + a * logX + 0.5 * Math.log(y);
  // 两种展开各在一侧收敛快；t 小时用补函数，概率接近 ½，不怕相减。
  if (x < (a + 1) / (a + 2.5)) return front - Math.log(2 * a) + Math.log(betaFraction(a, 0.5, x));
  return Math.log(0.5 - Math.exp(front) * betaFraction(0.5, a, y));
}

/**
 * Student t 分布的上尾概率 P(T > t)；自由度大到 10³⁰⁰、尾部小到 10⁻³⁰⁰ 都保持相对精度。
 *
 * @example
 * studentTSurvival({ value: 1, degreesOfFreedom: 1 }) // 0.25
 */
export function studentTSurvival(input: {
  /** 任意实数，可为 ±Infinity。 */
  value: number;
  /** 自由度，≥ 1，可为非整数或 Infinity。 */
  degreesOfFreedom: number;
}): number {
  const { value, degreesOfFreedom } = input;
  if (degreesOfFreedom !== Number.POSITIVE_INFINITY)
    atLeast('degreesOfFreedom', degreesOfFreedom, 1);
  if (Math.abs(value) === Number.POSITIVE_INFINITY) return value > 0 ? 0 : 1;
  atLeast('value', value, -Number.MAX_VALUE);
  if (value === 0) return 0.5;
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalSurvival(value);
  const tail = Math.exp(logUpperTail(Math.abs(value), degreesOfFreedom));
  return value > 0 ? tail : 1 - tail;
}

/**
 * Student t 分布的分位数：用来给重复仿真的均值配置信区间。
 *
 * 假设：T 服从自由度 ν 的标准 t 分布。
 * 符号与单位：`probability` 为累积概率 p，(0, 1)；`degreesOfFreedom` 为 ν ≥ 1，可为非整数；
 * 返回 t 使 P(T ≤ t) = p。
 * 出处：尾概率 = ½·I_x(ν/2, ½)，x = ν ÷ (ν + t²)，I 为正则化不完全贝塔，用连分式计算；ν > 1000 时改对密度求积；
 * ν = 1、2 用闭式；ν > 10⁶ 用 Fisher 的正态展开 z + (z³+z)/(4ν) + (5z⁵+16z³+3z)/(96ν²)，
 * 见 Abramowitz & Stegun 26.7.5；其余对尾概率的对数求根，故极小的尾部也保持相对精度。
 * 边界：ν = Infinity 即正态分位数；p = ½ 恰为 0；p 很接近 1 时受 1 − p 的舍入所限，
 * 可改算对称的小 p 再取负。
 * 复杂度：求根约 10 次，每次 O(√ν)。
 *
 * @example
 * studentTQuantile({ probability: 0.975, degreesOfFreedom: 9 }) // 2.2621571627982044
 */
export function studentTQuantile(input: {
  /** 累积概率，(0, 1)。 */
  probability: number;
  /** 自由度，≥ 1。 */
  degreesOfFreedom: number;
}): number {
  const { probability, degreesOfFreedom: degrees } = input;
  openUnit('probability', probability);
  if (degrees !== Number.POSITIVE_INFINITY) atLeast('degreesOfFreedom', degrees, 1);
  if (probability === 0.5) return 0;
  const sign = probability < 0.5 ? -1 : 1;
  const tail = probability < 0.5 ? probability : 1 - probability;
  if (degrees === 1) return sign / Math.tan(Math.PI * tail);
  if (degrees === 2) return (sign * (1 - 2 * tail)) / Math.sqrt(2 * tail * (1 - tail));
  if (degrees > largeDegrees) {
    const z = -normalQuantile(tail);
    const first = (z ** 3 + z) / 4;
    const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
    return sign * (z + (first + second / degrees) / degrees);
  }
  const target = Math.log(tail);
  let high = 1;
  for (let step = 0; step < 1000 && logUpperTail(high, degrees) > target; step++) high *= 2;
  const { root } = findRoot({
    f: (t) => (t === 0 ? Math.log(0.5) : logUpperTail(t, degrees)) - target,
    low: high === 1 ? 0 : high / 2,
    high,
  });
  return sign * root;
}
