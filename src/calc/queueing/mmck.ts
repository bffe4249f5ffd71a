import { atLeast, integerAtLeast, positive, reject } from '../core/checks.ts';
import { productMinus } from '../core/exact.ts';
import { logPoissonCdf, logPoissonPmf } from '../core/poisson.ts';
import { logAddExp, logGamma } from '../core/special-functions.ts';
import { logErlangBOdds } from './erlang-b.ts';
import { geometricBlock } from './geometric-block.ts';

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
 * 出处：Gross & Harris《Fundamentals of Queueing Theory》；有空台的一段用 Erlang B，台台全忙的一段是等比数列。
 * 边界：λ ≥ cμ 仍有稳态；K = c 即 Erlang B 损失制；λ = 0 时等待取极限 0。ρ = 1 附近不用等比求和公式，免得 0/0。
 * 复杂度：O(√c) 时间，O(1) 空间；与 K 无关，K 到 2⁵³ 也一样快。
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
  if (arrivalRate === 0) return withoutArrivals(serviceRate);
  const load = arrivalRate / serviceRate;
  const full = servers * serviceRate;
  const spareRate = productMinus(servers, serviceRate, arrivalRate);
  const logRatio =
    Math.abs(spareRate) < full / 2 ? Math.log1p(-spareRate / full) : Math.log(load / servers);
  const room = capacity - servers;
  // 有空台的状态（k < c）合成一块，台台全忙的 k = c, …, K 是一段等比数列。
  // 等比数列下降时以泊松概率为权重；上升时泊松概率小到对数丢位，改以 P(K) 的权重为 1。
  const rising = logRatio > 0;
  const logAtServers = rising ? -room * logRatio : logPoissonPmf(servers, load);
  const logIdle = rising
    ? logAtServers - logErlangBOdds({ offeredLoad: load, servers })
    : logPoissonCdf(servers - 1, load);
  /** ln Σ w(k)，k = c, …, c + last。 */
  const logBlock = (last: number): number =>
    geometricBlock({ logRatio: -Math.abs(logRatio), last }).logSum +
    (rising ? (last - room) * logRatio : logAtServers);
  const logTotal = logAddExp(logIdle, logBlock(room));
  const busyShare = Math.exp(logBlock(room) - logTotal);
  // Σ_{k<c} k·w(k)：k·w(k) = a·w(k − 1)，各项同号
  let logIdleBusy = -Infinity;
  if (servers > 1)
    logIdleBusy = rising
      ? logAtServers +
        Math.log(servers) -
        logErlangBOdds({ offeredLoad: load, servers: servers - 1 })
      : Math.log(load) + logPoissonCdf(servers - 2, load);
  const meanBusy = Math.exp(logIdleBusy - logTotal) + servers * busyShare;
  const meanQueueLength = busyShare * geometricBlock({ logRatio, last: room }).mean;
  /** ln w(k)。 */
  const logWeight = (k: number): number => {
    if (k < servers)
      return rising ? logAtServers + logPowerRatio(load, k, servers) : logPoissonPmf(k, load);
    return rising ? (k - capacity) * logRatio : logAtServers + (k - servers) * logRatio;
  };
  const logProbabilityOf = (k: number): number => logWeight(k) - logTotal;
  const logProbabilityEmpty = logProbabilityOf(0);
  const logProbabilityOfBlocking = logProbabilityOf(capacity);
  const effectiveArrivalRate = serviceRate * meanBusy;
  const meanWait = meanQueueLength / effectiveArrivalRate;
  // 进入者要等：遇到 c ≤ k < K；到达者所见即稳态概率，除以进入的比例
  const waiting = room === 0 ? 0 : Math.exp(logBlock(room - 1) - logTotal);
  return {
    probabilityOfBlocking: Math.exp(logProbabilityOfBlocking),
    logProbabilityOfBlocking,
    effectiveArrivalRate,
    utilization: meanBusy / servers,
    probabilityEmpty: Math.exp(logProbabilityEmpty),
    logProbabilityEmpty,
    probabilityOfWaiting: Math.min(1, waiting / (meanBusy / load)),
    meanQueueLength,
    meanInSystem: meanBusy + meanQueueLength,
    meanWait,
    meanTimeInSystem: meanWait + 1 / serviceRate,
    probabilityOf(count) {
      integerAtLeast('count', count, 0);
      return count > capacity ? 0 : Math.exp(logProbabilityOf(count));
    },
  };
}

/** ln[(aᵏ/k!)/(aᶜ/c!)]，k ≤ c ≤ a：负荷远大于 c 时用阶乘之差，否则用泊松概率之差，取误差小的一种。 */
function logPowerRatio(load: number, k: number, servers: number): number {
  return servers * Math.log(servers + 1) < load
    ? logGamma(servers + 1) - logGamma(k + 1) - (servers - k) * Math.log(load)
    : logPoissonPmf(k, load) - logPoissonPmf(servers, load);
}

/** 没人来：系统恒空，等待取极限 0。 */
function withoutArrivals(serviceRate: number): FiniteCapacityResult {
  return {
    probabilityOfBlocking: 0,
    logProbabilityOfBlocking: -Infinity,
    effectiveArrivalRate: 0,
    utilization: 0,
    probabilityEmpty: 1,
    logProbabilityEmpty: 0,
    probabilityOfWaiting: 0,
    meanQueueLength: 0,
    meanInSystem: 0,
    meanWait: 0,
    meanTimeInSystem: 1 / serviceRate,
    probabilityOf(count) {
      integerAtLeast('count', count, 0);
      return count === 0 ? 1 : 0;
    },
  };
}
