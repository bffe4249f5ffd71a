import { atLeast, finite, nonEmpty, probability, reject } from '../core/checks.ts';

/** 一段体验：强度与历时。 */
export interface Moment {
  /** 此刻的强度：疼痛、愉悦等，量表由使用者定。 */
  value: number;
  /** 历时，默认 1；0 表示瞬间，不计入面积与平均。 */
  duration?: number | undefined;
  /** 名称，只用于显示。 */
  name?: string | undefined;
}

/** 峰终的设定。 */
export interface PeakEndInput {
  /** 依次发生的时刻；直接写数字等于历时为 1。 */
  moments: readonly (number | Moment)[];
  /**
   * 峰取哪一个：`max` 最大值（疼痛、愉悦等单向量表），`min` 最小值（记最坏的一刻），
   * `extreme` 绝对值最大（正负量表，0 为中性；并列取先发生者）。默认 `max`。
   */
  peak?: 'max' | 'min' | 'extreme' | undefined;
  /** 峰在记忆分里的权重，终取其余，默认 0.5。 */
  peakWeight?: number | undefined;
}

/** 峰终与各种总量。 */
export interface PeakEndResult {
  /** 峰值。 */
  peak: number;
  /** 终值：最后一段的强度。 */
  end: number;
  /** 记忆分 = 权重 × 峰 + (1 − 权重) × 终。 */
  peakEnd: number;
  /** 各时刻强度的算术平均，不计历时。 */
  mean: number;
  /** 按历时加权的平均；总历时为 0 时为 NaN。 */
  average: number;
  /** 总量（面积）= Σ 强度 × 历时。 */
  total: number;
  /** 总历时。 */
  duration: number;
}

/**
 * 峰终记忆分：回忆一段体验，近似等于峰值与终值的平均，历时几乎不起作用；并给出面积与平均作对照。
 *
 * 假设：记忆分只由峰与终决定（时长忽视）；段内强度不变。
 * 符号与单位：`value` 为量表分；`duration` 任一时间单位；`total` 为量表分 × 时间。
 * 出处：Kahneman, Fredrickson, Schreiber & Redelmeier (1993)；Redelmeier & Kahneman (1996)。
 * 边界：只有一刻时峰、终、平均相同；总历时为 0 时 `average` 为 NaN。
 * 复杂度：O(时刻数)。
 *
 * @example
 * peakEnd({ moments: [1, 3, 6, 8, 7, 4, 2, 1] }).peakEnd // 4.5
 */
export function peakEnd({
  moments,
  peak: rule = 'max',
  peakWeight = 0.5,
}: PeakEndInput): PeakEndResult {
  nonEmpty('moments', moments);
  probability('peakWeight', peakWeight);
  if (rule !== 'max' && rule !== 'min' && rule !== 'extreme')
    reject('peak', "'max', 'min' or 'extreme'", rule);
  let peak = NaN;
  let end = NaN;
  let sum = 0;
  let total = 0;
  let duration = 0;
  moments.forEach((moment, i) => {
    const plain = typeof moment === 'number';
    const value = finite(
      plain ? `moments[${i}]` : `moments[${i}].value`,
      plain ? moment : moment.value,
    );
    const time = plain ? 1 : atLeast(`moments[${i}].duration`, moment.duration ?? 1, 0);
    const higher =
      rule === 'max'
        ? value > peak
        : rule === 'min'
          ? value < peak
          : Math.abs(value) > Math.abs(peak);
    if (i === 0 || higher) peak = value;
    end = value;
    sum += value;
    total += value * time;
    duration += time;
  });
  return {
    peak,
    end,
    peakEnd: peakWeight * peak + (1 - peakWeight) * end,
    mean: sum / moments.length,
    average: total / duration,
    total,
    duration,
  };
}

/** 加一段尾巴前后的对照。 */
export interface AddedTailResult {
  /** 原来的体验。 */
  before: PeakEndResult;
  /** 加了尾巴的体验。 */
  after: PeakEndResult;
  /** 总量的变化：尾巴的强度 × 历时。 */
  totalChange: number;
  /** 记忆分的变化。 */
  memoryChange: number;
  /** 总量与记忆分反着变：总痛苦更多而记得更轻，或总愉悦更多而记得更淡。 */
  paradox: boolean;
}

/** 时长忽视的检验：在末尾加一段，看总量与记忆分是否反着变（冷水实验、结肠镜试验的结构）。 */
export function addedTail(
  input: PeakEndInput,
  tail: readonly (number | Moment)[],
): AddedTailResult {
  nonEmpty('tail', tail);
  const before = peakEnd(input);
  const after = peakEnd({ ...input, moments: [...input.moments, ...tail] });
  const totalChange = after.total - before.total;
  const memoryChange = after.peakEnd - before.peakEnd;
  return { before, after, totalChange, memoryChange, paradox: totalChange * memoryChange < 0 };
}
