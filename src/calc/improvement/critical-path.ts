import { atLeast, nonEmpty, reject } from '../core/checks.ts';

/** 一项任务。 */
export interface Task {
  /** 唯一的名字，别的任务用它说明先后。 */
  id: string;
  /** 工期。 */
  duration: number;
  /** 紧前任务的名字，默认没有。 */
  after?: readonly string[] | undefined;
}

/** 一项任务的时间参数。 */
export interface TaskTiming {
  /** 任务名。 */
  id: string;
  /** 最早开始。 */
  earliestStart: number;
  /** 最早完成。 */
  earliestFinish: number;
  /** 最晚开始（不拖延总工期）。 */
  latestStart: number;
  /** 最晚完成。 */
  latestFinish: number;
  /** 总时差。 */
  slack: number;
  /** 是否在关键路径上（总时差在舍入误差内为 0）。 */
  critical: boolean;
}

/** 关键路径分析的结果。 */
export interface CriticalPathResult {
  /** 总工期。 */
  duration: number;
  /** 各任务的时间参数，与输入同序。 */
  tasks: TaskTiming[];
  /** 一条从头到尾的关键路径；有多条时取各步最靠前的任务。 */
  path: string[];
}

/** 按先后关系排好的网络：下标化的紧前、紧后与一个拓扑次序。 */
export interface TaskNetwork {
  /** 拓扑次序（任务下标）。 */
  order: number[];
  /** 各任务的紧前任务下标。 */
  before: number[][];
  /** 各任务的紧后任务下标。 */
  next: number[][];
}

/** 检查先后关系并给出拓扑次序；重名、指向不存在的任务、成环都拒绝。 */
export function taskNetwork(
  tasks: readonly {
    /** 任务名。 */
    id: string;
    /** 紧前任务名。 */
    after?: readonly string[] | undefined;
  }[],
): TaskNetwork {
  nonEmpty('tasks', tasks);
  const index = new Map<string, number>();
  tasks.forEach((task, i) => {
    if (typeof task.id !== 'string' || index.has(task.id))
      reject(`tasks[${i}].id`, 'a unique string', task.id);
    index.set(task.id, i);
  });
  const before = tasks.map((task, i) => {
    const found = (task.after ?? []).map((id, k) => {
      const at = index.get(id);
      return at === undefined ? reject(`tasks[${i}].after[${k}]`, 'the id of a task', id) : at;
    });
    return [...new Set(found)];
  });
  const next = tasks.map(() => [] as number[]);
  before.forEach((list, i) => list.forEach((from) => (next[from] as number[]).push(i)));
  const waiting = before.map((list) => list.length);
  const order = waiting.flatMap((count, i) => (count === 0 ? [i] : []));
  for (let head = 0; head < order.length; head++)
    for (const follower of next[order[head] as number] as number[]) {
      waiting[follower] = (waiting[follower] as number) - 1;
      if (waiting[follower] === 0) order.push(follower);
    }
  if (order.length < tasks.length)
    reject('tasks', 'free of cycles in after', tasks[waiting.findIndex((count) => count > 0)]?.id);
  return { order, before, next };
}

/** 顺推最早完成时间。 */
export function earliestFinishes(
  network: TaskNetwork,
  durations: readonly number[],
): { finishes: number[]; duration: number } {
  const finishes = new Array<number>(durations.length).fill(0);
  let duration = 0;
  for (const i of network.order) {
    let start = 0;
    for (const from of network.before[i] as number[])
      start = Math.max(start, finishes[from] as number);
    const finish = start + (durations[i] as number);
    finishes[i] = finish;
    duration = Math.max(duration, finish);
  }
  return { finishes, duration };
}

/** 逆推最晚完成时间。 */
export function latestFinishes(
  network: TaskNetwork,
  durations: readonly number[],
  duration: number,
): number[] {
  const latest = new Array<number>(durations.length).fill(duration);
  for (let k = network.order.length - 1; k >= 0; k--) {
    const i = network.order[k] as number;
    for (const follower of network.next[i] as number[])
      latest[i] = Math.min(
        latest[i] as number,
        (latest[follower] as number) - (durations[follower] as number),
      );
  }
  return latest;
}

/**
 * 关键路径：任务的最早、最晚时间与总时差，总工期由最长的先后链决定。
 *
 * 假设：完成—开始关系；人手不限；工期确定。
 * 符号与单位：工期与各时刻同一单位，项目从 0 开始。
 * 出处：Kelley & Walker (1959) 的关键路径法。
 * 边界：工期可为 0（里程碑）；重名、指向不存在的任务、成环是输入错误。
 * 复杂度：O(任务数 + 关系数)。
 *
 * @example
 * criticalPath([{ id: 'a', duration: 3 }, { id: 'b', duration: 2 }, { id: 'c', duration: 4, after: ['a', 'b'] }]).path // ['a', 'c']
 */
export function criticalPath(tasks: readonly Task[]): CriticalPathResult {
  const network = taskNetwork(tasks);
  const durations = tasks.map((task, i) => atLeast(`tasks[${i}].duration`, task.duration, 0));
  const { finishes, duration } = earliestFinishes(network, durations);
  const latest = latestFinishes(network, durations, duration);
  const slackFloor = 1e-9 * Math.max(duration, Number.MIN_VALUE);
  const timings = tasks.map((task, i) => {
    const own = durations[i] as number;
    const earliestFinish = finishes[i] as number;
    const latestFinish = latest[i] as number;
    const slack = latestFinish - earliestFinish;
    return {
      id: task.id,
      earliestStart: earliestFinish - own,
      earliestFinish,
      latestStart: latestFinish - own,
      latestFinish,
      slack,
      critical: slack <= slackFloor,
    };
  });

  // 从最晚结束的关键任务往回走，每步找一个恰好顶住它的关键紧前任务。
  const path: string[] = [];
  let at = timings.findIndex(
    (timing) => timing.critical && timing.earliestFinish >= duration - slackFloor,
  );
  while (at >= 0) {
    path.unshift((tasks[at] as Task).id);
    const start = (timings[at] as TaskTiming).earliestStart;
    const previous = (network.before[at] as number[]).find((from) => {
      const timing = timings[from] as TaskTiming;
      return timing.critical && Math.abs(timing.earliestFinish - start) <= slackFloor;
    });
    at = previous ?? -1;
  }
  return { duration, tasks: timings, path };
}
