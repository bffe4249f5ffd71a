import { finite, integerAtLeast, positive } from '../../core/checks.ts';
import { logNormalSurvival, normalSurvival } from '../../core/normal.ts';

/** 链长的输入。 */
export interface RunLengthInput {
  /** 均值偏移，以单个观测的 σ 计；0 表示过程受控。 */
  shift: number;
  /** 子组大小 n，默认 1。 */
  sampleSize?: number | undefined;
  /** 控制限的 σ 倍数 L，默认 3。 */
  sigmas?: number | undefined;
}

/** 链长的分布。 */
export interface RunLengthResult {
  /** 一点越限的概率。 */
  signalProbability: number;
  /** 一点越限概率的自然对数，小到 1e-300 以下仍可用。 */
  logSignalProbability: number;
  /** 平均链长：到第一次报警平均要看几点；越限概率下溢时为 Infinity。 */
  averageRunLength: number;
  /** 链长的标准差。 */
  runLengthSd: number;
  /** 链长的中位数：最小的 k 使 k 点内报警的概率 ≥ 1/2。 */
  medianRunLength: number;
}

/**
 * 休哈特图的平均链长（ARL）：均值偏移后，平均多少点才报警；不偏移时就是误报的平均间隔。
 *
 * 假设：正态、各点独立、参数已知，只用准则一；每点越限概率相同，链长服从几何分布。
 * 符号与单位：δ `shift` 以 σ 计；p = Φ(−L − δ√n) + Φ(−L + δ√n)；ARL = 1/p，单位为点。
 * 出处：Montgomery, Introduction to Statistical Quality Control；3σ 受控 ARL ≈ 370.4。
 * 边界：L 很大时 p 用对数给出，ARL 到 1e308 以上为 Infinity；偏移很大时 p → 1、ARL → 1。
 * 复杂度：O(1)。
 *
 * @example
 * runLength({ shift: 1 }).averageRunLength // 43.89468171853954
 */
export function runLength({ shift, sampleSize = 1, sigmas = 3 }: RunLengthInput): RunLengthResult {
  finite('shift', shift);
  integerAtLeast('sampleSize', sampleSize, 1);
  positive('sigmas', sigmas);
  const move = Math.abs(shift) * Math.sqrt(sampleSize);
  const near = normalSurvival(sigmas - move);
  const far = normalSurvival(sigmas + move);
  const signalProbability = Math.min(1, near + far);
  const logNear = logNormalSurvival(sigmas - move);
  const logSignalProbability = Math.min(
    0,
    logNear + Math.log1p(Math.exp(logNormalSurvival(sigmas + move) - logNear)),
  );
  const averageRunLength = Math.exp(-logSignalProbability);
  const logMiss = Math.log1p(-signalProbability);
  return {
    signalProbability,
    logSignalProbability,
    averageRunLength: signalProbability > 0 ? 1 / signalProbability : averageRunLength,
    runLengthSd:
      signalProbability > 0
        ? Math.sqrt(1 - signalProbability) / signalProbability
        : averageRunLength,
    medianRunLength:
      signalProbability > 0
        ? Math.max(1, Math.ceil(-Math.LN2 / logMiss))
        : Math.LN2 * averageRunLength,
  };
}

/** 前 k 点之内至少报警一次的概率 1 − (1 − p)^k。 */
export function signalWithin(input: RunLengthInput, points: number): number {
  integerAtLeast('points', points, 0);
  const { signalProbability } = runLength(input);
  return points === 0 ? 0 : -Math.expm1(points * Math.log1p(-signalProbability));
}
