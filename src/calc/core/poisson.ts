import { atLeast, finite, probability } from './checks.ts';
import {
  devianceTerm,
  logOneMinusExp,
  logRegularizedGammaP,
  logRegularizedGammaQ,
  stirlingError,
} from './special-functions.ts';

/** 泊松分布：概率、累积、尾部、对数与分位数；均值到 2⁵³、概率低于 10⁻³⁰⁰ 均可用。 */

/** 均值超过它而 k 又贴近均值时不再逐项求和，改用不完全伽马的一致渐近展开。 */
const LARGE_MEAN = 1e8;

/** ln P(N = k)，N 服从均值为 mean 的泊松分布；k 不是非负整数时为 −Infinity。 */
export function logPoissonPmf(k: number, mean: number): number {
  atLeast('mean', mean, 0);
  finite('k', k);
  if (k < 0 || !Number.isInteger(k)) return -Infinity;
  if (mean === 0) return k === 0 ? 0 : -Infinity;
  if (k === 0) return -mean;
  // 鞍点形式（Loader 2000）：k ln mean − mean − ln k! 直接相减在 mean = 10⁶ 时要丢 7 位。
  return -stirlingError(k) - devianceTerm(k, mean) - 0.5 * Math.log(2 * Math.PI * k);
}

/** P(N = k)。 */
export function poissonPmf(k: number, mean: number): number {
  return Math.exp(logPoissonPmf(k, mean));
}

/** 较小一侧的对数：k < mean 时是 ln P(N ≤ k)，否则是 ln P(N > k)。 */
function smallerTail(k: number, mean: number): { lower: boolean; log: number } {
  if (mean > LARGE_MEAN && Math.abs(k - mean) < 0.009 * mean) {
    // P(N ≤ k) = Q(k + 1, mean)
    return k < mean
      ? { lower: true, log: logRegularizedGammaQ(k + 1, mean) }
      : { lower: false, log: logRegularizedGammaP(k + 1, mean) };
  }
  // 否则每项至少按 0.99 的比率变小，或总数只有约 9√均值 项
  let term = 1;
  let sum = 1;
  if (k < mean) {
    for (let j = k; j > 0; j--) {
      term *= j / mean;
      sum += term;
      if (term < sum * 1e-17) break;
    }
    return { lower: true, log: logPoissonPmf(k, mean) + Math.log(sum) };
  }
  for (let j = k + 2; ; j++) {
    term *= mean / j;
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return { lower: false, log: logPoissonPmf(k + 1, mean) + Math.log(sum) };
}

/** ln P(N ≤ k)。 */
export function logPoissonCdf(k: number, mean: number): number {
  atLeast('mean', mean, 0);
  if (k === Infinity) return 0;
  finite('k', k);
  if (k < 0) return -Infinity;
  if (mean === 0) return 0;
  const tail = smallerTail(Math.floor(k), mean);
  return tail.lower ? Math.min(0, tail.log) : logOneMinusExp(Math.min(0, tail.log));
}

/** ln P(N > k)。 */
export function logPoissonSurvival(k: number, mean: number): number {
  atLeast('mean', mean, 0);
  if (k === Infinity) return -Infinity;
  finite('k', k);
  if (k < 0) return 0;
  if (mean === 0) return -Infinity;
  const tail = smallerTail(Math.floor(k), mean);
  return tail.lower ? logOneMinusExp(Math.min(0, tail.log)) : Math.min(0, tail.log);
}

/**
 * 泊松分布：累积概率 P(N ≤ k)。
 *
 * 假设：N 为单位时间内独立、平稳到达的次数。
 * 符号与单位：`k` 次数（非整数向下取整）；`mean` 均值 ≥ 0；返回概率。
 * 出处：Loader (2000) 鞍点法；累积和等于正则化上不完全伽马 Q(k + 1, mean)。
 * 边界：k < 0 为 0；mean = 0 时恒为 1；概率低于 10⁻³⁰⁸ 时用 `logPoissonCdf`。
 * 复杂度：O(√mean)，只加较小的一侧，从 k 起逐项变小；均值超过 10⁸ 时为 O(1)。
 *
 * @example
 * poissonCdf(3, 5) // 0.2650259152973617
 */
export function poissonCdf(k: number, mean: number): number {
  return Math.exp(logPoissonCdf(k, mean));
}

/** 上尾 P(N > k)，极小时保持相对精度。 */
export function poissonSurvival(k: number, mean: number): number {
  return Math.exp(logPoissonSurvival(k, mean));
}

/**
 * 泊松分位数：最小的 k 使 P(N ≤ k) ≥ p。
 * p = 0 为 0；p = 1 为 Infinity（mean = 0 时恒为 0）。
 */
export function poissonQuantile(p: number, mean: number): number {
  probability('p', p);
  atLeast('mean', mean, 0);
  if (mean === 0 || p === 0) return 0;
  if (p === 1) return Infinity;
  // p 接近 1 时比较上尾，避免 1 − 尾部的舍入。
  const reached = (k: number): boolean =>
    p < 0.5 ? poissonCdf(k, mean) >= p : poissonSurvival(k, mean) <= 1 - p;
  let step = Math.max(1, Math.ceil(Math.sqrt(mean)));
  let high = Math.floor(mean);
  let low = high;
  if (reached(high)) {
    while (low >= 0 && reached(low)) {
      high = low;
      low -= step;
      step *= 2;
    }
    low = Math.max(low, -1);
  } else {
    while (!reached(high)) {
      low = high;
      high += step;
      step *= 2;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
