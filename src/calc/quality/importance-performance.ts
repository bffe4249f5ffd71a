import { finite, nonEmpty } from '../core/checks.ts';

/** 一个属性的重要性与表现。 */
export interface ImportancePerformanceItem {
  /** 属性名，只用于显示。 */
  name?: string | undefined;
  /** 重要性得分。 */
  importance: number;
  /** 表现得分。 */
  performance: number;
}

/** 四个象限：集中改进、继续保持、优先级低、可能过度。 */
export type Quadrant = 'concentrate' | 'keepUp' | 'lowPriority' | 'overkill';

/** 重要性—表现分析的输入。 */
export interface ImportancePerformanceInput {
  /** 属性。 */
  items: readonly ImportancePerformanceItem[];
  /** 重要性的分界，默认取平均。 */
  importanceCut?: number | undefined;
  /** 表现的分界，默认取平均。 */
  performanceCut?: number | undefined;
}

/** 重要性—表现分析的结果。 */
export interface ImportancePerformanceResult {
  /** 重要性平均。 */
  meanImportance: number;
  /** 表现平均。 */
  meanPerformance: number;
  /** 各属性所在象限，与输入同序。 */
  quadrants: Quadrant[];
}

/**
 * 重要性—表现分析：按重要性与表现的高低分四个象限，定改进次序。
 *
 * 假设：两种得分各自可比；分界取平均只是相对的，属性全好时也会有“集中改进”。
 * 符号与单位：得分同各自量表。
 * 出处：Martilla & James (1977)。
 * 边界：恰等于分界（舍入误差内）算高；只有一个属性时它落在“继续保持”。
 * 复杂度：O(属性数)。
 *
 * @example
 * importancePerformance({ items: [{ importance: 5, performance: 2 }, { importance: 3, performance: 4 }] }).quadrants // ['concentrate', 'overkill']
 */
export function importancePerformance({
  items,
  importanceCut,
  performanceCut,
}: ImportancePerformanceInput): ImportancePerformanceResult {
  nonEmpty('items', items);
  items.forEach((item, i) => {
    finite(`items[${i}].importance`, item.importance);
    finite(`items[${i}].performance`, item.performance);
  });
  const average = (pick: (item: ImportancePerformanceItem) => number): number =>
    items.reduce((sum, item) => sum + pick(item), 0) / items.length;
  const meanImportance = average((item) => item.importance);
  const meanPerformance = average((item) => item.performance);
  const cutI =
    importanceCut === undefined ? meanImportance : finite('importanceCut', importanceCut);
  const cutP =
    performanceCut === undefined ? meanPerformance : finite('performanceCut', performanceCut);
  // 平均数的末位舍入会把“恰等于平均”的属性推到低的一侧，故留一点余量。
  const high = (value: number, cut: number): boolean =>
    value >= cut - 1e-12 * Math.max(Math.abs(value), Math.abs(cut));
  return {
    meanImportance,
    meanPerformance,
    quadrants: items.map(({ importance, performance }) =>
      high(importance, cutI)
        ? high(performance, cutP)
          ? 'keepUp'
          : 'concentrate'
        : high(performance, cutP)
          ? 'overkill'
          : 'lowPriority',
    ),
  };
}
