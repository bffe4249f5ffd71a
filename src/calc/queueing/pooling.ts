import { atLeast, finite, integerAtLeast, positive, reject } from '../core/checks.ts';
import { findRoot } from '../core/roots.ts';
import { mm1 } from './mm1.ts';
import { mmcWithSpare } from './mmc.ts';

/** 分队与合队比较的参数。 */
export interface PoolingParameters {
  /** 窗口数 k ≥ 1；分队时每窗一条队。 */
  servers: number;
  /** 每条队的到达率 λ，合队后总到达率为 kλ。 */
  arrivalRateEach: number;
  /** 每窗服务率 μ。 */
  serviceRate: number;
}

/** 分队与合队比较的结果。 */
export interface PoolingResult {
  /** 分队时的平均等待（不换队）。 */
  meanWaitSeparate: number;
  /** 合成一条总队后的平均等待。 */
  meanWaitPooled: number;
  /** 分队时的平均逗留。 */
  meanTimeSeparate: number;
  /** 合队后的平均逗留。 */
  meanTimePooled: number;
  /** 分队等待是合队的几倍；两者同为无穷时为 NaN，两者同为 0 时为 NaN。 */
  ratio: number;
  /** 分队的利用率。 */
  utilizationSeparate: number;
  /** 合队（可能变慢）后的利用率。 */
  utilizationPooled: number;
}

/**
 * 单队还是多队：k 条独立的 M/M/1 与一条总队的 M/M/k 比较。
 *
 * 假设：泊松到达、指数服务；分队者不换队；合队后每人的服务时间可整体变慢 `slowdown`。
 * 符号与单位：k `servers`；λ `arrivalRateEach` 每队到达率；μ `serviceRate`；`slowdown` 变慢的比例（0.05 即服务时间长 5 %）；时间单位与速率一致。
 * 出处：Erlang C 闭式解；合队的利弊见 Rothkopf & Rech (1987)、Song, Tucker & Murrell (2015)。
 * 边界：k = 1 且不变慢时两者相同；某一侧不稳定时其等待为 Infinity。
 * 复杂度：O(√k)。
 *
 * @example
 * pooling({ servers: 2, arrivalRateEach: 0.8, serviceRate: 1 }).ratio // 2.25
 */
export function pooling({
  servers,
  arrivalRateEach,
  serviceRate,
  slowdown = 0,
}: PoolingParameters & {
  /** 合队后服务时间变长的比例，缺省 0；负值表示变快，须 > −1。 */
  slowdown?: number;
}): PoolingResult {
  integerAtLeast('servers', servers, 1);
  atLeast('arrivalRateEach', arrivalRateEach, 0);
  positive('serviceRate', serviceRate);
  if (!(finite('slowdown', slowdown) > -1)) reject('slowdown', 'a finite number > −1', slowdown);
  const separate = mm1({ arrivalRate: arrivalRateEach, serviceRate });
  const pooledRate = serviceRate / (1 + slowdown);
  const pooled = mmcWithSpare({
    arrivalRate: arrivalRateEach * servers,
    serviceRate: pooledRate,
    servers,
    // 先减后乘：k·λ 的舍入误差不进富余
    spareRate: servers * (pooledRate - arrivalRateEach),
  });
  return {
    meanWaitSeparate: separate.meanWait,
    meanWaitPooled: pooled.meanWait,
    meanTimeSeparate: separate.meanTimeInSystem,
    meanTimePooled: pooled.meanTimeInSystem,
    ratio: separate.meanWait / pooled.meanWait,
    utilizationSeparate: separate.utilization,
    utilizationPooled: pooled.utilization,
  };
}

/**
 * 合队的盈亏平衡：员工变慢到什么比例，合队就不再比分队好。
 * `measure` 为 'wait'（缺省，比平均等待）或 'timeInSystem'（比平均逗留）。
 * 分队已不稳定时为 Infinity；没有到达时变慢多少等待都是 0，'wait' 得 Infinity、'timeInSystem' 得 0。
 */
export function breakEvenSlowdown({
  measure = 'wait',
  ...queue
}: PoolingParameters & {
  /** 比较平均等待还是平均逗留。 */
  measure?: 'wait' | 'timeInSystem';
}): number {
  const base = pooling(queue);
  const utilization = base.utilizationSeparate;
  if (utilization >= 1) return Infinity;
  if (utilization === 0) return measure === 'wait' ? Infinity : 0;
  if (queue.servers === 1) return 0;
  const excess = (slowdown: number): number => {
    const result = pooling({ ...queue, slowdown });
    const ratio =
      measure === 'wait'
        ? result.meanWaitPooled / result.meanWaitSeparate
        : result.meanTimePooled / result.meanTimeSeparate;
    // 比值在稳定边界趋于无穷；取 1 − 1/比值，让求根面对有界函数。
    return 1 - 1 / ratio;
  };
  return findRoot({ f: excess, low: 0, high: 1 / utilization - 1 }).root;
}
