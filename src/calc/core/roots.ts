import { atLeast, finite, integerAtLeast, reject } from './checks.ts';

/** 一元求根与一元极小：都有步数上限，并在结果里说明是否收敛。 */

/** 求根与求极小共用的设定。 */
export interface RootOptions {
  /** 连续函数；求根时须在区间两端异号。 */
  f: (x: number) => number;
  /** 区间下端。 */
  low: number;
  /** 区间上端。 */
  high: number;
  /** 自变量的绝对容差；求根缺省 0，即做到机器精度，求极小缺省 1e-9。 */
  tolerance?: number;
  /** 步数上限；求根缺省 200，求极小缺省 500。 */
  maxIterations?: number;
}

/** 求根的结果。 */
export interface Root {
  /** 根的估计。 */
  root: number;
  /** 用掉的步数。 */
  iterations: number;
  /** 是否在步数上限内达到容差。 */
  converged: boolean;
}

/**
 * 布伦特求根：在 [low, high] 内求连续函数 f 的一个零点。
 *
 * 假设：f 在区间上连续且两端异号（端点恰为零点也可）。
 * 符号与单位：与 f 的自变量同单位。
 * 出处：Brent (1973)，二分、割线与反二次插值的组合。
 * 边界：两端同号抛 RangeError；f 可取 ±Infinity（此时退回二分），取 NaN 时停下并报告未收敛。
 * 复杂度：通常约 10 次求值，最坏不超过 `maxIterations`。
 *
 * @example
 * findRoot({ f: (x) => x * x - 2, low: 0, high: 2 }).root // 1.4142135623730951
 */
export function findRoot({ f, low, high, tolerance = 0, maxIterations = 200 }: RootOptions): Root {
  finite('low', low);
  finite('high', high);
  atLeast('tolerance', tolerance, 0);
  integerAtLeast('maxIterations', maxIterations, 1);
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return { root: a, iterations: 0, converged: true };
  if (fb === 0) return { root: b, iterations: 0, converged: true };
  if (!(fa < 0 !== fb < 0) || Number.isNaN(fa) || Number.isNaN(fb))
    reject('f', 'of opposite sign at low and high', [fa, fb]);
  let c = a;
  let fc = fa;
  let step = b - a;
  let previousStep = step;
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      previousStep = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const limit = 2 * Number.EPSILON * Math.abs(b) + 0.5 * tolerance;
    const half = 0.5 * (c - b);
    if (fb === 0 || Math.abs(half) <= limit) return { root: b, iterations, converged: true };
    let bisect = true;
    if (
      Math.abs(previousStep) >= limit &&
      Math.abs(fa) > Math.abs(fb) &&
      Number.isFinite(fa) &&
      Number.isFinite(fc)
    ) {
      let p: number;
      let q: number;
      const s = fb / fa;
      if (a === c) {
        p = 2 * half * s;
        q = 1 - s;
      } else {
        const r = fb / fc;
        const t = fa / fc;
        p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
        q = (t - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (2 * p < Math.min(3 * half * q - Math.abs(limit * q), Math.abs(previousStep * q))) {
        previousStep = step;
        step = p / q;
        bisect = false;
      }
    }
    if (bisect) {
      step = half;
      previousStep = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > limit ? step : Math.sign(half) * Math.max(limit, Number.MIN_VALUE);
    fb = f(b);
    if (Number.isNaN(fb)) return { root: b, iterations, converged: false };
  }
  return { root: b, iterations: maxIterations, converged: false };
}

/** 一元极小化的结果。 */
export interface Minimum {
  /** 极小点。 */
  argument: number;
  /** 极小值。 */
  value: number;
  /** 用掉的步数。 */
  iterations: number;
  /** 是否在步数上限内达到容差。 */
  converged: boolean;
}

/**
 * 布伦特一元极小化：在 [low, high] 内求单峰函数 f 的极小点，黄金分割与抛物插值结合。
 * f 不是单峰时得到某个局部极小。端点也参与比较，极小在边界时如实返回端点。
 * 光滑函数的极小点最多准到约 √机器精度（相对 1e-8）。
 */
export function minimize({
  f,
  low,
  high,
  tolerance = 1e-9,
  maxIterations = 500,
}: RootOptions): Minimum {
  finite('low', low);
  finite('high', high);
  if (high < low) reject('high', '≥ low', high);
  atLeast('tolerance', tolerance, 0);
  integerAtLeast('maxIterations', maxIterations, 1);
  const golden = (3 - Math.sqrt(5)) / 2;
  let a = low;
  let b = high;
  let x = a + golden * (b - a);
  let w = x;
  let v = x;
  let fx = f(x);
  let fw = fx;
  let fv = fx;
  let step = 0;
  let previousStep = 0;
  let iterations = 0;
  let converged = false;
  while (iterations < maxIterations) {
    const middle = 0.5 * (a + b);
    const limit = 1e-9 * Math.abs(x) + tolerance / 3 + 1e-300;
    if (Math.abs(x - middle) <= 2 * limit - 0.5 * (b - a)) {
      converged = true;
      break;
    }
    iterations++;
    let p = 0;
    let q = 0;
    let r = 0;
    if (Math.abs(previousStep) > limit) {
      r = (x - w) * (fx - fv);
      q = (x - v) * (fx - fw);
      p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      else q = -q;
      r = previousStep;
      previousStep = step;
    }
    if (Math.abs(p) < Math.abs(0.5 * q * r) && p > q * (a - x) && p < q * (b - x)) {
      step = p / q;
      const candidate = x + step;
      if (candidate - a < 2 * limit || b - candidate < 2 * limit)
        step = x < middle ? limit : -limit;
    } else {
      previousStep = x < middle ? b - x : a - x;
      step = golden * previousStep;
    }
    const u = x + (Math.abs(step) >= limit ? step : step > 0 ? limit : -limit);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      v = w;
      fv = fw;
      w = x;
      fw = fx;
      x = u;
      fx = fu;
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) {
        v = w;
        fv = fw;
        w = u;
        fw = fu;
      } else if (fu <= fv || v === x || v === w) {
        v = u;
        fv = fu;
      }
    }
  }
  for (const end of [low, high]) {
    const value = f(end);
    if (value < fx) {
      x = end;
      fx = value;
    }
  }
  return { argument: x, value: fx, iterations, converged };
}
