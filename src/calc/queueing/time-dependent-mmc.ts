import { atLeast, integerAtLeast, nonEmpty, positive, reject, within } from '../core/checks.ts';
import { advance, countOf, exactly, MOST_JUMPS } from './uniformisation.ts';
import type { Occupancy } from './uniformisation.ts';
import { waitsAhead } from './waits-ahead.ts';

/** 营业的一段：其间到达率与窗口数不变。 */
export interface SessionPeriod {
  /** 这一段多长，> 0。 */
  duration: number;
  /** 到达率 λ ≥ 0，每单位时间到达人数。 */
  arrivalRate: number;
  /** 开着的窗口数 c ≥ 0；0 表示还没开门，来的人在门外等。 */
  servers: number;
  /** 这一段每个窗口的服务率；不给则用整场的 `serviceRate`。 */
  serviceRate?: number;
}

/** 某一时刻的期望值。 */
export interface SessionMoment {
  /** 时刻，从开门算起。 */
  time: number;
  /** 系统内平均人数。 */
  meanInSystem: number;
  /** 平均排队人数。 */
  meanQueueLength: number;
  /** 平均在忙的窗口数。 */
  meanBusy: number;
  /** 在忙的窗口占开着的窗口的比例；没有窗口开着时为 NaN。 */
  utilization: number;
  /** 此刻到达要等待的概率。 */
  probabilityOfWaiting: number;
  /** 此刻到达的人平均要等多久（虚拟等待），算到轮到他为止，窗口此后的增减都算在内。 */
  meanWait: number;
}

/** 整场的结果。 */
export interface SessionResult {
  /** 所求各时刻，与 `times` 次序一致。 */
  moments: SessionMoment[];
  /** 场内到达人数的期望。 */
  meanArrivals: number;
  /** 场内到达者的平均等待：他们等待总和的期望 ÷ 到达人数的期望；关门时还在排的人等到办上为止。没有人到达时为 0。 */
  meanWait: number;
  /** 场内的时间平均排队人数。 */
  meanQueueLength: number;
  /** 场内在忙的窗口时间占开着的窗口时间的比例。 */
  utilization: number;
  /** 关门时系统内的平均人数。 */
  meanInSystemAtClose: number;
  /** 各时刻平均人数的误差上界。 */
  errorBound: number;
}

/**
 * 一场营业的 M/M/c：到达率与窗口数分段不变，从给定人数开始，求队伍怎样随时间变化；一致化法，不是仿真。
 *
 * 假设：每段内泊松到达、指数服务、c 个相同窗口、一条总队、先到先服务、无人离开；窗口减少时，正在减掉的窗口里办的人回到队首接着等；关门后不再来人，末段的窗口办到人走完。
 * 符号与单位：λ `arrivalRate`、μ `serviceRate` 每单位时间人数；c `servers`；`initial` 开门时已在系统内的人数；时间单位与速率一致。
 * 出处：一致化 Jensen (1953)、Grassmann (1977)；总等待等于队长对时间的面积，即有限时段的利特尔法则。
 * 边界：λ ≥ cμ 照常计算，队伍随时间增长；末段没有窗口而有人在等时平均等待为 Infinity；一段内 (λ + cμ) × 时长超过 2×10⁶ 抛 RangeError。
 * 复杂度：每段 O((λ + cμ) × 时长 × 状态数)；状态数随队伍自动增加，截断误差不超过 `errorBound`，通常在 10⁻¹² 以下。
 *
 * @example
 * timeDependentMmc({ periods: [{ duration: 240, arrivalRate: 1 / 6, servers: 1 }], serviceRate: 1 / 5 }).meanWait // 14.313311904999912
 */
export function timeDependentMmc({
  periods,
  serviceRate,
  initial = 0,
  times = [],
}: {
  /** 依次的各段。 */
  periods: readonly SessionPeriod[];
  /** 每个窗口的服务率 μ > 0。 */
  serviceRate: number;
  /** 开门时系统内已有的人数，缺省 0。 */
  initial?: number;
  /** 求值的时刻，次序任意。 */
  times?: readonly number[];
}): SessionResult {
  const stages = checked(periods, serviceRate);
  integerAtLeast('initial', initial, 0);
  const length = stages.reduce((sum, { duration }) => sum + duration, 0);
  times.forEach((time, i) => within(`times[${i}]`, time, 0, length));
  const order = times.map((_, i) => i).sort((a, b) => times[a]! - times[b]!);

  const snapshots: Snapshot[] = [];
  let at = exactly(initial);
  let early = exactly(initial);
  let start = 0;
  let asked = 0;
  let queueArea = 0;
  let earlyArea = 0;
  let busyArea = 0;
  stages.forEach((stage, index) => {
    const final = index === stages.length - 1;
    const end = final ? length : start + stage.duration;
    let clock = start;
    const moveTo = (time: number): void => {
      const step = advance({ ...stage, from: at, duration: time - clock });
      at = step.end;
      queueArea += step.queueArea;
      busyArea += step.busyArea;
      clock = time;
    };
    for (; asked < order.length; asked++) {
      const time = times[order[asked]!]!;
      // 换段的那一刻归后一段
      if (final ? time > end : time >= end) break;
      moveTo(time);
      snapshots[order[asked]!] = { at: at.probabilities, time, index, remaining: end - time };
    }
    moveTo(end);
    if (initial > 0) {
      const step = advance({ ...stage, from: early, arrivalRate: 0 });
      early = step.end;
      earlyArea += step.queueArea;
    }
    start = end;
  });

  const closing = stages.at(-1)!;
  const meanArrivals = stages.reduce((sum, each) => sum + each.arrivalRate * each.duration, 0);
  const open = stages.reduce((sum, each) => sum + each.servers * each.duration, 0);
  // 先到先服务：开门前就在的人等多久，与后来的人无关，单独推一遍再减去
  const ownQueue = drainingArea(at, closing);
  const total =
    ownQueue === Infinity
      ? Infinity
      : queueArea + ownQueue - earlyArea - drainingArea(early, closing);
  const { queue, busy } = countOf(at.probabilities, closing.servers);
  return {
    moments: momentsOf(snapshots, stages),
    meanArrivals,
    meanWait: meanArrivals > 0 ? Math.max(0, total) / meanArrivals : 0,
    meanQueueLength: queueArea / length,
    utilization: open > 0 ? busyArea / open : Number.NaN,
    meanInSystemAtClose: queue + busy,
    errorBound: at.errorBound,
  };
}

type Stage = Required<SessionPeriod>;

function checked(periods: readonly SessionPeriod[], serviceRate: number): Stage[] {
  nonEmpty('periods', periods);
  positive('serviceRate', serviceRate);
  return periods.map((period, i) => {
    const stage = { ...period, serviceRate: period.serviceRate ?? serviceRate };
    positive(`periods[${i}].duration`, stage.duration);
    atLeast(`periods[${i}].arrivalRate`, stage.arrivalRate, 0);
    integerAtLeast(`periods[${i}].servers`, stage.servers, 0);
    positive(`periods[${i}].serviceRate`, stage.serviceRate);
    const jumps = (stage.arrivalRate + stage.servers * stage.serviceRate) * stage.duration;
    if (!(jumps <= MOST_JUMPS))
      reject(
        `periods[${i}].duration`,
        `short enough that (arrivalRate + servers × serviceRate) × duration ≤ ${MOST_JUMPS}`,
        stage.duration,
      );
    return stage;
  });
}

/** 关门后不再来人，排队的人办完之前一共还要等多久：n 人时是 (n − c)(n − c + 1)/(2cμ)。 */
function drainingArea({ probabilities }: Occupancy, { servers, serviceRate }: Stage): number {
  let area = 0;
  for (let n = servers + 1; n < probabilities.length; n++)
    area += probabilities[n]! * ((n - servers) * (n - servers + 1));
  return area === 0 ? 0 : area / (2 * servers * serviceRate);
}

/** 某一时刻的分布，连同它在第几段、那一段还剩多久。 */
interface Snapshot {
  at: Float64Array;
  time: number;
  index: number;
  remaining: number;
}

function momentsOf(snapshots: readonly Snapshot[], stages: readonly Stage[]): SessionMoment[] {
  const highest = snapshots.map(({ at }) => {
    // 概率在 10⁻¹⁸ 以下的人数，乘上等待也进不了末位
    let most = at.length - 1;
    while (most > 0 && at[most]! < 1e-18) most--;
    return most;
  });
  const waitsFor = waitsAhead(
    stages,
    highest.reduce((most, each) => Math.max(most, each), 0),
  );
  return snapshots.map(({ at, time, index, remaining }, i) => {
    const { servers } = stages[index]!;
    const { queue, busy, allBusy } = countOf(at, servers);
    const waits = waitsFor(index, remaining);
    let meanWait = 0;
    for (let n = 0; n <= highest[i]!; n++) {
      const p = at[n]!;
      if (p > 0) meanWait += p * waits[n]!;
    }
    return {
      time,
      meanInSystem: queue + busy,
      meanQueueLength: queue,
      meanBusy: busy,
      utilization: servers > 0 ? busy / servers : Number.NaN,
      probabilityOfWaiting: allBusy,
      meanWait,
    };
  });
}
