import { atLeast, each, matrix, sameLength } from '../core/checks.ts';

/** 质量功能展开的输入。 */
export interface QfdInput {
  /** 各项顾客需求的重要性。 */
  customerImportance: readonly number[];
  /** 关系矩阵：每行一项顾客需求，每列一项技术特性，常用 9、3、1、0。 */
  relationship: readonly (readonly number[])[];
  /** 各项需求的改进率（目标 ÷ 现状），默认全为 1。 */
  improvement?: readonly number[] | undefined;
}

/** 质量功能展开的结果。 */
export interface QfdResult {
  /** 各技术特性的绝对重要性 Σ 重要性 × 改进率 × 关系。 */
  raw: number[];
  /** 各技术特性的相对重要性，合计为 1；绝对重要性全为 0 时为 NaN。 */
  relative: number[];
  /** 按重要性从高到低的技术特性下标；并列按原次序。 */
  order: number[];
}

/**
 * 质量功能展开（质量屋）：把顾客需求的重要性经关系矩阵换算成技术特性的重要性。
 *
 * 假设：加法模型；9-3-1 是惯例量表，换一套量表排序可能变。
 * 符号与单位：绝对重要性为分数；相对重要性无量纲。
 * 出处：Akao 的质量功能展开；Hauser & Clausing (1988)。
 * 边界：全为 0 时相对重要性没有定义（NaN）。
 * 复杂度：O(需求数 × 特性数)。
 *
 * @example
 * qfd({ customerImportance: [5, 3], relationship: [[9, 3], [1, 9]] }).raw // [48, 42]
 */
export function qfd({ customerImportance, relationship, improvement }: QfdInput): QfdResult {
  each('customerImportance', customerImportance, (name, value) => atLeast(name, value, 0));
  matrix('relationship', relationship);
  sameLength('relationship', relationship, 'customerImportance', customerImportance);
  relationship.forEach((row, i) =>
    each(`relationship[${i}]`, row, (name, value) => atLeast(name, value, 0)),
  );
  if (improvement) {
    each('improvement', improvement, (name, value) => atLeast(name, value, 0));
    sameLength('improvement', improvement, 'customerImportance', customerImportance);
  }
  const width = (relationship[0] as readonly number[]).length;
  const raw = Array.from({ length: width }, (_, j) =>
    relationship.reduce(
      (sum, row, i) =>
        sum + (customerImportance[i] as number) * (improvement?.[i] ?? 1) * (row[j] as number),
      0,
    ),
  );
  const total = raw.reduce((sum, value) => sum + value, 0);
  return {
    raw,
    relative: raw.map((value) => value / total),
    order: raw.map((_, j) => j).sort((a, b) => (raw[b] as number) - (raw[a] as number)),
  };
}
