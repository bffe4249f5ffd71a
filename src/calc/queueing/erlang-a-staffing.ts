import { atLeast, integerAtLeast, positive, probability, reject, within } from '../core/checks.ts';
import type { AbandonmentResult } from './erlang-a.ts';
import { erlangA } from './erlang-a.ts';
import { leastServers } from './least-servers.ts';

/** 带放弃时配员的参数；一次调用只用一种时间单位，两个目标至少给一个。 */
export interface AbandonmentStaffingParameters {
  /** 到达率 λ ≥ 0，每单位时间来话数。 */
  arrivalRate: number;
  /** 平均处理时间 > 0。 */
  meanService: number;
  /** 平均耐心 > 0：肯等多久才挂断；Infinity 表示无人放弃。 */
  meanPatience: number;
  /** 接听时限 ≥ 0；给了 `serviceLevel` 才用得着，缺省 0 即不等就接通。 */
  target?: number | undefined;
  /** 服务水平目标：时限内接通的来话占全部来话的比例（挂断的算未接通），[0, 1)；缺省不限。 */
  serviceLevel?: number | undefined;
  /** 放弃率上限：挂断的来话占全部来话的比例，(0, 1]；缺省不限。 */
  maxAbandonment?: number | undefined;
  /** 坐席占用率上限，(0, 1]，缺省 1 即不限。 */
  maxOccupancy?: number | undefined;
  /** 缩减率：已排班而不在席的时间比例，[0, 1)，缺省 0。 */
  shrinkage?: number | undefined;
  /** 最少坐席数，缺省 1。 */
  minimumAgents?: number | undefined;
}

/** 带放弃的配员结果。 */
export interface AbandonmentStaffingResult {
  /** 到达负荷（爱尔朗），含后来挂断的。 */
  offeredLoad: number;
  /** 需要在席的坐席数；可以少于负荷。 */
  agents: number;
  /** 计入缩减率后需要排班的人数。 */
  scheduledAgents: number;
  /** 实际服务水平：时限内接通的比例。 */
  serviceLevel: number;
  /** 来话最终挂断的比例。 */
  probabilityOfAbandoning: number;
  /** 来话需要等待的概率。 */
  probabilityOfWaiting: number;
  /** 坐席占用率。 */
  occupancy: number;
  /** 全部来话（含挂断的）的平均等待时间。 */
  meanWait: number;
}

/** 达标的判断容许末位舍入：恰好达标的席数不因 10⁻¹⁶ 的误差多派一人。 */
const SLACK = 1e-12;

/** 没有来话：人人达标。 */
const QUIET = {
  serviceLevel: 1,
  probabilityOfAbandoning: 0,
  probabilityOfWaiting: 0,
  occupancy: 0,
  meanWait: 0,
};

/**
 * Erlang A 配员：顾客会等得不耐烦而挂断时，满足服务水平与放弃率目标的最少坐席数。
 *
 * 目标：最小化在席坐席数 n。
 * 约束：P(在 `target` 内接通) ≥ `serviceLevel`；P(挂断) ≤ `maxAbandonment`；占用率 ≤ `maxOccupancy`；n ≥ `minimumAgents`；给出的才算数，服务水平与放弃率至少给一个。
 * 假设：泊松来话、指数处理时间、指数耐心、先到先服务、挂断者不重拨，时段内稳态。
 * 符号与单位：λ `arrivalRate`；`meanService` 平均处理时间；`meanPatience` 平均耐心；`target` 接听时限；四者同一时间单位；a = λ·`meanService`。
 * 出处：Garnett, Mandelbaum & Reiman (2002)；Mandelbaum & Zeltyn (2005)；缩减率的算法同 `erlangCStaffing`。
 * 边界：耐心有限时总有稳态，席数可以少于负荷；`meanPatience` 为 Infinity 即 Erlang C，席数须多于负荷；无来话时给 `minimumAgents` 人；达标与上取整容忍 10⁻¹² 的相对舍入。
 * 复杂度：O(log a) 次 Erlang A 求值，每次 O(√a)：三个指标都随席数单调，先倍增再二分。
 *
 * @example
 * erlangAStaffing({ arrivalRate: 16, meanService: 3, meanPatience: 2, target: 1 / 3, serviceLevel: 0.8 }).agents // 48
 */
export function erlangAStaffing({
  arrivalRate,
  meanService,
  meanPatience,
  target = 0,
  serviceLevel,
  maxAbandonment,
  maxOccupancy = 1,
  shrinkage = 0,
  minimumAgents = 1,
}: AbandonmentStaffingParameters): AbandonmentStaffingResult {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('meanService', meanService);
  if (meanPatience !== Infinity) positive('meanPatience', meanPatience);
  atLeast('target', target, 0);
  if (serviceLevel === undefined && maxAbandonment === undefined)
    reject('serviceLevel', 'given when maxAbandonment is not', serviceLevel);
  if (serviceLevel !== undefined) {
    probability('serviceLevel', serviceLevel);
    if (serviceLevel === 1)
      reject('serviceLevel', 'below 1 (no finite staff answers everyone in time)', 1);
  }
  if (maxAbandonment !== undefined) {
    within('maxAbandonment', maxAbandonment, 0, 1);
    if (maxAbandonment === 0 && meanPatience !== Infinity)
      reject('maxAbandonment', 'above 0 (no finite staff keeps everyone)', 0);
  }
  within('maxOccupancy', maxOccupancy, 0, 1);
  positive('maxOccupancy', maxOccupancy);
  within('shrinkage', shrinkage, 0, 1);
  if (shrinkage === 1) reject('shrinkage', 'below 1', 1);
  integerAtLeast('minimumAgents', minimumAgents, 0);
  const offeredLoad = arrivalRate * meanService;
  const describe = (agents: number, measures: typeof QUIET): AbandonmentStaffingResult => ({
    offeredLoad,
    agents,
    scheduledAgents: Math.ceil((agents / (1 - shrinkage)) * (1 - SLACK)),
    ...measures,
  });
  if (offeredLoad === 0) return describe(minimumAgents, QUIET);

  const queue = (servers: number): AbandonmentResult =>
    erlangA({
      arrivalRate,
      serviceRate: 1 / meanService,
      abandonmentRate: 1 / meanPatience,
      servers,
    });
  const measures = (servers: number): typeof QUIET => {
    const result = queue(servers);
    return {
      serviceLevel: result.servedWithin(target),
      probabilityOfAbandoning: result.probabilityOfAbandoning,
      probabilityOfWaiting: result.probabilityOfWaiting,
      occupancy: result.utilization,
      meanWait: result.meanWait,
    };
  };
  const enough = (servers: number): boolean => {
    const result = queue(servers);
    if (result.utilization > maxOccupancy * (1 + SLACK)) return false;
    if (
      maxAbandonment !== undefined &&
      result.probabilityOfAbandoning > maxAbandonment * (1 + SLACK)
    )
      return false;
    return serviceLevel === undefined || result.servedWithin(target) >= serviceLevel - SLACK;
  };
  // 耐心有限时占用率、放弃率都可能在席数远少于负荷时达标，从一席找起；没人放弃时须多于负荷
  const low = Math.max(
    minimumAgents,
    1,
    meanPatience === Infinity ? Math.floor(offeredLoad) + 1 : lowestByAbandonment(),
  );
  const agents = leastServers({ enough, low, name: 'arrivalRate', value: arrivalRate });
  return describe(agents, measures(agents));

  /** 接通的来话不会多于席数能做的：1 − P(挂断) ≤ n/a，由此得席数的下界，省去从一席起的试探。 */
  function lowestByAbandonment(): number {
    const answered = Math.max(serviceLevel ?? 0, 1 - (maxAbandonment ?? 1));
    return Math.floor(offeredLoad * answered * (1 - 1e-9));
  }
}
