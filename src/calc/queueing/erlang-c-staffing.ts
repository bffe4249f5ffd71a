import { atLeast, integerAtLeast, positive, reject, within } from '../core/checks.ts';
import { productMinus } from '../core/exact.ts';
import { logErlangC, logErlangCWithSpare } from './erlang-c.ts';
import { leastServers } from './least-servers.ts';

/** 按服务水平配员的参数；一次调用只用一种时间单位。 */
export interface StaffingParameters {
  /** 到达率 λ ≥ 0，每单位时间来话数。 */
  arrivalRate: number;
  /** 平均处理时间 > 0。 */
  meanService: number;
  /** 接听时限 ≥ 0：在此时间内接通才算达标。 */
  target: number;
  /** 服务水平目标：时限内接通的比例，[0, 1)。 */
  serviceLevel: number;
  /** 坐席占用率上限，(0, 1]，缺省 1 即不限。 */
  maxOccupancy?: number;
  /** 缩减率：已排班而不在席的时间比例（休息、培训、缺勤），[0, 1)，缺省 0。 */
  shrinkage?: number;
  /** 最少坐席数，缺省 1：没有来话也留一人应答。 */
  minimumAgents?: number;
}

/** 配员结果。 */
export interface StaffingResult {
  /** 到达负荷（爱尔朗）。 */
  offeredLoad: number;
  /** 需要在席的坐席数。 */
  agents: number;
  /** 计入缩减率后需要排班的人数。 */
  scheduledAgents: number;
  /** 实际服务水平。 */
  serviceLevel: number;
  /** 等待概率。 */
  probabilityOfWaiting: number;
  /** 坐席占用率。 */
  occupancy: number;
  /** 平均应答时间（全部来话的平均等待）。 */
  meanWait: number;
}

/** 上取整，但容许除法带来的最后一两位舍入：10.000000000000002 仍算 10。 */
function ceilingWithSlack(x: number): number {
  return Math.ceil(x * (1 - 1e-12));
}

/**
 * 服务水平 P(W ≤ 时限) = 1 − C·e^{−(n − a)·时限/平均处理时间}；n ≤ a 时为 0。
 * `targetInServiceTimes` 是以平均处理时间为单位的时限。
 */
export function erlangCServiceLevel({
  offeredLoad,
  servers,
  targetInServiceTimes,
}: {
  offeredLoad: number;
  servers: number;
  targetInServiceTimes: number;
}): number {
  atLeast('targetInServiceTimes', targetInServiceTimes, 0);
  const logWaiting = logErlangC({ offeredLoad, servers });
  if (offeredLoad >= servers) return 0;
  return -Math.expm1(logWaiting - (servers - offeredLoad) * targetInServiceTimes);
}

/**
 * Erlang C 配员：满足服务水平与占用率上限的最少坐席数。
 *
 * 目标：最小化在席坐席数 n。
 * 约束：n > a；P(等待 ≤ `target`) ≥ `serviceLevel`；a/n ≤ `maxOccupancy`；n ≥ `minimumAgents`。
 * 假设：泊松来话、指数处理时间、先到先服务、无人放弃，时段内稳态。
 * 符号与单位：λ `arrivalRate`；`meanService` 平均处理时间；`target` 接听时限；三者同一时间单位；a = λ·`meanService`。
 * 出处：Erlang (1917)；缩减率的算法为行业通例：排班数 = 在席数/(1 − 缩减率) 上取整。
 * 边界：无来话时给 `minimumAgents` 人，服务水平记 1；上取整容忍 10⁻¹² 的相对舍入。
 * 复杂度：O(√a · log a)：先倍增再二分，每次求值 O(√a)。
 *
 * @example
 * erlangCStaffing({ arrivalRate: 1, meanService: 3, target: 1 / 3, serviceLevel: 0.8 }).agents // 5
 */
export function erlangCStaffing({
  arrivalRate,
  meanService,
  target,
  serviceLevel,
  maxOccupancy = 1,
  shrinkage = 0,
  minimumAgents = 1,
}: StaffingParameters): StaffingResult {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('meanService', meanService);
  atLeast('target', target, 0);
  within('serviceLevel', serviceLevel, 0, 1);
  if (serviceLevel === 1)
    reject('serviceLevel', 'below 1 (no finite staff answers everyone in time)', 1);
  within('maxOccupancy', maxOccupancy, 0, 1);
  positive('maxOccupancy', maxOccupancy);
  within('shrinkage', shrinkage, 0, 1);
  if (shrinkage === 1) reject('shrinkage', 'below 1', 1);
  integerAtLeast('minimumAgents', minimumAgents, 0);
  const offeredLoad = arrivalRate * meanService;
  const scheduled = (agents: number): number => ceilingWithSlack(agents / (1 - shrinkage));
  if (offeredLoad === 0) {
    return {
      offeredLoad,
      agents: minimumAgents,
      scheduledAgents: scheduled(minimumAgents),
      serviceLevel: 1,
      probabilityOfWaiting: 0,
      occupancy: 0,
      meanWait: 0,
    };
  }
  const targetInServiceTimes = target / meanService;
  const logMissed = Math.log1p(-serviceLevel);
  const low = Math.max(
    minimumAgents,
    Math.floor(offeredLoad) + 1,
    ceilingWithSlack(offeredLoad / maxOccupancy),
  );
  // 富余 n − λ·s：乘积的舍入误差在利用率贴近 1 时会放大
  const spareOf = (servers: number): number => -productMinus(arrivalRate, meanService, servers);
  const logWaiting = (servers: number): number =>
    logErlangCWithSpare({ offeredLoad, servers, spare: spareOf(servers) });
  const agents = leastServers({
    enough: (servers) =>
      spareOf(servers) > 0 &&
      logWaiting(servers) - spareOf(servers) * targetInServiceTimes <= logMissed,
    low,
    name: 'arrivalRate',
    value: arrivalRate,
  });
  const logProbabilityOfWaiting = logWaiting(agents);
  const spare = spareOf(agents);
  const probabilityOfWaiting = Math.exp(logProbabilityOfWaiting);
  return {
    offeredLoad,
    agents,
    scheduledAgents: scheduled(agents),
    serviceLevel: -Math.expm1(logProbabilityOfWaiting - spare * targetInServiceTimes),
    probabilityOfWaiting,
    occupancy: offeredLoad / agents,
    meanWait: (probabilityOfWaiting * meanService) / spare,
  };
}
