import { atLeast, each, integerAtLeast, positive, reject } from '../core/checks.ts';
import { mmc } from '../queueing/mmc.ts';

/** 边长 1 的方格内均匀分布的点到中心的平均直线距离：(√2+ln(1+√2))/6 ≈ 0.3826。 */
export const squareTravelCoefficient = (Math.SQRT2 + Math.log(1 + Math.SQRT2)) / 6;

/** 某个网点数下的账。 */
export interface SiteCountOutcome {
  /** 网点数。 */
  siteCount: number;
  /** 平均行程时间（小时）；缺省来回都算。 */
  travelTime: number;
  /** 平均排队等待（小时）；有网点不稳定时为 Infinity。 */
  waitTime: number;
  /** 行程加等待（小时）。 */
  totalTime: number;
  /** 最忙的网点的利用率 ρ。 */
  utilization: number;
  /** 达到等待目标需要的总窗口数；没给目标时为 null。 */
  serversForTarget: number | null;
  /** 按该总窗口数的利用率；没给目标时为 null。 */
  utilizationAtTarget: number | null;
}

/** 平均单程行程时间（小时）：每点服务一个边长 √(A/n) 的方格，直线行走。 */
export function siteTravelTime(input: {
  /** 总面积（平方公里）。 */
  area: number;
  /** 速度（公里/小时）。 */
  speed: number;
  /** 网点数。 */
  siteCount: number;
}): number {
  const area = atLeast('area', input.area, 0);
  const speed = positive('speed', input.speed);
  const siteCount = integerAtLeast('siteCount', input.siteCount, 1);
  return (squareTravelCoefficient * Math.sqrt(area / siteCount)) / speed;
}

/** 单个网点把平均等待压到目标以内的最少窗口数：等待随窗口数递减，先倍增再二分。 */
function serversForWait(arrivalRate: number, serviceRate: number, targetWait: number): number {
  const ok = (servers: number) => mmc({ arrivalRate, serviceRate, servers }).meanWait <= targetWait;
  let low = Math.max(1, Math.floor(arrivalRate / serviceRate));
  if (ok(low)) return low;
  let high = low + 1;
  while (!ok(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ok(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * 多网点还是大网点：同样多的窗口分到 n 处，等待变长、行程变短，总时间先降后升。
 *
 * 假设：需求在区域内均匀分布，每点服务一个边长 √(A/n) 的方格，直线行走，去了还要回来；各点到达率相等，各自是稳态的 M/M/c 排队；
 *   窗口不能整除时尽量平均，各点相差至多一个。
 * 符号与单位：`servers` 总窗口数；`area` 平方公里；`speed` 公里/小时；λ `arrivalRate` 全区每小时到达；μ `serviceRate` 每窗口每小时服务数；
 *   返回时间一律小时；`targetWait` 小时；`trip` 走几程：顾客自己上门，来回都是他的时间；服务送上门，顾客只等去的那一程。
 * 出处：行程系数 (√2+ln(1+√2))/6 是方格内均匀点到中心的平均直线距离；等待用 M/M/c（Erlang C）。
 * 边界：有网点 ρ ≥ 1 时等待为 Infinity；网点数多于窗口数时有网点没有窗口，等待为 Infinity；到达率为 0 时等待为 0。
 * 复杂度：每个网点数算至多两次 M/M/c。
 *
 * @example
 * sitesVersusCapacity({ servers: 24, area: 100, speed: 20, arrivalRate: 192, serviceRate: 10, siteCounts: [4] })[0].travelTime // 0.19129892911605317
 */
export function sitesVersusCapacity(input: {
  /** 总窗口数。 */
  servers: number;
  /** 总面积。 */
  area: number;
  /** 行进速度。 */
  speed: number;
  /** 全区到达率。 */
  arrivalRate: number;
  /** 每窗口服务率。 */
  serviceRate: number;
  /** 要比较的网点数，如 [1, 2, 3, 4, 6, 8, 12, 24]。 */
  siteCounts: readonly number[];
  /** 平均等待的目标；给出时另算各网点数达标所需的总窗口。 */
  targetWait?: number;
  /** 行程算来回还是只算一程，缺省来回。 */
  trip?: 'roundTrip' | 'oneWay';
}): SiteCountOutcome[] {
  const { area, speed, siteCounts, targetWait, trip = 'roundTrip' } = input;
  if (trip !== 'roundTrip' && trip !== 'oneWay') reject('trip', "'roundTrip' or 'oneWay'", trip);
  const legs = trip === 'roundTrip' ? 2 : 1;
  const servers = integerAtLeast('servers', input.servers, 1);
  const arrivalRate = atLeast('arrivalRate', input.arrivalRate, 0);
  const serviceRate = positive('serviceRate', input.serviceRate);
  each('siteCounts', siteCounts, (name, value) => integerAtLeast(name, value, 1));
  if (targetWait !== undefined) positive('targetWait', targetWait);
  return siteCounts.map((siteCount) => {
    const travelTime = legs * siteTravelTime({ area, speed, siteCount });
    const each = arrivalRate / siteCount;
    const fewer = Math.floor(servers / siteCount);
    const larger = servers - fewer * siteCount;
    const waitAt = (count: number) => {
      if (each === 0) return 0;
      if (count === 0) return Infinity;
      return mmc({ arrivalRate: each, serviceRate, servers: count }).meanWait;
    };
    const waitTime =
      larger === 0
        ? waitAt(fewer)
        : (waitAt(fewer) * (siteCount - larger) + waitAt(fewer + 1) * larger) / siteCount;
    const perSite =
      targetWait === undefined
        ? null
        : each === 0
          ? 1
          : serversForWait(each, serviceRate, targetWait);
    const serversForTarget = perSite === null ? null : perSite * siteCount;
    return {
      siteCount,
      travelTime,
      waitTime,
      totalTime: travelTime + waitTime,
      utilization: each === 0 ? 0 : each / (fewer * serviceRate),
      serversForTarget,
      utilizationAtTarget:
        serversForTarget === null ? null : arrivalRate / (serversForTarget * serviceRate),
    };
  });
}
