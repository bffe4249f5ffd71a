/** 时间平均：统计期内系统人数的逗留时间，以及等待人数、忙碌台数对时间的积分。 */
export class TimeAverages {
  /** 系统人数为 n 的累计时间。 */
  timeAt = new Float64Array(64);
  /** 等待人数对时间的积分。 */
  waitingArea = 0;
  /** 忙碌台数对时间的积分。 */
  busyArea = 0;
  /** 统计期的起点；从未开始为 Infinity。 */
  start = Number.POSITIVE_INFINITY;
  /** 统计期的终点；尚未定下为 Infinity。 */
  end = Number.POSITIVE_INFINITY;

  /** 系统状态从 `from` 到 `to` 不变；超出统计期的部分不计。 */
  hold(from: number, to: number, inSystem: number, waiting: number, busy: number): void {
    const span = (to < this.end ? to : this.end) - from;
    if (from < this.start || !(span > 0)) return;
    if (inSystem >= this.timeAt.length) this.grow(inSystem);
    this.timeAt[inSystem]! += span;
    this.waitingArea += span * waiting;
    this.busyArea += span * busy;
  }

  private grow(inSystem: number): void {
    const larger = new Float64Array(2 * Math.max(inSystem, this.timeAt.length));
    larger.set(this.timeAt);
    this.timeAt = larger;
  }
}
