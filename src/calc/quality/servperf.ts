import { atLeast, each, finite, sameLength } from '../core/checks.ts';

/** SERVPERF 的输入。 */
export interface ServperfInput {
  /** 各维度的感知均分 P。 */
  perception: readonly number[];
  /** 各维度的重要性，按比例用；不给则没有加权分。 */
  importance?: readonly number[] | undefined;
}

/** SERVPERF 的结果。 */
export interface ServperfResult {
  /** 各维度感知分的平均。 */
  unweighted: number;
  /** 按重要性加权的感知分；没有重要性或合计为 0 时为 null。 */
  weighted: number | null;
  /** 按感知分从最差排起的维度下标；并列按输入次序。 */
  orderByPerformance: number[];
}

/**
 * SERVPERF：只用感知分衡量服务质量，不减期望。
 *
 * 假设：感知分已含顾客的期望，期望另测只添噪声（与 SERVQUAL 的分歧所在）。
 * 符号与单位：量表分；重要性按比例用。
 * 出处：Cronin & Taylor (1992)。
 * 边界：重要性合计为 0 时加权分为 null。与 SERVQUAL 的改进排序可能不同。
 * 复杂度：O(维度数·log 维度数)。
 *
 * @example
 * servperf({ perception: [5, 4.5, 6], importance: [1, 2, 1] }).weighted // 5
 */
export function servperf({ perception, importance }: ServperfInput): ServperfResult {
  each('perception', perception, finite);
  if (importance) {
    each('importance', importance, (name, value) => atLeast(name, value, 0));
    sameLength('importance', importance, 'perception', perception);
  }
  const total = importance ? importance.reduce((sum, value) => sum + value, 0) : 0;
  return {
    unweighted: perception.reduce((sum, value) => sum + value, 0) / perception.length,
    weighted:
      importance && total > 0
        ? perception.reduce((sum, value, d) => sum + value * (importance[d] as number), 0) / total
        : null,
    orderByPerformance: perception
      .map((_, i) => i)
      .sort((a, b) => (perception[a] as number) - (perception[b] as number)),
  };
}
