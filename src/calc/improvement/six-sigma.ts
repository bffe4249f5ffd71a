import { atLeast, each, finite, positive, probability, reject } from '../core/checks.ts';
import { normalQuantile, normalSurvival } from '../core/normal.ts';

/** 缺陷计数。 */
export interface DefectsInput {
  /** 缺陷数。 */
  defects: number;
  /** 检查的单位数（件、单、人次）。 */
  units: number;
  /** 每单位的出错机会数，默认 1。 */
  opportunities?: number | undefined;
  /** 长期漂移，σ 数，默认 1.5；要不带漂移的 σ 水平填 0。 */
  shift?: number | undefined;
}

/** DPMO 与 σ 水平。 */
export interface DefectsResult {
  /** 每单位缺陷数 DPU。 */
  defectsPerUnit: number;
  /** 每机会缺陷率。 */
  defectRate: number;
  /** 百万机会缺陷数。 */
  dpmo: number;
  /** 每机会合格率。 */
  yield: number;
  /** σ 水平 = Φ⁻¹(合格率) + 漂移；零缺陷为 Infinity，全缺陷为 −Infinity。 */
  sigmaLevel: number;
  /** 单位无缺陷的概率，按泊松 e^{−DPU}。 */
  throughputYield: number;
}

/**
 * DPMO 与 σ 水平：百万机会缺陷数换算成正态尾部的 σ 数，可带或不带 1.5σ 漂移。
 *
 * 假设：各机会相互独立、同一缺陷率；σ 水平按单侧规格；1.5σ 漂移是行业惯例而非定律。
 * 符号与单位：`dpmo` 每百万机会；`sigmaLevel` 为 σ 数。
 * 出处：六西格玛通行定义；6σ 带 1.5σ 漂移对应 3.4 DPMO。
 * 边界：零缺陷的 σ 水平为 Infinity（不等于没有缺陷可能）；缺陷率 1 为 −Infinity。由缺陷率一侧求分位数，10⁻¹⁵ 的缺陷率也不丢位。
 * 复杂度：O(1)。
 *
 * @example
 * defectsPerMillion({ defects: 3.4, units: 1000000 }).sigmaLevel // 5.9998544700250065
 */
export function defectsPerMillion({
  defects,
  units,
  opportunities = 1,
  shift = 1.5,
}: DefectsInput): DefectsResult {
  atLeast('defects', defects, 0);
  positive('units', units);
  positive('opportunities', opportunities);
  const defectRate = defects / (units * opportunities);
  if (defectRate > 1)
    reject('defects', `at most units × opportunities (${units * opportunities})`, defects);
  const defectsPerUnit = defects / units;
  return {
    defectsPerUnit,
    defectRate,
    dpmo: 1e6 * defectRate,
    yield: 1 - defectRate,
    sigmaLevel: sigmaLevel(defectRate, shift),
    throughputYield: Math.exp(-defectsPerUnit),
  };
}

/** 缺陷率换算 σ 水平，默认加 1.5σ 漂移。 */
export function sigmaLevel(defectRate: number, shift = 1.5): number {
  probability('defectRate', defectRate);
  finite('shift', shift);
  if (defectRate === 0) return Infinity;
  if (defectRate === 1) return -Infinity;
  return shift - normalQuantile(defectRate);
}

/** σ 水平换算百万机会缺陷数，默认扣 1.5σ 漂移，单侧。 */
export function dpmoOfSigmaLevel(level: number, shift = 1.5): number {
  finite('level', level);
  finite('shift', shift);
  return 1e6 * normalSurvival(level - shift);
}

/** 滚动合格率：各步一次做对率的连乘。 */
export function rolledThroughputYield(stepYields: readonly number[]): number {
  each('stepYields', stepYields, probability);
  return stepYields.reduce((product, value) => product * value, 1);
}
