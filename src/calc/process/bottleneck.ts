import { atLeast, nonEmpty, positive } from '../core/checks.ts';
import { smallest } from '../core/extremes.ts';

/** 串行流程里的一道工序。 */
export interface Activity {
  /** 工序名，只用于显示。 */
  name?: string | undefined;
  /** 一名员工（或一台设备）处理一位顾客的时间。 */
  processingTime: number;
  /** 并联的员工数（或设备数）；0 表示无人，工序能力为 0。 */
  servers: number;
  /** 每位顾客平均经过这道工序的次数，默认 1；返工使它大于 1，只有部分人需要则小于 1。 */
  visitsPerCustomer?: number | undefined;
}

/** 串行流程分析的输入。 */
export interface BottleneckInput {
  /** 按先后次序排列的工序。 */
  activities: readonly Activity[];
  /** 报告能力时用的时间长度，以 `processingTime` 的单位计：秒换成每小时填 3600，默认 1。 */
  period?: number | undefined;
  /** 每个 `period` 到来的顾客数；不给则不算需求利用率与积压。 */
  demand?: number | undefined;
}

/** 串行流程分析的结果；数组与工序同序。 */
export interface BottleneckResult {
  /** 各工序能力：每 `period` 最多处理的顾客数。 */
  capacities: number[];
  /** 瓶颈工序的下标（从 0 起）；并列时取最靠前的一道。 */
  bottleneck: number;
  /** 能力并列最小的全部工序下标。 */
  bottlenecks: number[];
  /** 整个流程的能力 = 最小的工序能力。 */
  processCapacity: number;
  /** 产出时间：一位顾客不排队走完全程的时间，返工计入，单位同 `processingTime`；也是每位顾客耗用的工时。 */
  throughputTime: number;
  /** 流程满负荷时全体员工的忙碌比例；没有员工或能力无限时为 NaN。 */
  laborUtilization: number;
  /** 满负荷且完全不排队时的在制人数 = 能力 × 产出时间（利特尔法则）。 */
  criticalWorkInProcess: number;
  /** 需求 ÷ 流程能力；没有给需求时为 null，可以大于 1。 */
  capacityUtilization: number | null;
  /** 实际产出 = min（需求，能力）；没有给需求时为 null。 */
  flowRate: number | null;
  /** 各工序在实际到达量下的利用率，封顶为 1；没有给需求时为 null。 */
  utilizations: number[] | null;
  /** 各工序门前队伍每 `period` 的增长量；没有给需求时为 null。 */
  queueGrowth: number[] | null;
}

/**
 * 瓶颈分析：串行流程里各工序的能力、流程能力、产出时间与劳动利用率。
 *
 * 假设：工序依次相接、节拍确定、工序之间缓冲无限；同一工序的员工可互换，工序之间不串岗。
 * 符号与单位：能力 = `servers` × `period` ÷ (`processingTime` × `visitsPerCustomer`)；流程能力取最小；时间用同一单位。
 * 出处：Fitzsimmons & Fitzsimmons, Service Management 的驾照办理例；利特尔法则见 Little (1961)。
 * 边界：处理时间为 0 的工序能力为 Infinity，不会成为瓶颈；员工为 0 的工序能力为 0；全部工序能力无限时劳动利用率为 NaN。
 * 复杂度：O(工序数)。
 *
 * @example
 * bottleneck({ period: 3600, activities: [{ processingTime: 15, servers: 1 }, { processingTime: 60, servers: 2 }, { processingTime: 40, servers: 1 }] }).processCapacity // 90
 */
export function bottleneck({ activities, period = 1, demand }: BottleneckInput): BottleneckResult {
  nonEmpty('activities', activities);
  positive('period', period);
  if (demand !== undefined) atLeast('demand', demand, 0);

  const capacities: number[] = [];
  let throughputTime = 0;
  let totalServers = 0;
  activities.forEach((activity, i) => {
    const time = atLeast(`activities[${i}].processingTime`, activity.processingTime, 0);
    const servers = atLeast(`activities[${i}].servers`, activity.servers, 0);
    const visits = atLeast(
      `activities[${i}].visitsPerCustomer`,
      activity.visitsPerCustomer ?? 1,
      0,
    );
    const work = time * visits;
    capacities.push(work === 0 ? Infinity : (servers * period) / work);
    throughputTime += work;
    totalServers += servers;
  });

  const processCapacity = smallest(capacities);
  const bottlenecks = capacities.flatMap((capacity, i) =>
    capacity === processCapacity ? [i] : [],
  );

  // 上游堵住的人到不了下游：第 i 道的到达量是前面各道能力与需求的最小值。
  let inflow = demand ?? 0;
  const utilizations: number[] = [];
  const queueGrowth: number[] = [];
  for (const capacity of capacities) {
    const served = Math.min(inflow, capacity);
    utilizations.push(inflow >= capacity ? 1 : served / capacity);
    queueGrowth.push(inflow - served);
    inflow = served;
  }

  return {
    capacities,
    bottleneck: bottlenecks[0] as number,
    bottlenecks,
    processCapacity,
    throughputTime,
    laborUtilization:
      processCapacity === Infinity || totalServers === 0
        ? NaN
        : (processCapacity * throughputTime) / (totalServers * period),
    criticalWorkInProcess: (processCapacity / period) * throughputTime,
    capacityUtilization: demand === undefined ? null : demand / processCapacity,
    flowRate: demand === undefined ? null : Math.min(demand, processCapacity),
    utilizations: demand === undefined ? null : utilizations,
    queueGrowth: demand === undefined ? null : queueGrowth,
  };
}
