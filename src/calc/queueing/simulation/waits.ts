import { each, integerAtLeast, atLeast } from '../../core/checks.ts';
import { checkDistribution, checkIntervals, createFiller } from './distributions.ts';
import type { Distribution } from './distributions.ts';
import { createServerLine } from './engine/server-line.ts';
import { checkSeed, createStream, deriveSeed } from './sampling/streams.ts';

/** `simulateWaits` 的输入。 */
export interface WaitsInput {
  /** 到达间隔的分布，均值 > 0。 */
  arrivals: Distribution;
  /** 服务时间的分布。 */
  service: Distribution;
  /** 并联服务台数，≥ 1。 */
  servers: number;
  /** 计入统计的顾客数，≥ 1。 */
  customers: number;
  /** 开头不计入统计的顾客数；缺省为 `customers` 的十分之一。 */
  warmup?: number;
  /** 种子，任意安全整数；同一种子给出逐位相同的结果。 */
  seed: number;
  /** 想知道“等待超过 t 的比例”的那些 t；缺省为空。 */
  tailTimes?: readonly number[];
}

/** `simulateWaits` 的结果。 */
export interface WaitsResult {
  /** 平均等待（不含服务）。 */
  meanWait: number;
  /** `meanWait` 的标准误，由 32 段批均值估计；顾客不足 64 人时为 NaN。 */
  waitStandardError: number;
  /** 不能立即接受服务的顾客比例。 */
  probabilityOfWaiting: number;
  /** 等待超过 `tailTimes` 各值的顾客比例。 */
  waitTail: number[];
  /** 最长等待。 */
  maxWait: number;
  /** 平均服务时间。 */
  meanService: number;
  /** 平均逗留时间（等待 + 服务）。 */
  meanTimeInSystem: number;
  /** 统计期长度：计入顾客的到达间隔之和。 */
  duration: number;
  /** 统计期内平均等待人数，按利特尔法则由总等待 ÷ `duration` 得到。 */
  meanNumberWaiting: number;
  /** 统计期内平均在系统人数，同上。 */
  meanNumberInSystem: number;
  /** 服务台利用率：总服务时间 ÷（台数 × `duration`）。 */
  utilization: number;
}

/** 一块的顾客数；间隔、服务、等待三个数组合计 48 KB，留在二级缓存里。 */
const blockLength = 2048;

/** 批均值的段数：段数太少标准误自身不稳，太多则段间仍相关。 */
const batches = 32;

/**
 * 快速排队仿真：先到先服务的 G/G/c，只算等待，不排事件。
 *
 * 假设：到达间隔、服务时间各自独立同分布；一条队、c 个相同服务台、无限等待空间；无人离队。
 * 符号与单位：全部时间用同一单位；ρ = 平均服务 ÷（c × 平均间隔）。
 * 出处：Kiefer & Wolfowitz (1955) 的负荷向量递推；c = 1 时即 Lindley (1952) 递推。
 * 边界：ρ ≥ 1 时照常给出有限样本的均值，它随 `customers` 增长而不收敛；利用率可略超 1，
 * 因为统计期止于最后一次到达。
 * 复杂度：每名顾客 O(c)（c ≤ 16，有序数组插入）或 O(log c)（堆）；内存 O(c)。
 *
 * @example
 * simulateWaits({ arrivals: { kind: 'deterministic', mean: 2 }, service: { kind: 'deterministic', mean: 1 }, servers: 1, customers: 100, seed: 1 }).meanWait // 0
 */
export function simulateWaits(input: WaitsInput): WaitsResult {
  const { servers, customers, tailTimes = [] } = input;
  checkIntervals('arrivals', input.arrivals);
  checkDistribution('service', input.service);
  integerAtLeast('servers', servers, 1);
  integerAtLeast('customers', customers, 1);
  const warmup = integerAtLeast('warmup', input.warmup ?? Math.floor(customers / 10), 0);
  checkSeed('seed', input.seed);
  if (tailTimes.length > 0) each('tailTimes', tailTimes, (name, value) => atLeast(name, value, 0));

  const fillGaps = createFiller(input.arrivals, createStream(deriveSeed(input.seed, 0)));
  const fillServices = createFiller(input.service, createStream(deriveSeed(input.seed, 1)));
  const gaps = new Float64Array(blockLength);
  const services = new Float64Array(blockLength);
  const waits = new Float64Array(blockLength);
  const line = createServerLine(servers);
  let position = blockLength;

  let waitSum = 0;
  let serviceSum = 0;
  let duration = 0;
  let delayed = 0;
  let maxWait = 0;
  const beyond = new Float64Array(tailTimes.length);

  /** 推进 `count` 名顾客并把他们计入各累加量。 */
  function advance(count: number): void {
    for (let left = count; left > 0;) {
      if (position === blockLength) {
        fillGaps(gaps);
        fillServices(services);
        position = 0;
      }
      const end = Math.min(blockLength, position + left);
      line.serve({ gaps, services, waits, from: position, to: end });
      let blockWait = 0;
      let blockService = 0;
      let blockGap = 0;
      for (let i = position; i < end; i++) {
        const wait = waits[i]!;
        blockWait += wait;
        blockService += services[i]!;
        blockGap += gaps[i]!;
        if (wait > 0) {
          delayed++;
          if (wait > maxWait) maxWait = wait;
        }
      }
      for (let t = 0; t < tailTimes.length; t++) {
        const limit = tailTimes[t]!;
        for (let i = position; i < end; i++) if (waits[i]! > limit) beyond[t]!++;
      }
      waitSum += blockWait;
      serviceSum += blockService;
      duration += blockGap;
      left -= end - position;
      position = end;
    }
  }

  advance(warmup);
  waitSum = serviceSum = duration = delayed = maxWait = 0;
  beyond.fill(0);

  const enough = customers >= 2 * batches;
  const parts = enough ? batches : 1;
  const batchMeans = new Float64Array(parts);
  let done = 0;
  for (let part = 0; part < parts; part++) {
    const before = waitSum;
    const size = Math.floor((customers * (part + 1)) / parts) - done;
    advance(size);
    done += size;
    batchMeans[part] = (waitSum - before) / size;
  }

  const meanWait = waitSum / customers;
  let spread = 0;
  for (const batchMean of batchMeans) spread += (batchMean - meanWait) ** 2;
  const meanService = serviceSum / customers;
  return {
    meanWait,
    waitStandardError: enough ? Math.sqrt(spread / (parts * (parts - 1))) : Number.NaN,
    probabilityOfWaiting: delayed / customers,
    waitTail: Array.from(beyond, (count) => count / customers),
    maxWait,
    meanService,
    meanTimeInSystem: meanWait + meanService,
    duration,
    meanNumberWaiting: waitSum / duration,
    meanNumberInSystem: (waitSum + serviceSum) / duration,
    utilization: serviceSum / (servers * duration),
  };
}
