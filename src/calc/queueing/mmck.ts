import { atLeast, integerAtLeast, positive, reject } from '../core/checks.ts';
import { logPoissonPmf } from '../core/poisson.ts';
import { birthDeath } from './birth-death.ts';

/** 有限容量系统的结果。 */
export interface FiniteCapacityResult {
  /** 到达者因满员被拒的概率。 */
  probabilityOfBlocking: number;
  /** 被拒概率的自然对数。 */
  logProbabilityOfBlocking: number;
  /** 实际进入系统的到达率。 */
  effectiveArrivalRate: number;
  /** 每台实际利用率。 */
  utilization: number;
  /** 系统全空的概率。 */
  probabilityEmpty: number;
  /** 全空概率的自然对数。 */
  logProbabilityEmpty: number;
  /** 进入系统者需要等待的概率。 */
  probabilityOfWaiting: number;
  /** 平均排队人数。 */
  meanQueueLength: number;
  /** 系统内平均人数。 */
  meanInSystem: number;
  /** 进入系统者的平均等待时间。 */
  meanWait: number;
  /** 进入系统者的平均逗留时间。 */
  meanTimeInSystem: number;
  /** 系统内恰有 count 人的概率。 */
  probabilityOf(count: number): number;
}

/**
 * M/M/c/K 排队：系统最多容纳 K 人（含正在服务的），满员时来者离去。
 *
 * 假设：泊松到达、指数服务、c 个相同服务台、先到先服务；被拒者不再回来；稳态。
 * 符号与单位：λ `arrivalRate`；μ `serviceRate` 每台服务率；c `servers`；K `capacity` ≥ c；时间单位与速率一致。
 * 出处：Gross & Harris《Fundamentals of Queueing Theory》；生灭方程逐态求和。
 * 边界：λ ≥ cμ 仍有稳态；K = c 即 Erlang B 损失制；λ = 0 时等待取极限 0。ρ = 1 附近不用等比求和公式，免得 0/0。
 * 复杂度：O(K) 时间，O(1) 空间。
 *
 * @example
 * mmck({ arrivalRate: 5, serviceRate: 1, servers: 5, capacity: 20 }).meanWait // 1.3706140350877194
 */
export function mmck({
  arrivalRate,
  serviceRate,
  servers,
  capacity,
}: {
  arrivalRate: number;
  serviceRate: number;
  servers: number;
  capacity: number;
}): FiniteCapacityResult {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('serviceRate', serviceRate);
  integerAtLeast('servers', servers, 1);
  if (!Number.isSafeInteger(capacity) || capacity < servers)
    reject('capacity', `an integer ≥ servers (${servers})`, capacity);
  const load = arrivalRate / serviceRate;
  const summary = birthDeath({
    last: capacity,
    servers,
    upRatio: (k) => load / Math.min(k + 1, servers),
  });
  // ln[P(k)/P(0)] 的闭式：k ≤ c 时为 k ln a − ln k!，之后每人再加 ln ρ。
  const logRelative = (k: number): number => {
    const inService = Math.min(k, servers);
    if (k === 0) return 0;
    return logPoissonPmf(inService, load) + load + (k - inService) * Math.log(load / servers);
  };
  const logProbabilityEmpty = summary.logModeProbability - logRelative(summary.mode);
  const logProbabilityOf = (k: number): number => logProbabilityEmpty + logRelative(k);
  const logProbabilityOfBlocking =
    summary.probabilityFull > 1e-290
      ? Math.log(summary.probabilityFull)
      : logProbabilityOf(capacity);
  const effectiveArrivalRate = serviceRate * summary.meanBusy;
  const meanWait = arrivalRate === 0 ? 0 : summary.meanQueueLength / effectiveArrivalRate;
  const accepted = summary.meanBusy / load;
  return {
    probabilityOfBlocking: Math.exp(logProbabilityOfBlocking),
    logProbabilityOfBlocking,
    effectiveArrivalRate,
    utilization: summary.meanBusy / servers,
    probabilityEmpty: Math.exp(logProbabilityEmpty),
    logProbabilityEmpty,
    probabilityOfWaiting:
      arrivalRate === 0 || capacity === servers
        ? 0
        : Math.max(0, summary.probabilityAllBusy - summary.probabilityFull) / accepted,
    meanQueueLength: summary.meanQueueLength,
    meanInSystem: summary.mean,
    meanWait,
    meanTimeInSystem: meanWait + 1 / serviceRate,
    probabilityOf(count) {
      integerAtLeast('count', count, 0);
      return count > capacity ? 0 : Math.exp(logProbabilityOf(count));
    },
  };
}
