import { atLeast, integerAtLeast, positive, within } from '../core/checks.ts';
import { logBinomialPmf } from '../core/binomial.ts';
import { logPoissonPmf } from '../core/poisson.ts';
import { birthDeath } from './birth-death.ts';

/** 有限客源系统的结果。 */
export interface FinitePopulationResult {
  /** 无人在系统内（全部在外、设备全好）的概率。 */
  probabilityEmpty: number;
  /** 上一概率的自然对数。 */
  logProbabilityEmpty: number;
  /** 系统内平均人数（故障设备数）。 */
  meanInSystem: number;
  /** 平均排队人数。 */
  meanQueueLength: number;
  /** 实际到达率。 */
  effectiveArrivalRate: number;
  /** 平均等待时间。 */
  meanWait: number;
  /** 平均逗留时间。 */
  meanTimeInSystem: number;
  /** 每台利用率。 */
  utilization: number;
}

/** 客源数上限：再多时逐态求和的步数过亿。 */
const MOST_POPULATION = 1e12;

/**
 * M/M/c//N 有限客源排队（机器看管模型）：N 个客源，在外者各以同一速率回来求助。
 *
 * 假设：每个客源在外时间与服务时间均为指数分布；c 个相同服务台；先到先服务；稳态。
 * 符号与单位：λ `arrivalRatePerUnit` 每个在外客源的到达率；μ `serviceRate` 每台服务率；c `servers`；N `population`；时间单位与速率一致。
 * 出处：Gross & Harris《Fundamentals of Queueing Theory》机器维修模型。
 * 边界：N 至多 10¹²；N = 0 或 λ = 0 时系统恒空，等待取极限 0；总是稳定；c > N 时多余的服务台闲置。
 * 复杂度：O(√N) 时间（从众数向两侧走到可忽略为止），O(1) 空间。
 *
 * @example
 * finitePopulation({ arrivalRatePerUnit: 0.1, serviceRate: 0.5, servers: 1, population: 5 }).meanWait // 1.9834289356277883
 */
export function finitePopulation({
  arrivalRatePerUnit,
  serviceRate,
  servers,
  population,
}: {
  arrivalRatePerUnit: number;
  serviceRate: number;
  servers: number;
  population: number;
}): FinitePopulationResult {
  atLeast('arrivalRatePerUnit', arrivalRatePerUnit, 0);
  positive('serviceRate', serviceRate);
  integerAtLeast('servers', servers, 1);
  integerAtLeast('population', population, 0);
  within('population', population, 0, MOST_POPULATION);
  const ratio = arrivalRatePerUnit / serviceRate;
  const summary = birthDeath({
    last: population,
    servers,
    upRatio: (k) => ((population - k) * ratio) / Math.min(k + 1, servers),
  });
  const { mode } = summary;
  const logRelative = mode === 0 ? 0 : logWeight({ population, servers, ratio, count: mode });
  // 加 0 使 −0 归为 0
  const logProbabilityEmpty = summary.logModeProbability - logRelative + 0;
  const effectiveArrivalRate = serviceRate * summary.meanBusy;
  const meanWait = effectiveArrivalRate === 0 ? 0 : summary.meanQueueLength / effectiveArrivalRate;
  return {
    probabilityEmpty: Math.exp(logProbabilityEmpty),
    logProbabilityEmpty,
    meanInSystem: summary.mean,
    meanQueueLength: summary.meanQueueLength,
    effectiveArrivalRate,
    meanWait,
    meanTimeInSystem: meanWait + 1 / serviceRate,
    utilization: summary.meanBusy / servers,
  };
}

/**
 * ln[P(k)/P(0)]。k ≤ c 时是 C(N, k)·rᵏ，即二项概率乘 (1 + r)ᴺ；
 * k ≥ c 时以在外人数 N − k 看，权重正比于均值 c/r 的泊松概率。都不把两个大阶乘相减。
 */
function logWeight({
  population,
  servers,
  ratio,
  count,
}: {
  population: number;
  servers: number;
  ratio: number;
  count: number;
}): number {
  const inService = Math.min(count, servers);
  const log =
    logBinomialPmf(inService, { trials: population, chance: ratio / (1 + ratio) }) +
    population * Math.log1p(ratio);
  if (count === inService) return log;
  const outside = servers / ratio;
  return (
    log + logPoissonPmf(population - count, outside) - logPoissonPmf(population - servers, outside)
  );
}
