import { atLeast, each, nonEmpty, positive } from '../core/checks.ts';

/** 一类失误。 */
export interface FailureType {
  /** 失误名，只用于显示。 */
  name?: string | undefined;
  /** 权重：一次失误扣几分。 */
  weight: number;
  /** 发生次数。 */
  count: number;
}

/** 服务质量指数的结果。 */
export interface ServiceQualityIndexResult {
  /** 指数 = Σ 权重 × 次数，越低越好。 */
  index: number;
  /** 每千件的指数；没有给件数时为 null。 */
  perThousand: number | null;
  /** 各类失误占指数的比例；指数为 0 时为 NaN。 */
  shares: number[];
}

/**
 * 服务质量指数（SQI）：给各类失误加权累计，数的是绝对的失误而不是合格率。
 *
 * 假设：权重反映失误对顾客的伤害，由企业自定。
 * 符号与单位：指数为分；`volume` 为同期业务件数。
 * 出处：联邦快递的 SQI 做法（12 类失误加权）；权重各版本不一，此处由使用者给定。
 * 边界：没有失误时指数为 0、占比为 NaN。
 * 复杂度：O(类数)。
 *
 * @example
 * serviceQualityIndex([{ weight: 10, count: 3 }, { weight: 1, count: 20 }]).index // 50
 */
export function serviceQualityIndex(
  failures: readonly FailureType[],
  volume?: number,
): ServiceQualityIndexResult {
  nonEmpty('failures', failures);
  each(
    'failures.weight',
    failures.map((failure) => failure.weight),
    (name, value) => atLeast(name, value, 0),
  );
  each(
    'failures.count',
    failures.map((failure) => failure.count),
    (name, value) => atLeast(name, value, 0),
  );
  if (volume !== undefined) positive('volume', volume);
  const points = failures.map((failure) => failure.weight * failure.count);
  const index = points.reduce((sum, value) => sum + value, 0);
  return {
    index,
    perThousand: volume === undefined ? null : (1000 * index) / volume,
    shares: points.map((value) => value / index),
  };
}
