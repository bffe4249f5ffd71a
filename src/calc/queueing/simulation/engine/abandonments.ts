import FlatQueue from 'flatqueue';
import type { CustomerSlots } from './customer-slots.ts';
import type { WaitingLines } from './waiting-lines.ts';

/**
 * 等不及的时刻表：`FlatQueue` 加惰性删除，开始服务的人留下的条目到堆顶时才丢弃。
 *
 * 作废条目过半即重建，否则耐心极长时，早已离开的人会把内存占满。
 */
export class Abandonments {
  private readonly queue = new FlatQueue<number>();
  private readonly slots: CustomerSlots;
  private readonly waiting: WaitingLines;

  constructor(slots: CustomerSlots, waiting: WaitingLines) {
    this.slots = slots;
    this.waiting = waiting;
  }

  /** 最早的有效放弃时刻；没有则 Infinity。 */
  get time(): number {
    const { queue, slots } = this;
    while (queue.length > 0) {
      const slot = queue.ids[0]!;
      const time = queue.values[0]!;
      // 槽位可能已换人；换来的人恰在同一时刻放弃时，这条目对他同样有效。
      if (slots.patient[slot] === 1 && slots.deadline[slot] === time) return time;
      queue.pop();
    }
    return Number.POSITIVE_INFINITY;
  }

  /** 取出最早放弃的人；须先读过 `time` 且它有限。 */
  take(): number {
    return this.queue.pop()!;
  }

  /** 登记一名等待者（其 `deadline` 已写好）。 */
  add(slot: number): void {
    const deadline = this.slots.deadline[slot]!;
    if (deadline === Number.POSITIVE_INFINITY) return;
    this.queue.push(slot, deadline);
    if (this.queue.length > 2 * this.waiting.total + 1024) this.rebuild();
  }

  private rebuild(): void {
    const { queue, slots } = this;
    queue.clear();
    this.waiting.forEach((slot) => {
      const deadline = slots.deadline[slot]!;
      if (slots.patient[slot] === 1 && deadline < Number.POSITIVE_INFINITY)
        queue.push(slot, deadline);
    });
  }
}
