import { atLeast, nonEmpty, positive } from '../core/checks.ts';

/** 一段：其间来的速度与最多能办的速度不变。 */
export interface FluidPeriod {
  /** 这一段多长，> 0。 */
  duration: number;
  /** 到达率，每单位时间人数，≥ 0。 */
  arrivalRate: number;
  /** 能力，每单位时间最多办完多少人，≥ 0。 */
  capacity: number;
}

/** 累积曲线的一个折点。 */
export interface FluidPoint {
  /** 时刻。 */
  time: number;
  /** 到此刻一共来了多少人（连同开始时就在的）。 */
  arrived: number;
  /** 到此刻一共走了多少人。 */
  departed: number;
  /** 此刻队里多少人：两条曲线的竖直距离。 */
  queue: number;
}

/** 流体队列的结果。 */
export interface FluidResult {
  /** 两条累积曲线的折点，按时间；末段之后不再来人，一直画到队伍走完。 */
  points: FluidPoint[];
  /** 最长的队。 */
  longestQueue: number;
  /** 队最长的时刻。 */
  longestQueueTime: number;
  /** 最长的等待：两条曲线的水平距离的最大值。 */
  longestWait: number;
  /** 等得最久的人的到达时刻。 */
  longestWaitArrival: number;
  /** 全体等待之和：两条曲线之间的面积，人·时间。 */
  totalWait: number;
  /** 人均等待：面积 ÷ 总人数；没有人时为 0。 */
  meanWait: number;
  /** 队伍最后一次走完的时刻；从来没有队时为 0，末段没有能力而队还在时为 Infinity。 */
  clearTime: number;
}

/**
 * 流体队列：把人当作水流，用累积到达与累积离开两条曲线看高峰，竖直距离是队长，水平距离是等待，面积是总等待。
 *
 * 假设：到达与办理都是均匀的流，不计随机起伏；先到先服务；有队时按能力 μ(t) 离开，没队时来多少走多少；办理时间不计入等待。
 * 符号与单位：λ(t) `arrivalRate`、μ(t) `capacity` 每单位时间人数，分段不变；`initial` 开始时已在排的人数；时间单位与速率一致。
 * 出处：Newell《Applications of Queueing Theory》的累积曲线；交通里叫点队列。
 * 边界：能力始终够时处处为 0（随机起伏造成的等待不在其中，所以它只是下限）；末段之后到达为 0、能力照旧；末段能力为 0 而队还在时走完的时刻、总等待与人均等待为 Infinity。
 * 复杂度：O(段数²)。
 *
 * @example
 * fluidQueue({ periods: [{ duration: 2, arrivalRate: 30, capacity: 20 }, { duration: 4, arrivalRate: 10, capacity: 20 }] }).longestQueue // 20
 */
export function fluidQueue({
  periods,
  initial = 0,
}: {
  /** 依次的各段。 */
  periods: readonly FluidPeriod[];
  /** 开始时已在排队的人数，缺省 0。 */
  initial?: number;
}): FluidResult {
  nonEmpty('periods', periods);
  periods.forEach(({ duration, arrivalRate, capacity }, i) => {
    positive(`periods[${i}].duration`, duration);
    atLeast(`periods[${i}].arrivalRate`, arrivalRate, 0);
    atLeast(`periods[${i}].capacity`, capacity, 0);
  });
  atLeast('initial', initial, 0);

  const points: FluidPoint[] = [{ time: 0, arrived: initial, departed: 0, queue: initial }];
  let clearTime = 0;
  let totalWait = 0;
  /** 走一截直线；这一截里队伍不会中途清空。 */
  const go = (duration: number, arrivalRate: number, served: number, cleared: boolean): void => {
    const { time, arrived, queue } = points.at(-1)!;
    const after = cleared ? 0 : Math.max(0, queue + (arrivalRate - served) * duration);
    totalWait += ((queue + after) / 2) * duration;
    const total = arrived + arrivalRate * duration;
    points.push({ time: time + duration, arrived: total, departed: total - after, queue: after });
    if (queue > 0 && after === 0) clearTime = time + duration;
  };
  for (const { duration, arrivalRate, capacity } of periods) {
    const { queue } = points.at(-1)!;
    const emptying = capacity > arrivalRate ? queue / (capacity - arrivalRate) : Infinity;
    if (queue > 0 && emptying < duration) {
      go(emptying, arrivalRate, capacity, true);
      go(duration - emptying, arrivalRate, arrivalRate, true);
    } else if (queue === 0 && capacity >= arrivalRate) go(duration, arrivalRate, arrivalRate, true);
    else go(duration, arrivalRate, capacity, emptying === duration);
  }
  const left = points.at(-1)!.queue;
  const closing = periods.at(-1)!.capacity;
  if (left > 0 && closing > 0) go(left / closing, 0, closing, true);
  else if (left > 0) clearTime = totalWait = Infinity;

  const longest = points.reduce((best, point) => (point.queue > best.queue ? point : best));
  const { wait, arrival } = longestWait(points);
  const people = points.at(-1)!.arrived;
  return {
    points,
    longestQueue: longest.queue,
    longestQueueTime: longest.time,
    longestWait: left > 0 && closing === 0 ? Infinity : wait,
    longestWaitArrival: arrival,
    totalWait,
    meanWait: people > 0 ? totalWait / people : 0,
    clearTime,
  };
}

/**
 * 水平距离按人数是折线，最大值在某条曲线的折点所对的那个人身上。
 * 曲线有一截水平时（那一阵没人来、或没人办），同一个人数对应一段时刻：前一位与后一位各取一端。
 */
function longestWait(points: readonly FluidPoint[]): { wait: number; arrival: number } {
  let best = { wait: 0, arrival: 0 };
  const departed = points.at(-1)!.departed;
  for (const { arrived: a, departed: d } of points)
    for (const count of [a, d]) {
      if (count > departed) continue;
      for (const side of ['before', 'after'] as const) {
        const arrival = timeOf(points, 'arrived', count, side);
        const departure = timeOf(points, 'departed', count, side);
        if (arrival === null || departure === null) continue;
        const wait = departure - arrival;
        if (wait > best.wait) best = { wait, arrival };
      }
    }
  return best;
}

/** 第 count 人（紧挨着它的前一位或后一位）对应的时刻；没有那一位时为 null。 */
function timeOf(
  points: readonly FluidPoint[],
  curve: 'arrived' | 'departed',
  count: number,
  side: 'before' | 'after',
): number | null {
  const first = points[0]![curve];
  const last = points.at(-1)![curve];
  if (side === 'before' ? count <= 0 : count >= last) return null;
  // 开始时就在的人都算 0 时刻到
  if (side === 'before' ? count <= first : count < first) return points[0]!.time;
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]!;
    const to = points[i]!;
    const inside =
      side === 'before'
        ? from[curve] < count && count <= to[curve]
        : from[curve] <= count && count < to[curve];
    if (inside) {
      const share = (count - from[curve]) / (to[curve] - from[curve]);
      return from.time + share * (to.time - from.time);
    }
  }
  return null;
}
