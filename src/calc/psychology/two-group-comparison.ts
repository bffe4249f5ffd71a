import { each, finite, openUnit } from '../core/checks.ts';
import { studentTQuantile } from '../queueing/simulation/student-t.ts';

/** 两组各自的评分，与要的置信水平。 */
export interface TwoGroupComparisonInput {
  /** 第一组（对照）的评分。 */
  first: readonly number[];
  /** 第二组的评分。 */
  second: readonly number[];
  /** 置信水平，默认 0.95。 */
  confidence?: number | undefined;
}

/** 一组的汇总。 */
export interface GroupSummary {
  /** 人数。 */
  count: number;
  /** 平均。 */
  mean: number;
  /** 样本标准差（分母 n − 1）；只有一人时为 NaN。 */
  standardDeviation: number;
}

/** 两组相比的结果。 */
export interface TwoGroupComparisonResult {
  /** 第一组。 */
  first: GroupSummary;
  /** 第二组。 */
  second: GroupSummary;
  /** 平均之差：第二组 − 第一组。 */
  difference: number;
  /** 差的标准误；任一组不足两人时为 NaN，下同。 */
  standardError: number;
  /** 韦尔奇自由度；两组都没有起伏时为 NaN。 */
  degreesOfFreedom: number;
  /** 差的置信区间下端；两组都没有起伏时等于差。 */
  low: number;
  /** 差的置信区间上端。 */
  high: number;
}

function summarize(values: readonly number[]): GroupSummary {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, standardDeviation: Math.sqrt(squares / (count - 1)) };
}

/**
 * 两组平均之差及其置信区间（韦尔奇）：课堂 A/B 里，两版的评分差多少，这个差靠不靠得住。
 *
 * 假设：两组各自独立、随机分配；评分近似正态或人数够多；两组的方差不必相同。
 * 符号与单位：评分同一量表；差 = 第二组平均 − 第一组平均；置信水平在 (0, 1)。
 * 出处：Welch (1947), The Generalization of “Student’s” Problem；区间 = 差 ± t·√(s₁²/n₁ + s₂²/n₂)。
 * 边界：任一组不足两人时只有平均之差，区间为 NaN；两组都没有起伏时区间缩成一点，自由度为 NaN。
 * 复杂度：O(人数)。
 *
 * @example
 * twoGroupComparison({ first: [1, 2, 3], second: [3, 4, 5] }).high // 4.266957935527518
 */
export function twoGroupComparison({
  first,
  second,
  confidence = 0.95,
}: TwoGroupComparisonInput): TwoGroupComparisonResult {
  each('first', first, finite);
  each('second', second, finite);
  openUnit('confidence', confidence);
  const [a, b] = [summarize(first), summarize(second)];
  const [va, vb] = [a.standardDeviation ** 2 / a.count, b.standardDeviation ** 2 / b.count];
  const difference = b.mean - a.mean;
  const standardError = Math.sqrt(va + vb);
  const degreesOfFreedom = (va + vb) ** 2 / (va ** 2 / (a.count - 1) + vb ** 2 / (b.count - 1));
  const half =
    standardError > 0
      ? standardError *
        studentTQuantile({ probability: 1 - (1 - confidence) / 2, degreesOfFreedom })
      : standardError;
  return {
    first: a,
    second: b,
    difference,
    standardError,
    degreesOfFreedom,
    low: difference - half,
    high: difference + half,
  };
}
