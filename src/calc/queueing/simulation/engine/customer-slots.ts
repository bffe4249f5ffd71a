/**
 * 在系统中的顾客：一列一个属性的槽位，离开即回收，内存只与同时在系统的人数有关。
 *
 * 队列是穿过槽位的双向链表，放弃与换队时从队中抽走一人只需 O(1)。
 */
export class CustomerSlots {
  /** 顾客编号（到达次序）。 */
  customer = new Int32Array(64);
  /** 类别。 */
  customerClass = new Int32Array(64);
  /** 所在的队。 */
  line = new Int32Array(64);
  /** 链表中的前一个与后一个，−1 为无。 */
  previous = new Int32Array(64);
  next = new Int32Array(64);
  /** 1 表示正在等待第一次服务，可以放弃。 */
  patient = new Uint8Array(64);
  arrival = new Float64Array(64);
  /** 尚需的服务时间。 */
  remaining = new Float64Array(64);
  /** 放弃的时刻。 */
  deadline = new Float64Array(64);
  /** 已经等了多久（不含本次排队）。 */
  waited = new Float64Array(64);
  /** 本次排队从何时起。 */
  queuedSince = new Float64Array(64);
  private free = new Int32Array(64);
  private freeCount = 0;
  private used = 0;

  take(): number {
    if (this.freeCount > 0) return this.free[--this.freeCount]!;
    if (this.used === this.customer.length) this.grow();
    return this.used++;
  }

  release(slot: number): void {
    this.free[this.freeCount++] = slot;
  }

  private grow(): void {
    const length = 2 * this.customer.length;
    const integers = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(length);
      larger.set(old);
      return larger;
    };
    const floats = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(length);
      larger.set(old);
      return larger;
    };
    const flags = new Uint8Array(length);
    flags.set(this.patient);
    this.patient = flags;
    this.customer = integers(this.customer);
    this.customerClass = integers(this.customerClass);
    this.line = integers(this.line);
    this.previous = integers(this.previous);
    this.next = integers(this.next);
    this.free = integers(this.free);
    this.arrival = floats(this.arrival);
    this.remaining = floats(this.remaining);
    this.deadline = floats(this.deadline);
    this.waited = floats(this.waited);
    this.queuedSince = floats(this.queuedSince);
  }
}
