import { integerAtLeast, openUnit, positive, reject } from '../../core/checks.ts';
import { traceQueue } from '../trace.ts';
import { checkArrivals, createArrivalTimes } from './arrival-process.ts';
import type { ArrivalProcess } from './arrival-process.ts';
import { checkDistribution, createFiller } from './distributions.ts';
import type { Distribution } from './distributions.ts';
import { estimate } from './replications.ts';
import type { Estimate } from './replications.ts';
import { checkSeed, createStream, deriveSeed } from './sampling/streams.ts';

/** 预约：0 时刻起每隔一个号距约一位，各以同样的概率按时到场。 */
export interface Appointments {
  kind: 'appointments';
  /** 号距，> 0。 */
  slot: number;
  /** 到场的概率，(0, 1]，缺省 1。 */
  attendance?: number;
}

/** 反复仿真同一场营业的结果，都是每场的平均。 */
export interface SessionWaits {
  /** 到达者的平均等待：等待总和 ÷ 人数，连同置信区间。 */
  meanWait: Estimate;
  /** 场内各窗口空闲时间之和。 */
  idleTime: Estimate;
  /** 关门后还要多久办完。 */
  overtime: Estimate;
  /** 到达人数。 */
  arrivals: Estimate;
}

/**
 * 反复仿真一场从空开始、到点关门的营业：到达与服务可取任意分布，也可以是带爽约的预约。
 *
 * 假设：开门时空无一人；关门前到的都办完；一条总队、先到先服务；每次重复独立。
 * 符号与单位：`duration` 营业时长，`servers` 窗口数，时间单位一致；平均等待是比值估计，标准误用残差法。
 * 出处：独立重复法与比值估计，见 Law, Simulation Modeling and Analysis。
 * 边界：没有人到的那一场照样计入；所有场都没有人时平均等待为 NaN；预约的第一位在 0 时刻到。
 * 复杂度：O(重复次数 × 人数 × log c)。
 *
 * @example
 * simulateSession({ arrivals: { kind: 'appointments', slot: 10 }, service: { kind: 'deterministic', mean: 12 }, servers: 1, duration: 30, replications: 2, seed: 1 }).meanWait.mean // 2
 */
export function simulateSession({
  arrivals,
  service,
  servers,
  duration,
  replications,
  seed,
  confidence = 0.95,
}: {
  /** 到达：更新过程、时变泊松，或预约。 */
  arrivals: ArrivalProcess | Appointments;
  /** 服务时间的分布。 */
  service: Distribution;
  /** 窗口数，≥ 1。 */
  servers: number;
  /** 营业多久，> 0。 */
  duration: number;
  /** 重复多少场，≥ 2。 */
  replications: number;
  /** 种子，任意安全整数。 */
  seed: number;
  /** 置信水平，缺省 0.95。 */
  confidence?: number;
}): SessionWaits {
  checkDistribution('service', service);
  integerAtLeast('servers', servers, 1);
  positive('duration', duration);
  integerAtLeast('replications', replications, 2);
  checkSeed('seed', seed);
  openUnit('confidence', confidence);
  const nextSession = arrivalsOf(arrivals, duration, seed);
  // 全部场次共用一条随机流：逐场另起一条，大半时间都花在播种上
  const fillServices = createFiller(service, createStream(deriveSeed(seed, 1)));

  const totals: number[] = [];
  const idle: number[] = [];
  const overtime: number[] = [];
  const counts: number[] = [];
  for (let run = 0; run < replications; run++) {
    const times = nextSession(run);
    const services = new Float64Array(times.length);
    fillServices(services);
    const trace = traceQueue({ arrivals: times, services: [...services], servers });
    counts.push(times.length);
    totals.push(trace.waits.reduce((sum, wait) => sum + wait, 0));
    overtime.push(trace.departures.reduce((late, end) => Math.max(late, end - duration), 0));
    idle.push(
      trace.starts.reduce(
        (left, start, i) => left - Math.max(0, Math.min(trace.departures[i]!, duration) - start),
        servers * duration,
      ),
    );
  }
  const people = counts.reduce((sum, count) => sum + count, 0);
  const ratio = totals.reduce((sum, total) => sum + total, 0) / people;
  const each = people / replications;
  return {
    meanWait: estimate(
      totals.map((total, i) => ratio + (total - ratio * counts[i]!) / each),
      confidence,
    ),
    idleTime: estimate(idle, confidence),
    overtime: estimate(overtime, confidence),
    arrivals: estimate(counts, confidence),
  };
}

/** 给出第 run 场关门之前的全部到达时刻。 */
function arrivalsOf(
  arrivals: ArrivalProcess | Appointments,
  duration: number,
  seed: number,
): (run: number) => number[] {
  const stream = createStream(deriveSeed(seed, 0));
  if (arrivals.kind === 'appointments') {
    const { slot, attendance = 1 } = arrivals;
    positive('arrivals.slot', slot);
    if (!(attendance > 0 && attendance <= 1))
      reject('arrivals.attendance', 'a probability > 0', attendance);
    return () => {
      const times: number[] = [];
      for (let i = 0; i * slot < duration; i++)
        if (stream.uniform() < attendance) times.push(i * slot);
      return times;
    };
  }
  checkArrivals('arrivals', arrivals);
  const gaps = new Float64Array(64);
  if (arrivals.kind === 'renewal') {
    const fill = createFiller(arrivals.interval, stream);
    return () => {
      let clock = 0;
      return takeBefore(duration, () => {
        fill(gaps);
        return gaps.map((gap) => (clock += gap));
      });
    };
  }
  return (run) => {
    const next = createArrivalTimes(arrivals, deriveSeed(seed, 0, run));
    return takeBefore(duration, () => gaps.subarray(0, next(gaps)));
  };
}

/** 一块一块地取到达时刻，直到关门，或再没有人来（那一块不满）。 */
function takeBefore(duration: number, nextBlock: () => Float64Array): number[] {
  const times: number[] = [];
  for (;;) {
    const block = nextBlock();
    for (const time of block) {
      if (time >= duration) return times;
      times.push(time);
    }
    if (block.length < 64) return times;
  }
}
