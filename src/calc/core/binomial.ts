import { finite, integerAtLeast, probability } from './checks.ts';
import { smoothTail } from './binomial-tail.ts';
import { devianceTerm, logOneMinusExp, stirlingError } from './special-functions.ts';

/** 二项分布：概率、累积、尾部、对数与分位数；试验次数到 2⁵³ 可用。 */

/** 参数一律为 `trials` 试验次数（≥ 0 的整数）与 `chance` 每次成功概率。 */
export interface BinomialParameters {
  /** 试验次数，≥ 0 的整数。 */
  trials: number;
  /** 每次成功的概率，[0, 1]。 */
  chance: number;
}

function check({ trials, chance }: BinomialParameters): void {
  integerAtLeast('trials', trials, 0);
  probability('chance', chance);
}

/** ln P(X = k)；k 不是 0 到 trials 的整数时为 −Infinity。 */
export function logBinomialPmf(k: number, parameters: BinomialParameters): number {
  check(parameters);
  finite('k', k);
  const { trials: n, chance: p } = parameters;
  if (k < 0 || k > n || !Number.isInteger(k)) return -Infinity;
  if (p === 0) return k === 0 ? 0 : -Infinity;
  if (p === 1) return k === n ? 0 : -Infinity;
  if (n === 0) return 0;
  const q = 1 - p;
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  // 鞍点形式（Loader 2000）：组合数与幂的大数在代数上已经相消。
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    devianceTerm(k, n * p) -
    devianceTerm(n - k, n * q);
  return exponent - 0.5 * (Math.log(2 * Math.PI * k) + Math.log1p(-k / n));
}

/** P(X = k)。 */
export function binomialPmf(k: number, parameters: BinomialParameters): number {
  return Math.exp(logBinomialPmf(k, parameters));
}

/** 较小一侧的对数；只在 0 ≤ k < n 且 0 < p < 1 时调用。 */
function smallerTail(k: number, parameters: BinomialParameters): { lower: boolean; log: number } {
  const { trials: n, chance: p } = parameters;
  const lower = k < n * p;
  const smooth = smoothTail({ ...parameters, k: lower ? k : k + 1, lower });
  if (smooth !== null) return { lower, log: smooth };
  const odds = p / (1 - p);
  let term = 1;
  let sum = 1;
  if (lower) {
    for (let j = k; j > 0; j--) {
      term *= j / (n - j + 1) / odds;
      sum += term;
      if (term < sum * 1e-17) break;
    }
    return { lower: true, log: logBinomialPmf(k, parameters) + Math.log(sum) };
  }
  for (let j = k + 1; j < n; j++) {
    term *= ((n - j) / (j + 1)) * odds;
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return { lower: false, log: logBinomialPmf(k + 1, parameters) + Math.log(sum) };
}

/** ln P(X ≤ k)。 */
export function logBinomialCdf(k: number, parameters: BinomialParameters): number {
  check(parameters);
  if (k === Infinity) return 0;
  finite('k', k);
  const { trials: n, chance: p } = parameters;
  const count = Math.floor(k);
  if (count < 0) return -Infinity;
  if (count >= n || p === 0) return 0;
  if (p === 1) return -Infinity;
  const tail = smallerTail(count, parameters);
  return tail.lower ? Math.min(0, tail.log) : logOneMinusExp(Math.min(0, tail.log));
}

/** ln P(X > k)。 */
export function logBinomialSurvival(k: number, parameters: BinomialParameters): number {
  check(parameters);
  if (k === Infinity) return -Infinity;
  finite('k', k);
  const { trials: n, chance: p } = parameters;
  const count = Math.floor(k);
  if (count < 0) return 0;
  if (count >= n || p === 0) return -Infinity;
  if (p === 1) return 0;
  const tail = smallerTail(count, parameters);
  return tail.lower ? logOneMinusExp(Math.min(0, tail.log)) : Math.min(0, tail.log);
}

/**
 * 二项累积概率 P(X ≤ k)：n 次独立试验中成功不超过 k 次。
 *
 * 假设：各次试验独立、成功概率相同。
 * 符号与单位：`k` 成功次数（非整数向下取整）；n `trials` 试验次数；p `chance` 成功概率；返回概率。
 * 出处：Loader (2000) 鞍点法。
 * 边界：k < 0 为 0，k ≥ trials 为 1；chance 为 0 或 1、trials 为 0 均有值；极小概率用 `logBinomialCdf`。
 * 复杂度：O(√trials)，只加较小的一侧；方差超过 10⁸ 时改用求积，与次数无关。
 *
 * @example
 * binomialCdf(95, { trials: 100, chance: 0.9 }) // 0.9762889173365232
 */
export function binomialCdf(k: number, parameters: BinomialParameters): number {
  return Math.exp(logBinomialCdf(k, parameters));
}

/** 上尾 P(X > k)，极小时保持相对精度。 */
export function binomialSurvival(k: number, parameters: BinomialParameters): number {
  return Math.exp(logBinomialSurvival(k, parameters));
}

/** 二项分位数：最小的 k 使 P(X ≤ k) ≥ p。p = 1 为 trials（chance = 0 时恒为 0）。 */
export function binomialQuantile(p: number, parameters: BinomialParameters): number {
  probability('p', p);
  check(parameters);
  const { trials, chance } = parameters;
  // 概率 1 要盖住全部可能：上尾下溢成 0 并不等于没有
  if (p === 0 || chance === 0) return 0;
  if (p === 1) return trials;
  const reached = (k: number): boolean =>
    p < 0.5 ? binomialCdf(k, parameters) >= p : binomialSurvival(k, parameters) <= 1 - p;
  let low = -1;
  let high = trials;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
