import { atLeast, positive } from '../core/checks.ts';
import { productMinus } from '../core/exact.ts';
import type { QueueMeasures } from './queue-measures.ts';

/**
 * M/G/1 排队：泊松到达、任意服务分布、单服务台；只需服务时间的均值与变异。
 *
 * 假设：泊松到达；服务时间独立同分布且方差有限；先到先服务；稳态。
 * 符号与单位：λ `arrivalRate`；τ `meanService` 平均服务时间；`scvService` 服务时间变异系数的平方（定长 0，指数 1）；时间单位与 τ 一致。
 * 出处：Pollaczek–Khinchine 公式：W_q = λτ²(1 + scv)/(2(1 − ρ))，ρ = λτ。
 * 边界：ρ ≥ 1 时人数与等待为 Infinity，不是错误；λ = 0 时等待为 0。
 * 复杂度：O(1)。
 *
 * @example
 * mg1({ arrivalRate: 0.8, meanService: 1, scvService: 0 }).meanWait // 2
 */
export function mg1({
  arrivalRate,
  meanService,
  scvService,
}: {
  arrivalRate: number;
  meanService: number;
  scvService: number;
}): QueueMeasures {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('meanService', meanService);
  atLeast('scvService', scvService, 0);
  const utilization = arrivalRate * meanService;
  const spare = -productMinus(arrivalRate, meanService, 1);
  const stable = spare > 0;
  const meanWait = stable ? (utilization * meanService * (1 + scvService)) / (2 * spare) : Infinity;
  const meanQueueLength = stable ? arrivalRate * meanWait : Infinity;
  return {
    utilization,
    probabilityEmpty: stable ? spare : 0,
    probabilityOfWaiting: Math.min(1, utilization),
    meanQueueLength,
    meanInSystem: meanQueueLength + utilization,
    meanWait,
    meanTimeInSystem: meanWait + meanService,
  };
}
