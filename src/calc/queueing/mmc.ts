import { atLeast, integerAtLeast, positive } from '../core/checks.ts';
import { productMinus } from '../core/exact.ts';
import { logPoissonCdf, logPoissonPmf } from '../core/poisson.ts';
import { logAddExp } from '../core/special-functions.ts';
import { logErlangCWithSpare } from './erlang-c.ts';
import type { QueueMeasures } from './queue-measures.ts';

/** M/M/c 的参数。 */
export interface MultiServerParameters {
  /** 到达率 λ ≥ 0，每单位时间到达人数。 */
  arrivalRate: number;
  /** 每个服务台的服务率 μ > 0。 */
  serviceRate: number;
  /** 服务台数 c ≥ 1。 */
  servers: number;
}

/** M/M/c 的结果。 */
export interface MultiServerResult extends QueueMeasures {
  /** 到达负荷 a = λ/μ（爱尔朗），也是平均忙碌的服务台数。 */
  offeredLoad: number;
  /** 系统全空概率的自然对数；服务台上千时概率本身可能下溢为 0。 */
  logProbabilityEmpty: number;
  /** 等待概率的自然对数。 */
  logProbabilityOfWaiting: number;
  /** 等待超过 time 的概率。 */
  waitTail(time: number): number;
  /** 逗留（等待加服务）超过 time 的概率。 */
  timeInSystemTail(time: number): number;
  /** 系统内恰有 count 人的概率。 */
  probabilityOf(count: number): number;
}

/**
 * M/M/c 排队：泊松到达、指数服务、c 个并联服务台、一条总队、先到先服务、无限等待空间。
 *
 * 假设：到达间隔与服务时间均为指数分布且相互独立；各服务台相同；顾客不离开；稳态。
 * 符号与单位：λ `arrivalRate` 每单位时间到达数；μ `serviceRate` 每台每单位时间服务数；c `servers` 台数；返回值的时间单位与速率一致。
 * 出处：Erlang (1917)；Gross & Harris《Fundamentals of Queueing Theory》。
 * 边界：λ ≥ cμ 时人数与等待为 Infinity、等待概率为 1，不是错误；λ = 0 时等待为 0；全空概率可能小于 10⁻³⁰⁸，另给对数。
 * 复杂度：O(√c) 时间，O(1) 空间。
 *
 * @example
 * mmc({ arrivalRate: 8, serviceRate: 1, servers: 10 }).meanWait // 0.20459007539822177
 */
export function mmc({
  arrivalRate,
  serviceRate,
  servers,
}: MultiServerParameters): MultiServerResult {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('serviceRate', serviceRate);
  integerAtLeast('servers', servers, 1);
  return mmcWithSpare({
    arrivalRate,
    serviceRate,
    servers,
    spareRate: productMinus(servers, serviceRate, arrivalRate),
  });
}

/**
 * M/M/c，其中富余能力 cμ − λ 由调用者给出：到达率由几部分相加或相乘得来时，
 * 就地相减会放大它的舍入误差；利用率离 1 只差 10⁻⁹ 时要丢 7 位。
 */
export function mmcWithSpare({
  arrivalRate,
  serviceRate,
  servers,
  spareRate,
}: MultiServerParameters & {
  /** 富余能力，可以不等于就地相减的结果；≤ 0 即不稳定。 */
  spareRate: number;
}): MultiServerResult {
  const offeredLoad = arrivalRate / serviceRate;
  const utilization = offeredLoad / servers;
  const spare = spareRate / serviceRate;
  const stable = spareRate > 0;
  const logProbabilityOfWaiting = logErlangCWithSpare({ offeredLoad, servers, spare });
  const probabilityOfWaiting = Math.exp(logProbabilityOfWaiting);
  const meanWait = stable ? probabilityOfWaiting / spareRate : Infinity;
  const meanQueueLength = stable ? (probabilityOfWaiting * offeredLoad) / spare : Infinity;
  // Σ_{k<c} aᵏ/k! + aᶜ/c!·c/(c − a) = eᵃ·scale：借泊松概率避免 aᶜ 与 c! 溢出。
  const logScale = stable
    ? logAddExp(
        logPoissonCdf(servers - 1, offeredLoad),
        logPoissonPmf(servers, offeredLoad) + Math.log(servers / spare),
      )
    : Infinity;
  const logProbabilityEmpty = stable ? -offeredLoad - logScale : -Infinity;
  return {
    offeredLoad,
    utilization,
    probabilityEmpty: Math.exp(logProbabilityEmpty),
    logProbabilityEmpty,
    probabilityOfWaiting,
    logProbabilityOfWaiting,
    meanQueueLength,
    meanInSystem: meanQueueLength + offeredLoad,
    meanWait,
    meanTimeInSystem: meanWait + 1 / serviceRate,
    waitTail(time) {
      atLeast('time', time, 0);
      return stable ? Math.exp(logProbabilityOfWaiting - spareRate * time) : 1;
    },
    timeInSystemTail(time) {
      atLeast('time', time, 0);
      if (!stable) return 1;
      const scaled = serviceRate * time;
      // (e^{−μt} − e^{−μt(c−a)})/(c − a − 1)，c − a = 1 处连续，写成对称形式避免 0/0 与溢出。
      const gap = Math.abs(spare - 1);
      const slower = Math.exp(-scaled * Math.min(1, spare));
      const difference = gap * scaled < 1e-12 ? scaled : -Math.expm1(-gap * scaled) / gap;
      return Math.exp(-scaled) + probabilityOfWaiting * slower * difference;
    },
    probabilityOf(count) {
      integerAtLeast('count', count, 0);
      if (!stable) return 0;
      if (offeredLoad === 0) return count === 0 ? 1 : 0;
      const inService = Math.min(count, servers);
      return Math.exp(
        logPoissonPmf(inService, offeredLoad) -
          logScale +
          (count - inService) * Math.log1p(-spare / servers),
      );
    },
  };
}
