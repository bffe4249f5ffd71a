import { atLeast, each, integerAtLeast, positive } from '../core/checks.ts';
import { productMinusEach } from '../core/exact.ts';
import { gaussLegendre, integrate } from '../core/quadrature.ts';
import { erlangB } from './erlang-b.ts';
import { mmcWithSpare } from './mmc.ts';
import type { PriorityResult } from './priority-nonpreemptive.ts';
import { weightedMean } from './priority-nonpreemptive.ts';

const RULE = gaussLegendre(16);

/** 平均排队人数对负荷的导数，负荷由富余 s − a 给出；dB/da = B(n/a − 1 + B)，再代入 L_q = C·a/(n − a)。 */
function queueSlope(spare: number, servers: number): number {
  const a = servers - spare;
  if (a <= 0) return 0;
  const b = erlangB({ offeredLoad: a, servers });
  const denominator = spare + a * b;
  const delay = (servers * b) / denominator;
  const slopeB = b * (spare / a + b);
  const slopeDelay = (servers * slopeB - delay * (b - 1 + a * slopeB)) / denominator;
  return (slopeDelay * a) / spare + (delay * servers) / (spare * spare);
}

/**
 * M/M/s 抢占续作优先：高优先级到达时打断低优先级的服务，被打断者之后从断点继续。
 *
 * 假设：各类泊松到达，服务均为同一速率的指数分布；类内先到先服务；s 个相同服务台；稳态。
 * 符号与单位：`arrivalRates` 各类到达率，第 0 类最优先；μ `serviceRate`；s `servers`；等待包含被打断的时间，即逗留减去一次完整服务。
 * 出处：Hillier & Lieberman《Introduction to Operations Research》：前 k 类合起来就是一个 M/M/s，逐类相减。
 * 边界：逐类判断稳定：前 k 类的负荷 < s 时第 k 类有限，其后为 Infinity；到达率为 0 的类取极限值。
 * 复杂度：O(类数·√s)。
 *
 * @example
 * priorityPreemptive({ arrivalRates: [0.2, 0.6, 1.2], serviceRate: 3, servers: 1 }).meanWaits // [0.023809523809523808, 0.15367965367965367, 1.0303030303030303]
 */
export function priorityPreemptive({
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
  const total = arrivalRates.reduce((sum, rate) => sum + rate, 0);
  // spares[k]：扣除前 k + 1 类之后余下的能力，以服务率计
  const spares = productMinusEach(
    [servers, serviceRate],
    arrivalRates.map((rate) => [rate, 1]),
  ).map((spare) => spare / serviceRate);
  const meanWaits = spares.map((spare, k) => (spare > 0 ? classWait(k) : Infinity));
  return {
    meanWaits,
    meanTimesInSystem: meanWaits.map((wait) => wait + 1 / serviceRate),
    meanQueueLengths: meanWaits.map((wait, k) =>
      arrivalRates[k]! === 0 ? 0 : wait * arrivalRates[k]!,
    ),
    meanWait: weightedMean(meanWaits, arrivalRates),
    utilization: total / (servers * serviceRate),
  };

  /** 第 k 类的平均等待：加进它之前与之后排队人数的差商。 */
  function classWait(k: number): number {
    const rate = arrivalRates[k]!;
    const spareBefore = k === 0 ? servers : spares[k - 1]!;
    const spareAfter = spares[k]!;
    const before = arrivalRates.slice(0, k).reduce((sum, each) => sum + each, 0);
    if (servers === 1) {
      // 1/(μ·(1−σ')(1−σ)) − 1/μ 通分后没有相消。
      const shareBefore = before / serviceRate;
      const shareAfter = (before + rate) / serviceRate;
      return (shareBefore + shareAfter * spareBefore) / (serviceRate * spareBefore * spareAfter);
    }
    const queue = (arrivalRate: number, spare: number): number =>
      mmcWithSpare({ arrivalRate, serviceRate, servers, spareRate: spare * serviceRate })
        .meanQueueLength;
    const queueBefore = before === 0 ? 0 : queue(before, spareBefore);
    const queueAfter = queue(before + rate, spareAfter);
    if (queueBefore < 0.9 * queueAfter) return (queueAfter - queueBefore) / rate;
    // 这一类很少时两个排队人数几乎相等，相减会丢位；改求导数在区间上的平均。
    const slope = (spare: number): number => queueSlope(spare, servers);
    if (spareBefore === spareAfter) return slope(spareAfter) / serviceRate;
    return (
      integrate(RULE, { f: slope, low: spareAfter, high: spareBefore }) /
      (serviceRate * (spareBefore - spareAfter))
    );
  }
}
