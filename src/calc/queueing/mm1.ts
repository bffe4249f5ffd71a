import { atLeast, integerAtLeast, positive } from '../core/checks.ts';
import type { QueueMeasures } from './queue-measures.ts';

/** M/M/1 的参数。 */
export interface SingleServerParameters {
  /** 到达率 λ ≥ 0，每单位时间到达人数。 */
  arrivalRate: number;
  /** 服务率 μ > 0，一个服务台每单位时间能服务的人数。 */
  serviceRate: number;
}

/** M/M/1 的结果。 */
export interface SingleServerResult extends QueueMeasures {
  /** 等待超过 time 的概率。 */
  waitTail(time: number): number;
  /** 逗留超过 time 的概率。 */
  timeInSystemTail(time: number): number;
  /** 系统内恰有 count 人的概率。 */
  probabilityOf(count: number): number;
}

/**
 * M/M/1 排队：泊松到达、指数服务、单服务台、先到先服务、无限等待空间。
 *
 * 假设：到达间隔与服务时间均为指数分布且相互独立；顾客不离开；系统已进入稳态。
 * 符号与单位：λ `arrivalRate` 每单位时间到达数；μ `serviceRate` 每单位时间服务数；时间单位与二者相同。
 * 出处：Gross & Harris《Fundamentals of Queueing Theory》；生灭过程闭式解。
 * 边界：λ ≥ μ 时人数与等待为 Infinity、等待概率为 1，不是错误；λ = 0 时等待为 0。
 * 复杂度：O(1)。
 *
 * @example
 * mm1({ arrivalRate: 2, serviceRate: 3 }).meanWait // 0.6666666666666666
 */
export function mm1({ arrivalRate, serviceRate }: SingleServerParameters): SingleServerResult {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('serviceRate', serviceRate);
  const utilization = arrivalRate / serviceRate;
  const spare = serviceRate - arrivalRate;
  const stable = spare > 0;
  const meanTimeInSystem = stable ? 1 / spare : Infinity;
  const meanWait = stable ? utilization / spare : Infinity;
  return {
    utilization,
    probabilityEmpty: stable ? spare / serviceRate : 0,
    probabilityOfWaiting: Math.min(1, utilization),
    meanQueueLength: stable ? arrivalRate * meanWait : Infinity,
    meanInSystem: stable ? arrivalRate / spare : Infinity,
    meanWait,
    meanTimeInSystem,
    waitTail(time) {
      atLeast('time', time, 0);
      return stable ? utilization * Math.exp(-spare * time) : 1;
    },
    timeInSystemTail(time) {
      atLeast('time', time, 0);
      return stable ? Math.exp(-spare * time) : 1;
    },
    probabilityOf(count) {
      integerAtLeast('count', count, 0);
      return stable ? (spare / serviceRate) * utilization ** count : 0;
    },
  };
}
