/**
 * 单一队列的稳态指标；时间单位与输入的速率一致。
 * 只有类型，不计算：几种队列答的是同一张表，各自在 mm1、mmc、mg1 里算、里测。
 */
export interface QueueMeasures {
  /** 利用率 ρ：每个服务台的到达负荷与能力之比，≥ 1 时系统不稳定。 */
  utilization: number;
  /** 系统空无一人的概率。 */
  probabilityEmpty: number;
  /** 到达者需要等待的概率。 */
  probabilityOfWaiting: number;
  /** 平均排队人数（不含正在服务的）。 */
  meanQueueLength: number;
  /** 系统内平均人数（含正在服务的）。 */
  meanInSystem: number;
  /** 平均等待时间（不含服务）。 */
  meanWait: number;
  /** 平均逗留时间（等待加服务）。 */
  meanTimeInSystem: number;
}
