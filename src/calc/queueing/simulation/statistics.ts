/** 一组顾客（某一类或全体）的汇总。 */
export interface CustomerStatistics {
  /** 到达人数。 */
  arrivals: number;
  /** 被服务人数。 */
  served: number;
  /** 排了队又放弃的人数。 */
  abandoned: number;
  /** 看队止步的人数。 */
  balked: number;
  /** 满员被拒的人数。 */
  blocked: number;
  /** 入队者（被服务 + 放弃）的平均等待；抢占时含服务被打断的时间。无人入队时 NaN，下同。 */
  meanWait: number;
  /** 被服务者的平均等待。 */
  meanWaitServed: number;
  /** 入队者的最长等待。 */
  maxWait: number;
  /** 入队者的平均逗留时间。 */
  meanTimeInSystem: number;
  /** 入队者中不能立即开始服务的比例。 */
  probabilityOfWaiting: number;
  /** 入队者中放弃的比例。 */
  probabilityOfAbandoning: number;
  /** 到达者中看队止步的比例。 */
  probabilityOfBalking: number;
  /** 到达者中满员被拒的比例。 */
  probabilityOfBlocking: number;
  /** 入队者中等待超过 `tailTimes` 各值的比例。 */
  waitTail: number[];
}

/**
 * 一组顾客的累加器；各量分列成字段，热路径上只做加法。
 *
 * @internal
 */
export class Tally {
  arrivals = 0;
  served = 0;
  abandoned = 0;
  balked = 0;
  blocked = 0;
  delayed = 0;
  waitServed = 0;
  waitAbandoned = 0;
  timeInSystem = 0;
  maxWait = 0;
  readonly beyond: Float64Array;

  constructor(tailCount: number) {
    this.beyond = new Float64Array(tailCount);
  }

  /** 并入另一组。 */
  add(other: Tally): void {
    this.arrivals += other.arrivals;
    this.served += other.served;
    this.abandoned += other.abandoned;
    this.balked += other.balked;
    this.blocked += other.blocked;
    this.delayed += other.delayed;
    this.waitServed += other.waitServed;
    this.waitAbandoned += other.waitAbandoned;
    this.timeInSystem += other.timeInSystem;
    this.maxWait = Math.max(this.maxWait, other.maxWait);
    other.beyond.forEach((count, i) => (this.beyond[i]! += count));
  }

  summarize(): CustomerStatistics {
    const joined = this.served + this.abandoned;
    return {
      arrivals: this.arrivals,
      served: this.served,
      abandoned: this.abandoned,
      balked: this.balked,
      blocked: this.blocked,
      meanWait: (this.waitServed + this.waitAbandoned) / joined,
      meanWaitServed: this.waitServed / this.served,
      maxWait: joined > 0 ? this.maxWait : Number.NaN,
      meanTimeInSystem: this.timeInSystem / joined,
      probabilityOfWaiting: this.delayed / joined,
      probabilityOfAbandoning: this.abandoned / joined,
      probabilityOfBalking: this.balked / this.arrivals,
      probabilityOfBlocking: this.blocked / this.arrivals,
      waitTail: Array.from(this.beyond, (count) => count / joined),
    };
  }
}
