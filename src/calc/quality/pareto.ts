import { atLeast, nonEmpty, within } from '../core/checks.ts';

/** 一类问题。 */
export interface ParetoItem {
  /** 类名。 */
  name: string;
  /** 次数（或损失金额）。 */
  count: number;
}

/** 帕累托分析的结果。 */
export interface ParetoResult {
  /** 类名，按次数从多到少；并列按输入次序。 */
  order: string[];
  /** 排好序的次数。 */
  counts: number[];
  /** 累计百分比；总数为 0 时为 NaN。 */
  cumulativePercent: number[];
  /** 关键的少数：从最多的数起，累计首次达到界线为止的那几类；总数为 0 时为空。 */
  vitalFew: string[];
}

/**
 * 帕累托分析：按次数排序、累计，找出占大头的少数几类。
 *
 * 假设：各类互斥；次数可以换成金额或加权值。
 * 符号与单位：`cutoff` 为累计百分比界线，默认 80；百分比 0–100。
 * 出处：Juran 的“关键的少数”。八二只是常见形状，不是定律。
 * 边界：总数为 0 时累计百分比为 NaN、没有关键的少数；恰好达到界线（舍入误差内）即止。
 * 复杂度：O(类数·log 类数)。
 *
 * @example
 * pareto([{ name: '态度', count: 12 }, { name: '等待', count: 60 }, { name: '差错', count: 28 }]).vitalFew // ['等待', '差错']
 */
export function pareto(items: readonly ParetoItem[], cutoff = 80): ParetoResult {
  nonEmpty('items', items);
  within('cutoff', cutoff, 0, 100);
  items.forEach((item, i) => atLeast(`items[${i}].count`, item.count, 0));
  const sorted = [...items].sort((a, b) => b.count - a.count);
  const total = sorted.reduce((sum, item) => sum + item.count, 0);
  let running = 0;
  const cumulativePercent = sorted.map((item) => {
    running += item.count;
    return (100 * running) / total;
  });
  const reached = cumulativePercent.findIndex((percent) => percent >= cutoff - 1e-9);
  return {
    order: sorted.map((item) => item.name),
    counts: sorted.map((item) => item.count),
    cumulativePercent,
    vitalFew: total === 0 ? [] : sorted.slice(0, reached + 1).map((item) => item.name),
  };
}
