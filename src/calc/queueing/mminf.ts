import { atLeast, positive } from '../core/checks.ts';
import { poissonCdf, poissonPmf } from '../core/poisson.ts';

/** 无限服务台系统的结果。 */
export interface InfiniteServerResult {
  /** 系统内平均人数，等于到达负荷 λ/μ。 */
  meanInSystem: number;
  /** 平均逗留时间，等于平均服务时间。 */
  meanTimeInSystem: number;
  /** 系统全空的概率。 */
  probabilityEmpty: number;
  /** 全空概率的自然对数。 */
  logProbabilityEmpty: number;
  /** 系统内不超过 count 人的概率。 */
  probabilityAtMost(count: number): number;
  /** 系统内恰有 count 人的概率。 */
  probabilityOf(count: number): number;
}

/**
 * M/M/∞：自助式服务，来者立刻开始服务，从不等待。
 *
 * 假设：泊松到达；服务时间相互独立（人数分布只依赖均值，对任意服务分布成立）；稳态。
 * 符号与单位：λ `arrivalRate` 每单位时间到达数；μ `serviceRate` 单人服务率；人数服从均值 λ/μ 的泊松分布。
 * 出处：Gross & Harris《Fundamentals of Queueing Theory》。
 * 边界：λ = 0 时恒空；总是稳定。
 * 复杂度：均值 O(1)；累积概率 O(√(λ/μ))。
 *
 * @example
 * mminf({ arrivalRate: 12, serviceRate: 0.5 }).probabilityAtMost(20) // 0.24263868733675567
 */
export function mminf({
  arrivalRate,
  serviceRate,
}: {
  arrivalRate: number;
  serviceRate: number;
}): InfiniteServerResult {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('serviceRate', serviceRate);
  const meanInSystem = arrivalRate / serviceRate;
  return {
    meanInSystem,
    meanTimeInSystem: 1 / serviceRate,
    probabilityEmpty: Math.exp(-meanInSystem),
    logProbabilityEmpty: -meanInSystem,
    probabilityAtMost: (count) => poissonCdf(count, meanInSystem),
    probabilityOf: (count) => poissonPmf(count, meanInSystem),
  };
}
