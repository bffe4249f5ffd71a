import { atLeast, each, finite, nonEmpty, reject, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/** SERVQUAL 的输入：各维度的平均分。 */
export interface ServqualInput {
  /** 各维度的感知均分 P。 */
  perception: readonly number[];
  /** 各维度的期望均分 E，同一量表。 */
  expectation: readonly number[];
  /** 各维度的重要性（合计不必为 1 或 100，按比例用）；不给则没有加权分。 */
  importance?: readonly number[] | undefined;
}

/** SERVQUAL 的结果。 */
export interface ServqualResult {
  /** 各维度的差距 P − E；负为不及期望。 */
  gaps: number[];
  /** 不加权总差距 = 各维度差距的平均。 */
  unweighted: number;
  /** 加权总差距 Σ w·差距；没有重要性或重要性合计为 0 时为 null。 */
  weighted: number | null;
  /** 各维度的加权差距 w·差距；同上为 null。 */
  weightedGaps: number[] | null;
  /** 按差距从最差排起的维度下标；并列按输入次序。 */
  orderByGap: number[];
  /** 按加权差距从最差排起的维度下标；没有重要性时为 null。 */
  orderByWeightedGap: number[] | null;
}

/**
 * SERVQUAL 差距分：感知减期望，不加权或按重要性加权。
 *
 * 假设：感知与期望用同一量表（常用 7 级）；维度内各题等权已先平均。
 * 符号与单位：SQ = Σ w_d·(P_d − E_d)，w_d = 重要性 ÷ 合计；量表分。
 * 出处：Parasuraman, Zeithaml & Berry (1988)；重要性按 100 分配见 Zeithaml, Parasuraman & Berry (1990)。
 * 边界：重要性合计为 0 时加权分没有定义，返回 null。
 * 复杂度：O(维度数·log 维度数)。
 *
 * @example
 * servqual({ perception: [5, 4.5], expectation: [5.5, 6.5], importance: [25, 75] }).weighted // -1.625
 */
export function servqual({ perception, expectation, importance }: ServqualInput): ServqualResult {
  each('perception', perception, finite);
  each('expectation', expectation, finite);
  sameLength('expectation', expectation, 'perception', perception);
  if (importance) {
    each('importance', importance, (name, value) => atLeast(name, value, 0));
    sameLength('importance', importance, 'perception', perception);
  }
  const gaps = perception.map((value, d) => value - (expectation[d] as number));
  const total = importance ? importance.reduce((sum, value) => sum + value, 0) : 0;
  const weightedGaps =
    importance && total > 0
      ? gaps.map((gap, d) => (gap * (importance[d] as number)) / total)
      : null;
  return {
    gaps,
    unweighted: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    weighted: weightedGaps ? weightedGaps.reduce((sum, gap) => sum + gap, 0) : null,
    weightedGaps,
    orderByGap: ascendingOrder(gaps),
    orderByWeightedGap: weightedGaps ? ascendingOrder(weightedGaps) : null,
  };
}

/** 从最小到最大的下标；并列按原次序。 */
function ascendingOrder(values: readonly number[]): number[] {
  return values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
}

/**
 * 由问卷原始回答求各维度均分：先在每位受访者内对该维度已答的题取平均，再对受访者取平均。
 * 漏答写 null；某维度无人作答时为 NaN。
 */
export function dimensionMeans({
  responses,
  itemDimensions,
}: {
  /** 每行一位受访者，每列一题。 */
  responses: readonly (readonly (number | null)[])[];
  /** 每题属于第几维（从 0 起）。 */
  itemDimensions: readonly number[];
}): number[] {
  nonEmpty('responses', responses);
  each('itemDimensions', itemDimensions, (name, value) =>
    Number.isSafeInteger(value) && value >= 0 ? value : reject(name, 'an integer ≥ 0', value),
  );
  const dimensions = largest(itemDimensions) + 1;
  const sums = new Array<number>(dimensions).fill(0);
  const people = new Array<number>(dimensions).fill(0);
  responses.forEach((row, r) => {
    sameLength(`responses[${r}]`, row, 'itemDimensions', itemDimensions);
    for (let d = 0; d < dimensions; d++) {
      const answers = row.flatMap((value, i) =>
        itemDimensions[i] === d && value !== null ? [finite(`responses[${r}][${i}]`, value)] : [],
      );
      if (answers.length === 0) continue;
      sums[d] =
        (sums[d] as number) + answers.reduce((sum, value) => sum + value, 0) / answers.length;
      people[d] = (people[d] as number) + 1;
    }
  });
  return sums.map((sum, d) => sum / (people[d] as number));
}
