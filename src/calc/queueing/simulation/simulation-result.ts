import type { CustomerRecord, Recorder } from './customer-record.ts';
import type { QueueEngine } from './engine/queue-engine.ts';
import { Tally } from './statistics.ts';
import type { CustomerStatistics } from './statistics.ts';

/** 一次仿真的结果。 */
export interface SimulationResult {
  /** 全体顾客。 */
  overall: CustomerStatistics;
  /** 各类顾客，下标即类别编号。 */
  classes: CustomerStatistics[];
  /** 统计期长度；时间平均都对这一段取。 */
  duration: number;
  /** 平均在系统人数。 */
  meanNumberInSystem: number;
  /** 平均等待人数。 */
  meanNumberWaiting: number;
  /** 服务台利用率。 */
  utilization: number;
  /** 系统人数为 0、1、2… 的时间比例，末项之后皆为 0。 */
  numberInSystem: number[];
  /** 换队次数。 */
  moves: number;
  /** 逐人记录；未要求时为 null。 */
  record: CustomerRecord | null;
}

/**
 * 把跑完的引擎整理成结果；统计期长度为 0 时各时间平均为 NaN。
 *
 * @internal
 */
export function collectResult(
  engine: QueueEngine,
  servers: number,
  recorder: Recorder | null,
): SimulationResult {
  const overall = new Tally(engine.tallies[0]!.beyond.length);
  for (const tally of engine.tallies) overall.add(tally);
  const { averages } = engine;
  // 预热人数多于实际到达时统计期从未开始，时间平均无从谈起。
  const duration = Math.max(0, averages.end - averages.start);
  let last = averages.timeAt.length - 1;
  while (last > 0 && averages.timeAt[last] === 0) last--;
  const times = Array.from(averages.timeAt.subarray(0, last + 1));
  let area = 0;
  times.forEach((time, n) => (area += n * time));
  return {
    overall: overall.summarize(),
    classes: engine.tallies.map((tally) => tally.summarize()),
    duration,
    meanNumberInSystem: area / duration,
    meanNumberWaiting: averages.waitingArea / duration,
    utilization: averages.busyArea / (servers * duration),
    numberInSystem: times.map((time) => time / duration),
    moves: engine.moves,
    record: recorder ? recorder.finish() : null,
  };
}
