import type { CustomerBlock, CustomerSource } from '../customer-source.ts';
import type { Recorder } from '../customer-record.ts';
import { Abandonments } from './abandonments.ts';
import { CustomerSlots } from './customer-slots.ts';
import { IdleServers } from './idle-servers.ts';
import { lineToJockeyFrom, randomLine, shortestLine } from './line-choice.ts';
import { NextEventTree } from './next-event-tree.ts';
import type { CompletePolicy } from '../policy.ts';
import { Tally } from '../statistics.ts';
import { TimeAverages } from './time-averages.ts';
import { WaitingLines } from './waiting-lines.ts';

/** 引擎的输入；参数均已检查过。 */
export interface EngineInput {
  source: CustomerSource;
  policy: CompletePolicy;
  /** 类别数。 */
  classes: number;
  /** 开头不计入统计的人数。 */
  warmup: number;
  tailTimes: readonly number[];
  /**
   * 时间平均到何时为止：'last-arrival' 最后一次到达；'emptied' 所有人离开；或给定时刻。
   */
  windowEnd: 'last-arrival' | 'emptied' | number;
  recorder: Recorder | null;
}

const served = 0;
const balked = 1;
const abandoned = 2;
const blocked = 3;

/**
 * 离散事件引擎：到达、完工、放弃三种事件，按时刻推进到所有人离开。
 *
 * 假设：同一时刻先完工、再放弃、最后到达，故恰在耐心用尽时轮到的人算被服务，恰在有人
 * 离开时到达的人不必等。耐心只管第一次开始服务之前；被抢占者不放弃。
 * 符号与单位：全程一个时间单位。
 * 边界：人人离开才停，故过载也会停，只是停得晚；内存与同时在系统的人数成正比。
 * 复杂度：每名顾客 O(log c)；选最短队与换队每次 O(c)；抢占每次 O(c)。
 */
export class QueueEngine {
  /** 各类的累加。 */
  readonly tallies: Tally[];
  /** 时间平均。 */
  readonly averages = new TimeAverages();
  /** 已到达人数。 */
  arrived = 0;
  /** 换队次数（统计期前后都算）。 */
  moves = 0;
  now = 0;

  private readonly source: CustomerSource;
  private readonly policy: CompletePolicy;
  private readonly warmup: number;
  private readonly tailTimes: Float64Array;
  private readonly closing: EngineInput['windowEnd'];
  private readonly recorder: Recorder | null;
  private readonly pooled: boolean;
  private readonly preemptive: boolean;

  private readonly slots = new CustomerSlots();
  private readonly waiting: WaitingLines;
  private readonly completions: NextEventTree;
  private readonly abandonments: Abandonments;
  /** 各台正在服务的槽位，−1 为空闲。 */
  private readonly serving: Int32Array;
  /** 各台本段服务的开始时刻。 */
  private readonly segmentStart: Float64Array;
  /** 各队人数，含正在接受服务者。 */
  private readonly inLine: Int32Array;
  /** 总队时的空闲台。 */
  private readonly idle: IdleServers;

  private inSystem = 0;
  private busy = 0;
  private block: CustomerBlock | null = null;
  private position = 0;
  private nextArrival = Number.POSITIVE_INFINITY;

  constructor(input: EngineInput) {
    const { servers, lines, priority } = input.policy;
    this.source = input.source;
    this.policy = input.policy;
    this.warmup = input.warmup;
    if (input.warmup === 0) this.averages.start = 0;
    this.tailTimes = Float64Array.from(input.tailTimes);
    this.closing = input.windowEnd;
    this.recorder = input.recorder;
    this.pooled = lines === 'one';
    this.preemptive = priority === 'preemptive-resume';
    this.tallies = Array.from({ length: input.classes }, () => new Tally(input.tailTimes.length));
    const lineCount = this.pooled ? 1 : servers;
    this.waiting = new WaitingLines(this.slots, lineCount, priority === 'none' ? 1 : input.classes);
    this.abandonments = new Abandonments(this.slots, this.waiting);
    this.completions = new NextEventTree(servers);
    this.serving = new Int32Array(servers).fill(-1);
    this.segmentStart = new Float64Array(servers);
    this.inLine = new Int32Array(lineCount);
    this.idle = new IdleServers(servers);
  }

  /** 运行到所有人离开。 */
  run(): void {
    this.fetch();
    for (;;) {
      const completion = this.completions.time;
      const abandonment = this.abandonments.time;
      const arrival = this.nextArrival;
      if (completion <= arrival && completion <= abandonment) {
        if (completion === Number.POSITIVE_INFINITY) break;
        this.advance(completion);
        this.complete(this.completions.server);
      } else if (abandonment <= arrival) {
        this.advance(abandonment);
        this.abandon(this.abandonments.take());
      } else {
        this.advance(arrival);
        this.arrive();
      }
      if (this.recorder) this.recorder.state(this.now, this.inSystem, this.waiting.total);
    }
    const { averages } = this;
    if (this.closing === 'emptied') averages.end = this.now;
    else if (averages.end > this.now && averages.end < Number.POSITIVE_INFINITY)
      this.advance(averages.end);
  }

  /** 取下一名到达者；没有了就定下统计期的终点。 */
  private fetch(): void {
    if (this.block === null || this.position === this.block.count) {
      this.block = this.source();
      this.position = 0;
      if (this.block === null) {
        this.nextArrival = Number.POSITIVE_INFINITY;
        if (this.closing === 'last-arrival') this.averages.end = this.now;
        else if (this.closing !== 'emptied') this.averages.end = this.closing;
        return;
      }
    }
    this.nextArrival = this.block.arrival[this.position]!;
  }

  /** 把时钟拨到 `time`。 */
  private advance(time: number): void {
    this.averages.hold(this.now, time, this.inSystem, this.waiting.total, this.busy);
    this.now = time;
  }

  private arrive(): void {
    const block = this.block!;
    const at = this.position++;
    const { policy, recorder } = this;
    const customer = this.arrived++;
    const customerClass = block.customerClass[at]!;
    const service = block.service[at]! * policy.serviceTimeFactor;
    const patience = block.patience[at]!;
    const lineDraw = block.lineDraw[at]!;
    const balkingDraw = block.balkingDraw[at]!;
    if (customer === this.warmup && customer > 0) this.averages.start = this.now;
    if (recorder) recorder.arrive(customer, customerClass, this.now, service);
    this.fetch();

    if (this.inSystem >= policy.capacity) {
      this.turnAway(customer, customerClass, blocked);
      return;
    }
    const line = this.pooled ? 0 : this.chooseLine(lineDraw);
    if (recorder) recorder.choose(customer, line);
    let server = -1;
    if (this.pooled) {
      if (this.idle.count > 0) server = this.idle.take();
    } else if (this.serving[line]! < 0) server = line;
    if (server < 0 && this.preemptive) server = this.preempt(line, customerClass);
    if (server < 0 && policy.balking !== null) {
      const { balking } = policy;
      const leaves =
        balking.kind === 'probability'
          ? balkingDraw < balking.probability
          : this.waiting.count[line]! >= balking.waiting;
      if (leaves) {
        this.turnAway(customer, customerClass, balked);
        return;
      }
    }

    const { slots } = this;
    const slot = slots.take();
    slots.customer[slot] = customer;
    slots.customerClass[slot] = customerClass;
    slots.line[slot] = line;
    slots.arrival[slot] = this.now;
    slots.remaining[slot] = service;
    slots.deadline[slot] = this.now + patience;
    slots.waited[slot] = 0;
    slots.queuedSince[slot] = this.now;
    this.inSystem++;
    this.inLine[line]!++;
    if (customer >= this.warmup) {
      const tally = this.tallies[customerClass]!;
      tally.arrivals++;
      if (server < 0) tally.delayed++;
    }
    slots.patient[slot] = 1;
    if (server >= 0) this.start(slot, server);
    else {
      this.waiting.append(slot);
      this.abandonments.add(slot);
    }
  }

  private turnAway(customer: number, customerClass: number, outcome: number): void {
    if (customer >= this.warmup) {
      const tally = this.tallies[customerClass]!;
      tally.arrivals++;
      if (outcome === blocked) tally.blocked++;
      else tally.balked++;
    }
    this.recorder?.leave(customer, outcome, this.now, Number.NaN);
  }

  private chooseLine(draw: number): number {
    return this.policy.lines === 'random'
      ? randomLine(this.inLine.length, draw)
      : shortestLine(this.inLine, draw);
  }

  /** 找一个正在服务更低类别的台，把那人请回队首；类别相同取最近开始的。没有则 −1。 */
  private preempt(line: number, customerClass: number): number {
    const { slots, serving } = this;
    const from = this.pooled ? 0 : line;
    const to = this.pooled ? serving.length : line + 1;
    let victim = -1;
    let lowest = customerClass;
    for (let server = from; server < to; server++) {
      const level = slots.customerClass[serving[server]!]!;
      if (
        level > lowest ||
        (victim >= 0 && level === lowest && this.segmentStart[server]! > this.segmentStart[victim]!)
      ) {
        lowest = level;
        victim = server;
      }
    }
    if (victim < 0) return -1;
    const slot = serving[victim]!;
    slots.remaining[slot] = this.completions.timeOf(victim) - this.now;
    slots.queuedSince[slot] = this.now;
    this.closeSegment(slot, victim);
    this.serving[victim] = -1;
    this.busy--;
    this.waiting.prepend(slot);
    return victim;
  }

  private closeSegment(slot: number, server: number): void {
    this.recorder?.segment(
      this.slots.customer[slot]!,
      server,
      this.segmentStart[server]!,
      this.now,
    );
  }

  private start(slot: number, server: number): void {
    const { slots } = this;
    slots.waited[slot]! += this.now - slots.queuedSince[slot]!;
    if (slots.patient[slot] === 1) {
      slots.patient[slot] = 0;
      this.recorder?.start(slots.customer[slot]!, server, this.now);
    }
    this.serving[server] = slot;
    this.segmentStart[server] = this.now;
    this.busy++;
    this.completions.set(server, this.now + slots.remaining[slot]!);
  }

  private complete(server: number): void {
    const slot = this.serving[server]!;
    const line = this.slots.line[slot]!;
    this.closeSegment(slot, server);
    this.serving[server] = -1;
    this.busy--;
    this.leave(slot, served);
    const next = this.waiting.first(line);
    if (next >= 0) {
      this.waiting.remove(next);
      this.start(next, server);
    } else {
      this.completions.set(server, Number.POSITIVE_INFINITY);
      if (this.pooled) this.idle.put(server);
    }
    if (this.policy.jockeying) this.jockey(line);
  }

  private abandon(slot: number): void {
    const { slots } = this;
    const line = slots.line[slot]!;
    this.waiting.remove(slot);
    slots.patient[slot] = 0;
    slots.waited[slot]! += this.now - slots.queuedSince[slot]!;
    this.leave(slot, abandoned);
    if (this.policy.jockeying) this.jockey(line);
  }

  private leave(slot: number, outcome: number): void {
    const { slots } = this;
    const customer = slots.customer[slot]!;
    const wait = slots.waited[slot]!;
    this.inSystem--;
    this.inLine[slots.line[slot]!]!--;
    if (customer >= this.warmup) {
      const tally = this.tallies[slots.customerClass[slot]!]!;
      if (outcome === served) {
        tally.served++;
        tally.waitServed += wait;
      } else {
        tally.abandoned++;
        tally.waitAbandoned += wait;
      }
      tally.timeInSystem += this.now - slots.arrival[slot]!;
      if (wait > tally.maxWait) tally.maxWait = wait;
      for (let t = 0; t < this.tailTimes.length; t++)
        if (wait > this.tailTimes[t]!) tally.beyond[t]!++;
    }
    if (this.recorder) this.recorder.leave(customer, outcome, this.now, wait);
    slots.release(slot);
  }

  /** `line` 刚少了一人：若有队比它多 2 人以上，最长（同长取最近）一队的末尾换过来。 */
  private jockey(line: number): void {
    const { inLine, slots } = this;
    const longest = lineToJockeyFrom(inLine, line);
    if (longest < 0) return;
    const slot = this.waiting.last(longest);
    this.waiting.remove(slot);
    inLine[longest]!--;
    inLine[line]!++;
    slots.line[slot] = line;
    this.moves++;
    this.recorder?.move(this.now, slots.customer[slot]!, longest, line);
    if (this.serving[line]! < 0) this.start(slot, line);
    else this.waiting.append(slot);
  }
}
