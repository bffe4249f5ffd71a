import { GrowableFloats, GrowableIntegers } from './engine/growable.ts';
import { countOvertakes } from './overtakes.ts';
import type { CompletePolicy } from './policy.ts';

/** 一名顾客的结局：被服务、看队止步、等不及放弃、满员被拒。 */
export type Outcome = 'served' | 'balked' | 'abandoned' | 'blocked';

/**
 * 结局的内部编号，顺序即数组下标。
 *
 * @internal
 */
export const outcomes: readonly Outcome[] = ['served', 'balked', 'abandoned', 'blocked'];

/** 记录所属系统的样子，画图时要用。 */
export interface Layout {
  /** 服务台数。 */
  servers: number;
  /** 队数：一条总队为 1，否则与台数相同。 */
  lines: number;
  /** 是否按类别优先。 */
  prioritized: boolean;
}

/** 逐人记录，一列一个属性，第 i 项是第 i 名到达者；供甘特图与动画使用。 */
export interface CustomerRecord extends Layout {
  /** 到达人数。 */
  customers: number;
  /** 到达时刻。 */
  arrival: Float64Array;
  /** 类别编号。 */
  customerClass: Int32Array;
  /** 到达时所选的队；看队止步者是他看的那一队，满员被拒者为 −1；一条总队时为 0。 */
  line: Int32Array;
  /** 最先为他服务的台；未被服务者为 −1。 */
  server: Int32Array;
  /** 服务时长（已乘规则里的倍数）；未被服务者也有，是他本来需要的时长。 */
  service: Float64Array;
  /** 服务第一次开始的时刻；未被服务者为 NaN。 */
  serviceStart: Float64Array;
  /** 离开系统的时刻；看队止步与满员被拒者等于到达时刻。 */
  departure: Float64Array;
  /** 等待时长，含服务被打断的时间；未入队者为 NaN。 */
  wait: Float64Array;
  /** 结局。 */
  outcome: Outcome[];
  /** 被后来者超越的次数，定义见 `countOvertakes`。 */
  overtaken: number[];
  /** 各段服务；没有抢占时每名被服务者恰一段。 */
  segments: ServiceSegments;
  /** 各次换队。 */
  moves: LineMoves;
  /** 系统状态的时间线：第 j 项从 `time[j]` 起保持到 `time[j + 1]`。 */
  timeline: Timeline;
}

/** 服务段的各列。 */
export interface ServiceSegments {
  /** 顾客编号。 */
  customer: Int32Array;
  /** 服务台。 */
  server: Int32Array;
  /** 开始时刻。 */
  start: Float64Array;
  /** 结束或被打断的时刻。 */
  end: Float64Array;
}

/** 换队的各列。 */
export interface LineMoves {
  /** 时刻。 */
  time: Float64Array;
  /** 顾客编号。 */
  customer: Int32Array;
  /** 离开的队。 */
  from: Int32Array;
  /** 换到的队。 */
  to: Int32Array;
}

/** 系统状态的各列。 */
export interface Timeline {
  /** 状态改变的时刻；首项为 0 时刻的空系统。 */
  time: Float64Array;
  /** 系统中的人数。 */
  inSystem: Int32Array;
  /** 等待的人数。 */
  waiting: Int32Array;
}

/**
 * 逐人记录器：仿真过程中按下标写，结束时整理成 `CustomerRecord`。
 *
 * @internal
 */
export class Recorder {
  private readonly arrival = new GrowableFloats();
  private readonly customerClass = new GrowableIntegers();
  private readonly line = new GrowableIntegers();
  private readonly server = new GrowableIntegers();
  private readonly service = new GrowableFloats();
  private readonly serviceStart = new GrowableFloats();
  private readonly departure = new GrowableFloats();
  private readonly wait = new GrowableFloats();
  private readonly outcome = new GrowableIntegers();
  private readonly segmentCustomer = new GrowableIntegers();
  private readonly segmentServer = new GrowableIntegers();
  private readonly segmentStart = new GrowableFloats();
  private readonly segmentEnd = new GrowableFloats();
  private readonly moveTime = new GrowableFloats();
  private readonly moveCustomer = new GrowableIntegers();
  private readonly moveFrom = new GrowableIntegers();
  private readonly moveTo = new GrowableIntegers();
  private readonly time = new GrowableFloats();
  private readonly inSystem = new GrowableIntegers();
  private readonly waiting = new GrowableIntegers();

  private readonly layout: Layout;

  constructor({ servers, lines, priority }: CompletePolicy) {
    this.layout = {
      servers,
      lines: lines === 'one' ? 1 : servers,
      prioritized: priority !== 'none',
    };
    this.state(0, 0, 0);
  }

  arrive(customer: number, customerClass: number, arrival: number, service: number): void {
    this.arrival.set(customer, arrival);
    this.customerClass.set(customer, customerClass);
    this.service.set(customer, service);
    this.line.set(customer, -1);
    this.server.set(customer, -1);
    this.serviceStart.set(customer, Number.NaN);
    this.wait.set(customer, Number.NaN);
  }

  choose(customer: number, line: number): void {
    this.line.set(customer, line);
  }

  start(customer: number, server: number, time: number): void {
    this.server.set(customer, server);
    this.serviceStart.set(customer, time);
  }

  segment(customer: number, server: number, start: number, end: number): void {
    this.segmentCustomer.push(customer);
    this.segmentServer.push(server);
    this.segmentStart.push(start);
    this.segmentEnd.push(end);
  }

  move(time: number, customer: number, from: number, to: number): void {
    this.moveTime.push(time);
    this.moveCustomer.push(customer);
    this.moveFrom.push(from);
    this.moveTo.push(to);
  }

  leave(customer: number, outcome: number, time: number, wait: number): void {
    this.departure.set(customer, time);
    this.outcome.set(customer, outcome);
    this.wait.set(customer, wait);
  }

  /** 同一时刻的多次变化只留最后一次。 */
  state(time: number, inSystem: number, waiting: number): void {
    const last = this.time.length - 1;
    if (last >= 0 && this.time.get(last) === time) {
      this.inSystem.set(last, inSystem);
      this.waiting.set(last, waiting);
      return;
    }
    this.time.push(time);
    this.inSystem.push(inSystem);
    this.waiting.push(waiting);
  }

  finish(): CustomerRecord {
    const arrival = this.arrival.finish();
    const serviceStart = this.serviceStart.finish();
    const departure = this.departure.finish();
    const outcome = Array.from(this.outcome.finish(), (code) => outcomes[code]!);
    const stopWaiting = Array.from(outcome, (result, i) => {
      if (result === 'served') return serviceStart[i]!;
      return result === 'abandoned' ? departure[i]! : Number.NaN;
    });
    return {
      ...this.layout,
      customers: arrival.length,
      arrival,
      customerClass: this.customerClass.finish(),
      line: this.line.finish(),
      server: this.server.finish(),
      service: this.service.finish(),
      serviceStart,
      departure,
      wait: this.wait.finish(),
      outcome,
      overtaken: countOvertakes(serviceStart, stopWaiting),
      segments: {
        customer: this.segmentCustomer.finish(),
        server: this.segmentServer.finish(),
        start: this.segmentStart.finish(),
        end: this.segmentEnd.finish(),
      },
      moves: {
        time: this.moveTime.finish(),
        customer: this.moveCustomer.finish(),
        from: this.moveFrom.finish(),
        to: this.moveTo.finish(),
      },
      timeline: {
        time: this.time.finish(),
        inSystem: this.inSystem.finish(),
        waiting: this.waiting.finish(),
      },
    };
  }
}
