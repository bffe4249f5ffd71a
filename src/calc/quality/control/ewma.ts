import {
  atLeast,
  each,
  finite,
  integerAtLeast,
  nonEmpty,
  positive,
  reject,
  within,
} from '../../core/checks.ts';
import { normalPdf, normalSurvival } from '../../core/normal.ts';
import { gaussLegendre } from '../../core/quadrature.ts';
import { pointsOutside } from './control-limits.ts';
import type { ControlLimits } from './control-limits.ts';

/** EWMA 图的输入。 */
export interface EwmaInput {
  /** 按时间排好的观测，或子组均值。 */
  values: readonly number[];
  /** 过程均值：受控时的中心，也是平滑的起点。 */
  target: number;
  /** 一个观测（或子组均值）的标准差。 */
  sd: number;
  /** 新来的一点占几成，0 < λ ≤ 1，默认 0.2；1 就是休哈特图。 */
  lambda?: number | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
}

/** EWMA 图。 */
export interface EwmaChart {
  /** 各点的平滑值。 */
  points: number[];
  /** 各点的控制限；开头窄，往后放宽到 `steady`。 */
  limits: ControlLimits[];
  /** 放宽到头的控制限。 */
  steady: ControlLimits;
  /** 越限的点的序号，从 1 起。 */
  signals: number[];
}

/**
 * EWMA 控制图：每一点与从前的各点加权平均，越近的越重；小而持久的偏移攒得起来，比休哈特图看见得早。
 *
 * 假设：观测独立、近似正态，均值与标准差已知（或由第一阶段估计）。
 * 符号与单位：Z_t = λ·x_t + (1 − λ)·Z_{t−1}，Z_0 = μ；限为 μ ± L·σ·√(λ/(2 − λ)·(1 − (1 − λ)^{2t}))；与数据同单位。
 * 出处：Roberts (1959), Control Chart Tests Based on Geometric Moving Averages, Technometrics 1(3):239–250。
 * 边界：λ = 1 时各点与各限同单值图；σ = 0 时上下限重合，离开中心即报警；λ 越小，平滑越重，突然的大跳反应越慢。
 * 复杂度：O(点数)。
 *
 * @example
 * ewmaChart({ values: [10, 14, 12], target: 10, sd: 2, lambda: 0.5 }).points // [10, 12, 12]
 */
export function ewmaChart({ values, target, sd, lambda = 0.2, sigmas = 3 }: EwmaInput): EwmaChart {
  nonEmpty('values', values);
  each('values', values, finite);
  finite('target', target);
  atLeast('sd', sd, 0);
  if (!(lambda > 0 && lambda <= 1)) reject('lambda', 'greater than 0 and at most 1', lambda);
  positive('sigmas', sigmas);
  let smoothed = target;
  const points = values.map((value) => (smoothed = lambda * value + (1 - lambda) * smoothed));
  const wide = sigmas * sd * Math.sqrt(lambda / (2 - lambda));
  const around = (spread: number): ControlLimits => ({
    center: target,
    lower: target - spread,
    upper: target + spread,
  });
  const limits = points.map((_, i) =>
    around(wide * Math.sqrt(-Math.expm1(2 * (i + 1) * Math.log1p(-lambda)))),
  );
  return { points, limits, steady: around(wide), signals: pointsOutside(points, limits) };
}

/** EWMA 图链长的输入。 */
export interface EwmaRunLengthInput {
  /** 均值偏移，以单个观测的 σ 计；0 表示过程受控。 */
  shift: number;
  /** 新来的一点占几成，0.01 ≤ λ ≤ 1，默认 0.2。 */
  lambda?: number | undefined;
  /** 控制限的 σ 倍数 L，默认 3。 */
  sigmas?: number | undefined;
  /** 子组大小 n，默认 1。 */
  sampleSize?: number | undefined;
}

/**
 * EWMA 图的链长：从中心出发，平均要看几点才报警；限用放宽到头的那一对。
 *
 * 假设：正态、各点独立、参数已知；偏移从第一点起就在。
 * 符号与单位：L(u) = 1 + (1/λ)∫_{−h}^{h} L(y)·φ((y − (1 − λ)u)/λ − δ√n)dy，h = L·√(λ/(2 − λ))，平滑值以 σ/√n 计；返回 L(0)，单位为点。
 * 出处：Crowder (1987), A Simple Method for Studying Run-Length Distributions of Exponentially Weighted Moving Average Charts, Technometrics 29(4):401–407；参数的选法见 Lucas & Saccucci (1990), Technometrics 32(1):1–12。
 * 边界：λ 小于 0.01 时核太窄，拒绝；λ = 1 时就是休哈特图的 `runLength`；L 很大时为 Infinity。方程化成马尔可夫链，用不做减法的消元解，链长 1e15 也不丢位数。
 * 复杂度：O(m³)，m 是求积点数，随 1/√λ 增加，λ = 0.2 时约 40，0.01 时约 160。
 *
 * @example
 * ewmaRunLength({ shift: 1, lambda: 0.2, sigmas: 2.86 }) // 9.801524514742093
 */
export function ewmaRunLength({
  shift,
  lambda = 0.2,
  sigmas = 3,
  sampleSize = 1,
}: EwmaRunLengthInput): number {
  finite('shift', shift);
  within('lambda', lambda, 0.01, 1);
  positive('sigmas', sigmas);
  integerAtLeast('sampleSize', sampleSize, 1);
  const move = Math.abs(shift) * Math.sqrt(sampleSize);
  const h = sigmas * Math.sqrt(lambda / (2 - lambda));
  const { nodes, weights } = gaussLegendre(32 + Math.ceil((6 * h) / lambda));
  const at = nodes.map((node) => h * node);
  /** 从平滑值 u 一步走到第 j 个求积点附近的概率 */
  const step = (u: number) =>
    at.map(
      (y, j) =>
        ((h * (weights[j] as number)) / lambda) * normalPdf((y - (1 - lambda) * u) / lambda - move),
    );
  /** 从 u 一步走出限外的概率：直接算尾巴，不用 1 去减 */
  const leave = (u: number) => {
    const stay = (1 - lambda) * u;
    return normalSurvival((h - stay) / lambda - move) + normalSurvival((h + stay) / lambda + move);
  };
  const lengths = absorptionTimes(at.map(step), at.map(leave));
  const length = step(0).reduce((sum, chance, j) => sum + chance * (lengths[j] as number), 1);
  return Number.isFinite(length) ? length : Infinity;
}

/**
 * 马尔可夫链平均几步离开：`chain[i][j]` 从 i 到 j，`leaving[i]` 从 i 离开。
 * 消去一个状态时，它的停留用“离开 + 去别处”代替“1 − 留下”，全程只有加、乘、除。
 */
function absorptionTimes(chain: number[][], leaving: number[]): number[] {
  const count = leaving.length;
  const times: number[] = leaving.map(() => 1);
  const totals: number[] = leaving.map(() => 0);
  for (let k = count - 1; k >= 0; k--) {
    const row = chain[k] as number[];
    let total = leaving[k] as number;
    for (let j = 0; j < k; j++) total += row[j] as number;
    totals[k] = total;
    for (let i = 0; i < k; i++) {
      const other = chain[i] as number[];
      const through = (other[k] as number) / total;
      for (let j = 0; j < k; j++) other[j] = (other[j] as number) + through * (row[j] as number);
      leaving[i] = (leaving[i] as number) + through * (leaving[k] as number);
      times[i] = (times[i] as number) + through * (times[k] as number);
    }
  }
  for (let k = 0; k < count; k++) {
    const row = chain[k] as number[];
    for (let j = 0; j < k; j++)
      times[k] = (times[k] as number) + (row[j] as number) * (times[j] as number);
    times[k] = (times[k] as number) / (totals[k] as number);
  }
  return times;
}
