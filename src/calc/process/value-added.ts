import { atLeast, nonEmpty, reject } from '../core/checks.ts';

/** 时间的三种性质：增值、必要但不增值、浪费（等待、搬运、返工）。 */
export type ValueClass = 'value' | 'necessary' | 'waste';

/** 价值流上的一段时间。 */
export interface ValueStreamStep {
  /** 名称，只用于显示。 */
  name?: string | undefined;
  /** 历时。 */
  time: number;
  /** 性质。 */
  kind: ValueClass;
}

/** 价值流分析的结果。 */
export interface ValueAddedResult {
  /** 总历时。 */
  totalTime: number;
  /** 增值时间。 */
  valueTime: number;
  /** 必要但不增值的时间。 */
  necessaryTime: number;
  /** 浪费的时间，也就是可压缩时间。 */
  wasteTime: number;
  /** 增值比 = 增值时间 ÷ 总历时；总历时为 0 时为 NaN。 */
  valueAddedRatio: number;
  /** 全部浪费去掉后的增值比；剩余时间为 0 时为 NaN。 */
  ratioWithoutWaste: number;
  /** 去掉浪费后历时缩短的比例；总历时为 0 时为 NaN。 */
  reduction: number;
}

/**
 * 增值比：价值流总历时中真正在为顾客增值的比例，以及去掉浪费后的样子。
 *
 * 假设：各段首尾相接，不重叠；性质由使用者判断。
 * 符号与单位：`time` 用同一单位；比例无量纲。
 * 出处：价值流图的通行定义（精益）。
 * 边界：总历时为 0 时各比例为 NaN。
 * 复杂度：O(段数)。
 *
 * @example
 * valueAdded([{ time: 47, kind: 'value' }, { time: 193, kind: 'necessary' }, { time: 17040, kind: 'waste' }]).valueAddedRatio // 0.0027199074074074074
 */
export function valueAdded(steps: readonly ValueStreamStep[]): ValueAddedResult {
  nonEmpty('steps', steps);
  const sums: Record<ValueClass, number> = { value: 0, necessary: 0, waste: 0 };
  steps.forEach((step, i) => {
    if (!Object.hasOwn(sums, step.kind))
      reject(`steps[${i}].kind`, "'value', 'necessary' or 'waste'", step.kind);
    sums[step.kind] += atLeast(`steps[${i}].time`, step.time, 0);
  });
  const useful = sums.value + sums.necessary;
  const totalTime = useful + sums.waste;
  return {
    totalTime,
    valueTime: sums.value,
    necessaryTime: sums.necessary,
    wasteTime: sums.waste,
    valueAddedRatio: sums.value / totalTime,
    ratioWithoutWaste: sums.value / useful,
    reduction: sums.waste / totalTime,
  };
}
