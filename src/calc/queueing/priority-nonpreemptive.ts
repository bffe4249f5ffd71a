import { atLeast, each, integerAtLeast, positive } from '../core/checks.ts';
import { productMinusEach } from '../core/exact.ts';
import { logErlangCWithSpare } from './erlang-c.ts';

/** 多类顾客的排队结果；数组下标与输入的类别一致，0 为最优先。 */
export interface PriorityResult {
  /** 各类平均等待时间。 */
  meanWaits: number[];
  /** 各类平均逗留时间。 */
  meanTimesInSystem: number[];
  /** 各类平均排队人数。 */
  meanQueueLengths: number[];
  /** 全体顾客的平均等待时间（按到达率加权）。 */
  meanWait: number;
  /** 总利用率。 */
  utilization: number;
}

/** 按到达率加权的平均；全无到达时为 0，到达率为 0 的类不计（哪怕其等待为 Infinity）。 */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (weights[i]! === 0) continue;
    sum += values[i]! * weights[i]!;
    total += weights[i]!;
  }
  return total === 0 ? 0 : sum / total;
}

/**
 * M/M/s 非抢占优先：高优先级插到队前，但不打断正在进行的服务。
 *
 * 假设：各类泊松到达，服务均为同一速率的指数分布；类内先到先服务；s 个相同服务台；稳态。
 * 符号与单位：`arrivalRates` 各类到达率，第 0 类最优先；μ `serviceRate`；s `servers`；返回各类平均等待（不含服务）。
 * 出处：Cobham (1954)；Hillier & Lieberman《Introduction to Operations Research》。
 * 边界：逐类判断稳定：前 k 类的负荷 < s 时第 k 类等待有限，其后的类为 Infinity；到达率为 0 的类给出“假如来一位”的等待。
 * 复杂度：O(√s + 类数)。
 *
 * @example
 * priorityNonpreemptive({ arrivalRates: [0.2, 0.6, 1.2], serviceRate: 3, servers: 1 }).meanWaits // [0.23809523809523808, 0.3246753246753247, 0.9090909090909091]
 */
export function priorityNonpreemptive({
  arrivalRates,
  serviceRate,
  servers,
}: {
  arrivalRates: readonly number[];
  serviceRate: number;
  servers: number;
}): PriorityResult {
  each('arrivalRates', arrivalRates, (name, value) => atLeast(name, value, 0));
  positive('serviceRate', serviceRate);
  integerAtLeast('servers', servers, 1);
  const capacity = servers * serviceRate;
  const total = arrivalRates.reduce((sum, rate) => sum + rate, 0);
  // spares[k]：扣除前 k + 1 类之后余下的能力。先加后减会在利用率贴近 1 时丢掉一半有效位。
  const spares = productMinusEach(
    [servers, serviceRate],
    arrivalRates.map((rate) => [rate, 1]),
  );
  // 总负荷超过能力时台台全忙，等待概率为 1；高优先级类的公式依然成立。
  const delay = Math.exp(
    logErlangCWithSpare({
      offeredLoad: total / serviceRate,
      servers,
      spare: spares.at(-1)! / serviceRate,
    }),
  );
  const meanWaits = spares.map((spare, k) =>
    spare > 0 ? delay / ((k === 0 ? 1 : spares[k - 1]! / capacity) * spare) : Infinity,
  );
  return {
    meanWaits,
    meanTimesInSystem: meanWaits.map((wait) => wait + 1 / serviceRate),
    meanQueueLengths: meanWaits.map((wait, k) =>
      arrivalRates[k]! === 0 ? 0 : wait * arrivalRates[k]!,
    ),
    meanWait: weightedMean(meanWaits, arrivalRates),
    utilization: total / capacity,
  };
}
