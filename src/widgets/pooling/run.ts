/** 同一批顾客按两种排法各走一遍，以及“仿真对照”用的一次重复。时间一律以一次服务的平均时长为 1。 */
import { createCustomers, serve } from '../../calc/queueing/simulation/common-customers.ts';
import type { CustomerRecord } from '../../calc/queueing/simulation/customer-record.ts';
import { simulateQueue } from '../../calc/queueing/simulation/event-loop.ts';
import type { Policy } from '../../calc/queueing/simulation/policy.ts';
import { stateAt } from '../../calc/queueing/simulation/state-at.ts';
import { simulateWaits } from '../../calc/queueing/simulation/waits.ts';

interface Setting {
  utilization: number;
  servers: number;
  choice: string;
  slowdown: number;
}

export type Side = 'separate' | 'pooled';

function policyOf(side: Side, { servers, choice, slowdown }: Setting): Policy {
  if (side === 'pooled') return { servers, lines: 'one', serviceTimeFactor: 1 + slowdown };
  return choice === 'random'
    ? { servers, lines: 'random' }
    : { servers, lines: 'shortest', jockeying: choice === 'switching' };
}

/** 每个窗口先办掉这么多人再开始看：空荡荡的开场两边都不排，没有可比的。 */
const warmupPerServer = 120;
const shownPerServer = 80;
/** 选得让各场景这一批的平均与长期平均相近的一批 */
const seed = 68;

/** 一批人在一种排法下的成绩。 */
export interface Score {
  meanWait: number;
  maxWait: number;
  /** 平均每人被几个后来者超越 */
  overtaken: number;
  /** 被超越得最惨的一位 */
  maxOvertaken: number;
  /** 有人在等、却有窗口空着的时间占比 */
  idleWhileWaiting: number;
}

function scoreOf(record: CustomerRecord, from: number, opens: number, closes: number): Score {
  const { wait, overtaken, customers, timeline, servers } = record;
  let total = 0;
  let maxWait = 0;
  let passed = 0;
  let maxOvertaken = 0;
  for (let i = from; i < customers; i++) {
    total += wait[i]!;
    passed += overtaken[i]!;
    maxWait = Math.max(maxWait, wait[i]!);
    maxOvertaken = Math.max(maxOvertaken, overtaken[i]!);
  }
  let wasted = 0;
  timeline.time.forEach((start, j) => {
    const busy = timeline.inSystem[j]! - timeline.waiting[j]!;
    if (timeline.waiting[j]! === 0 || busy === servers) return;
    const end = timeline.time[j + 1] ?? start;
    wasted += Math.max(0, Math.min(end, closes) - Math.max(start, opens));
  });
  const count = customers - from;
  return {
    meanWait: total / count,
    maxWait,
    overtaken: passed / count,
    maxOvertaken,
    idleWhileWaiting: wasted / (closes - opens),
  };
}

/** 依次盯住的顾客：办完一位，再在随后来的人里挑分队时等得最久的一位。 */
function followed(separate: CustomerRecord, pooled: CustomerRecord, from: number): number[] {
  const chosen: number[] = [];
  const worst = (low: number, high: number) => {
    let best = low;
    for (let i = low; i < high; i++) if (separate.wait[i]! > separate.wait[best]!) best = i;
    return best;
  };
  let next = worst(from, Math.floor((from + separate.customers) / 2));
  while (next < separate.customers) {
    chosen.push(next);
    const done = Math.max(separate.serviceStart[next]!, pooled.serviceStart[next]!) + 0.5;
    const after = separate.arrival.findIndex((time) => time > done);
    if (after === -1) break;
    next = worst(after, Math.min(separate.customers, after + 4 * separate.servers));
  }
  return chosen;
}

/** 分几步算完，步与步之间可以让一让画面。 */
export function* batchSteps(setting: Setting) {
  const { servers, utilization } = setting;
  const customers = createCustomers({
    arrivals: {
      kind: 'renewal',
      interval: { kind: 'exponential', mean: 1 / (utilization * servers) },
    },
    classes: [{ service: { kind: 'exponential', mean: 1 } }],
    customers: (warmupPerServer + shownPerServer) * servers,
    seed,
  });
  yield;
  const separate = serve(customers, policyOf('separate', setting)).record;
  yield;
  const pooled = serve(customers, policyOf('pooled', setting)).record;
  yield;
  const from = warmupPerServer * servers;
  const opens = customers.arrival[from]!;
  const closes = customers.arrival[customers.count - 1]!;
  return {
    separate,
    pooled,
    from,
    opens,
    closes,
    count: customers.count - from,
    followed: followed(separate, pooled, from),
    scores: {
      separate: scoreOf(separate, from, opens, closes),
      pooled: scoreOf(pooled, from, opens, closes),
    },
  };
}
export function createBatch(setting: Setting) {
  const steps = batchSteps(setting);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
export type Batch = ReturnType<typeof createBatch>;

/** 一边大厅此刻的样子。 */
export interface HallState {
  waiting: number[][];
  serving: number[];
  /** 编号小于它、还在等的人，都已被后来者超越 */
  latestStarted: number;
  idle: number;
  total: number;
}

export function hallAt(record: CustomerRecord, time: number): HallState {
  const { waiting, serving } = stateAt(record, time);
  let latestStarted = record.customers - 1;
  while (latestStarted >= 0 && !(record.serviceStart[latestStarted]! <= time)) latestStarted--;
  return {
    waiting,
    serving,
    latestStarted,
    idle: serving.filter((customer) => customer < 0).length,
    total: waiting.reduce((sum, line) => sum + line.length, 0),
  };
}

/** 随便站一条、不换：每条队各自是一个单窗系统，看一条就够；一次看多少人按窗口数放大。 */
const customersPerServer = 6000;
/** 挑队、换队要按事件推进，慢得多，次数一样、每次少看些人；先走一段再计数，免得开场的空队拉低平均。 */
const eventRun = { warmup: 4000, customers: 6000 };
const seedOf = { separate: 7000, pooled: 8000 };

/** 一次独立仿真的平均等待；不稳定时没有可比的数，返回 null。 */
export function simulation(side: Side, setting: Setting): ((run: number) => number) | null {
  const { servers, utilization, choice, slowdown } = setting;
  if (side === 'pooled' && utilization * (1 + slowdown) >= 1) return null;
  if (side === 'separate' && choice !== 'random')
    return (run) =>
      simulateQueue({
        arrivals: {
          kind: 'renewal',
          interval: { kind: 'exponential', mean: 1 / (utilization * servers) },
        },
        classes: [{ service: { kind: 'exponential', mean: 1 } }],
        policy: policyOf('separate', setting),
        ...eventRun,
        seed: seedOf.separate + run,
      }).overall.meanWait;
  const lines = side === 'separate' ? 1 : servers;
  return (run) =>
    simulateWaits({
      arrivals: { kind: 'exponential', mean: 1 / (utilization * lines) },
      service: { kind: 'exponential', mean: side === 'separate' ? 1 : 1 + slowdown },
      servers: lines,
      customers: customersPerServer * servers,
      warmup: 1000 * lines,
      seed: seedOf[side] + run,
    }).meanWait;
}
