import type { CustomerSlots } from './customer-slots.ts';

/** 若干条队；每条队内按优先类分成几列，列内先到先服务。 */
export class WaitingLines {
  /** 各队等待人数。 */
  readonly count: Int32Array;
  /** 等待总人数。 */
  total = 0;
  private readonly slots: CustomerSlots;
  private readonly levels: number;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;

  constructor(slots: CustomerSlots, lines: number, levels: number) {
    this.slots = slots;
    this.levels = levels;
    this.count = new Int32Array(lines);
    this.head = new Int32Array(lines * levels).fill(-1);
    this.tail = new Int32Array(lines * levels).fill(-1);
  }

  /** 顾客所属的列。 */
  private column(slot: number): number {
    const line = this.slots.line[slot]!;
    return this.levels === 1 ? line : line * this.levels + this.slots.customerClass[slot]!;
  }

  /** 排到本列末尾。 */
  append(slot: number): void {
    const { previous, next } = this.slots;
    const column = this.column(slot);
    const last = this.tail[column]!;
    previous[slot] = last;
    next[slot] = -1;
    if (last < 0) this.head[column] = slot;
    else next[last] = slot;
    this.tail[column] = slot;
    this.count[this.slots.line[slot]!]!++;
    this.total++;
  }

  /** 排到本列最前：被抢占者回队时用。 */
  prepend(slot: number): void {
    const { previous, next } = this.slots;
    const column = this.column(slot);
    const first = this.head[column]!;
    previous[slot] = -1;
    next[slot] = first;
    if (first < 0) this.tail[column] = slot;
    else previous[first] = slot;
    this.head[column] = slot;
    this.count[this.slots.line[slot]!]!++;
    this.total++;
  }

  /** 从队中抽走。 */
  remove(slot: number): void {
    const { previous, next } = this.slots;
    const column = this.column(slot);
    const before = previous[slot]!;
    const after = next[slot]!;
    if (before < 0) this.head[column] = after;
    else next[before] = after;
    if (after < 0) this.tail[column] = before;
    else previous[after] = before;
    this.count[this.slots.line[slot]!]!--;
    this.total--;
  }

  /** 某队下一个该被服务的人；无人时 −1。 */
  first(line: number): number {
    if (this.count[line] === 0) return -1;
    const { levels, head } = this;
    let column = line * levels;
    while (head[column]! < 0) column++;
    return head[column]!;
  }

  /** 某队最后一个该被服务的人，即换队时先走的人；无人时 −1。 */
  last(line: number): number {
    if (this.count[line] === 0) return -1;
    const { levels, tail } = this;
    let column = (line + 1) * levels - 1;
    while (tail[column]! < 0) column--;
    return tail[column]!;
  }

  /** 逐个访问所有等待者。 */
  forEach(visit: (slot: number) => void): void {
    for (const first of this.head)
      for (let slot = first; slot >= 0; slot = this.slots.next[slot]!) visit(slot);
  }
}
