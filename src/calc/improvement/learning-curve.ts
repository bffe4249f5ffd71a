import { finite, integerAtLeast, nonEmpty, positive, reject } from '../core/checks.ts';

/** 学习曲线的输入。 */
export interface LearningCurveInput {
  /** 第 1 件的时间。 */
  firstUnit: number;
  /** 学习率：产量翻倍后时间是原来的多少，0.8 即 80 % 曲线；大于 1 表示越做越慢。 */
  rate: number;
  /** 第几件 n，正整数。 */
  unit: number;
}

/** 单件式（Crawford）的结果。 */
export interface UnitLearningCurveResult {
  /** 指数 b = log₂ 学习率。 */
  exponent: number;
  /** 第 n 件的时间 t₁·n^b。 */
  unitTime: number;
  /** 前 n 件的总时间 t₁·Σ k^b。 */
  cumulative: number;
  /** 前 n 件的平均时间。 */
  average: number;
}

/** 累计平均式（Wright）的结果。 */
export interface AverageLearningCurveResult {
  /** 指数 b = log₂ 学习率。 */
  exponent: number;
  /** 前 n 件的平均时间 t₁·n^b。 */
  averageTime: number;
  /** 前 n 件的总时间 t₁·n^{b+1}。 */
  totalTime: number;
  /** 第 n 件的时间 = 前 n 件总时间 − 前 n−1 件总时间。 */
  lastUnitTime: number;
}

function checkCurve({ firstUnit, rate, unit }: LearningCurveInput): void {
  positive('firstUnit', firstUnit);
  positive('rate', rate);
  integerAtLeast('unit', unit, 1);
}

/**
 * 学习曲线：单件式（Crawford），第 n 件的时间 t₁·n^b，产量每翻一番，单件时间乘以学习率。
 *
 * 假设：学习率不变；件件相同、无遗忘。
 * 符号与单位：t₁ `firstUnit` 任一时间单位；`rate` 学习率；n `unit`；b = log₂ 学习率。
 * 出处：Crawford 的单件式；80 % 曲线第 8 件系数 0.512、累计 5.346 见 Heizer & Render 的系数表。
 * 边界：第 1 件就是 t₁；学习率 1 时不变；学习率 0.5 时 b = −1，累计按调和级数。n 上亿也不逐项相加：前 50 项直接加，其余用欧拉–麦克劳林公式。
 * 复杂度：O(min(n, 50))。
 *
 * @example
 * learningCurve({ firstUnit: 100, rate: 0.8, unit: 8 }).cumulative // 534.5913533270312
 */
export function learningCurve(input: LearningCurveInput): UnitLearningCurveResult {
  checkCurve(input);
  const { firstUnit, rate, unit } = input;
  const exponent = Math.log2(rate);
  const cumulative = firstUnit * powerSum(unit, exponent);
  return {
    exponent,
    unitTime: firstUnit * unit ** exponent,
    cumulative,
    average: cumulative / unit,
  };
}

/**
 * 学习曲线（累计平均式，Wright）：前 n 件的平均时间 t₁·n^b。
 * 学习率低于 0.5 时 b < −1，总时间随产量下降、最后一件为负：模型在那里失去意义，照算不拒。
 */
export function averageLearningCurve(input: LearningCurveInput): AverageLearningCurveResult {
  checkCurve(input);
  const { firstUnit, rate, unit } = input;
  const exponent = Math.log2(rate);
  const totalTime = firstUnit * unit ** (exponent + 1);
  return {
    exponent,
    averageTime: firstUnit * unit ** exponent,
    totalTime,
    // 两个相近的总时间相减会丢位，改写成 −total·expm1((b+1)·ln(1 − 1/n))。
    lastUnitTime:
      unit === 1 ? firstUnit : -totalTime * Math.expm1((exponent + 1) * Math.log1p(-1 / unit)),
  };
}

/** Σ_{k=1}^{n} k^p。 */
function powerSum(n: number, p: number): number {
  const direct = Math.min(n, 50);
  let sum = 0;
  for (let k = direct; k >= 1; k--) sum += k ** p;
  if (n === direct) return sum;
  // Σ_{k=m+1}^{n} = ∫_m^n + (f(n) − f(m))/2 + 端点各阶导数修正；m = 50 时三项修正已到 1e-15。
  const m = direct;
  const f = (x: number): number => x ** p;
  const ratio = Math.log(n / m);
  const q = p + 1;
  const integral = m ** q * (Math.abs(q * ratio) < 1e-300 ? ratio : Math.expm1(q * ratio) / q);
  const first = (x: number): number => p * x ** (p - 1);
  const third = (x: number): number => p * (p - 1) * (p - 2) * x ** (p - 3);
  const fifth = (x: number): number => p * (p - 1) * (p - 2) * (p - 3) * (p - 4) * x ** (p - 5);
  return (
    sum +
    integral +
    (f(n) - f(m)) / 2 +
    (first(n) - first(m)) / 12 -
    (third(n) - third(m)) / 720 +
    (fifth(n) - fifth(m)) / 30240
  );
}

/** 两次单件时间反推的学习率。 */
export interface LearningRateInput {
  /** 较早的一件，正数。 */
  unitA: number;
  /** 它的时间。 */
  timeA: number;
  /** 另一件，与 `unitA` 不同。 */
  unitB: number;
  /** 它的时间。 */
  timeB: number;
}

/** 由两点反推学习率：2^{ln(t_B/t_A)/ln(n_B/n_A)}。 */
export function learningRate({ unitA, timeA, unitB, timeB }: LearningRateInput): number {
  positive('unitA', unitA);
  positive('timeA', timeA);
  positive('unitB', unitB);
  positive('timeB', timeB);
  if (unitA === unitB) reject('unitB', 'different from unitA', unitB);
  return 2 ** (Math.log(timeB / timeA) / Math.log(unitB / unitA));
}

/** 由数据拟合的学习曲线。 */
export interface LearningCurveFit {
  /** 学习率 2^b。 */
  rate: number;
  /** 拟合的第 1 件时间。 */
  firstUnit: number;
  /** 指数 b，双对数直线的斜率。 */
  exponent: number;
  /** 双对数尺度上的判定系数；时间全相同时为 NaN。 */
  rSquared: number;
}

/** 由若干（第几件，时间）用双对数最小二乘拟合学习曲线；至少要有两个不同的件号。 */
export function fitLearningCurve(
  points: readonly {
    /** 第几件，正数。 */
    unit: number;
    /** 时间，正数。 */
    time: number;
  }[],
): LearningCurveFit {
  nonEmpty('points', points);
  const x = points.map((point, i) => Math.log(positive(`points[${i}].unit`, point.unit)));
  const y = points.map((point, i) => Math.log(positive(`points[${i}].time`, point.time)));
  if (new Set(points.map((point) => point.unit)).size < 2)
    reject('points', 'a list with at least two different units', points);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  x.forEach((value, i) => {
    const dx = value - meanX;
    const dy = (y[i] as number) - meanY;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  });
  const flat = syy <= 1e-28 * y.length * Math.max(1, meanY * meanY);
  const exponent = flat ? 0 : sxy / sxx;
  finite('points', exponent);
  return {
    rate: 2 ** exponent,
    firstUnit: Math.exp(meanY - exponent * meanX),
    exponent,
    rSquared: flat ? NaN : (sxy * sxy) / (sxx * syy),
  };
}
