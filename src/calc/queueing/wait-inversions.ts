import { atLeast, integerAtLeast, openUnit, positive, probability } from '../core/checks.ts';
import { productMinus } from '../core/exact.ts';
import { findRoot } from '../core/roots.ts';
import { logErlangCWithSpare } from './erlang-c.ts';
import { erlangCServiceLevel } from './erlang-c-staffing.ts';
import { leastServers } from './least-servers.ts';
import { mmc } from './mmc.ts';

/**
 * 允许的最高利用率：c 个窗口、要求平均等待不超过若干个服务时间，最多能忙到几成。
 *
 * 目标：最大化利用率 ρ。
 * 约束：M/M/c 的平均等待 ≤ `meanWaitInServiceTimes` × 平均服务时间。
 * 假设：泊松到达、指数服务、一条总队、无人放弃、稳态。
 * 符号与单位：c `servers`；`meanWaitInServiceTimes` 以平均服务时间为单位；返回 ρ ∈ [0, 1)。
 * 出处：Erlang C 反解。
 * 边界：要求为 0 时得 0；要求很松时趋于 1。
 * 复杂度：约 15 次 Erlang C 求值，每次 O(√c)。
 *
 * @example
 * highestUtilization({ servers: 1, meanWaitInServiceTimes: 0.5 }) // 0.3333333333333333
 */
export function highestUtilization({
  servers,
  meanWaitInServiceTimes,
}: {
  servers: number;
  meanWaitInServiceTimes: number;
}): number {
  integerAtLeast('servers', servers, 1);
  atLeast('meanWaitInServiceTimes', meanWaitInServiceTimes, 0);
  if (meanWaitInServiceTimes === 0) return 0;
  const target = Math.log(meanWaitInServiceTimes);
  // 以 ln[ρ/(1 − ρ)] 为自变量：等待跨几百个数量级时函数仍近于直线。
  const f = (logOdds: number): number => {
    const odds = Math.exp(logOdds);
    const offeredLoad = (servers * odds) / (1 + odds);
    const spare = servers / (1 + odds);
    return logErlangCWithSpare({ offeredLoad, servers, spare }) - Math.log(spare) - target;
  };
  // e⁴⁵ 时 ρ 的双精度值已是 1；要求再松也不必往上找。
  const high = 45;
  if (f(high) < 0) return 1;
  const odds = Math.exp(findRoot({ f, low: -700, high }).root);
  return odds / (1 + odds);
}

/**
 * 等待的分位数：M/M/c 中 probability 比例的顾客等待不超过的时间。
 * 不需等待的比例已达到时为 0；不稳定时为 Infinity；probability = 1 时为 Infinity（无人到达除外）。
 */
export function waitQuantile({
  arrivalRate,
  serviceRate,
  servers,
  probability: share,
}: {
  arrivalRate: number;
  serviceRate: number;
  servers: number;
  probability: number;
}): number {
  probability('probability', share);
  const queue = mmc({ arrivalRate, serviceRate, servers });
  if (arrivalRate === 0) return 0;
  const drainRate = productMinus(servers, serviceRate, arrivalRate);
  if (!(drainRate > 0)) return share === 0 ? 0 : Infinity;
  const excess = queue.logProbabilityOfWaiting - Math.log1p(-share);
  return excess <= 0 ? 0 : excess / drainRate;
}

/** 平均等待不超过 meanWait 所需的最少窗口数；meanWait > 0。没有到达时为 1。 */
export function serversForMeanWait({
  arrivalRate,
  serviceRate,
  meanWait,
}: {
  arrivalRate: number;
  serviceRate: number;
  meanWait: number;
}): number {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('serviceRate', serviceRate);
  positive('meanWait', meanWait);
  const low = Math.floor(arrivalRate / serviceRate) + 1;
  return leastServers({
    enough: (servers) => mmc({ arrivalRate, serviceRate, servers }).meanWait <= meanWait,
    low,
    name: 'arrivalRate',
    value: arrivalRate,
  });
}

/**
 * 给定坐席数与服务水平目标时最多能承受的到达率。
 * `target` 为时限、`serviceLevel` 为时限内接通比例，在 (0, 1) 内；结果使服务水平恰好达标。
 */
export function highestArrivalRate({
  servers,
  meanService,
  target,
  serviceLevel,
}: {
  servers: number;
  meanService: number;
  target: number;
  serviceLevel: number;
}): number {
  integerAtLeast('servers', servers, 1);
  positive('meanService', meanService);
  atLeast('target', target, 0);
  openUnit('serviceLevel', serviceLevel);
  const targetInServiceTimes = target / meanService;
  const { root } = findRoot({
    f: (offeredLoad) =>
      erlangCServiceLevel({ offeredLoad, servers, targetInServiceTimes }) - serviceLevel,
    low: 0,
    high: servers,
  });
  return root / meanService;
}
