/** 一位一位走过这条线：来得均匀，节拍固定，先到先做。只用来放动画，数由流量算。 */
import type { Setting } from './model.ts';

interface Station {
  /** 各位到这一步门前、开始做、做完的时刻，分钟；都从小到大 */
  arrive: Float64Array;
  start: Float64Array;
  finish: Float64Array;
}

export interface Walk {
  stations: Station[];
  /** 开门多少分钟 */
  horizon: number;
}

export function walk({ demand, hours, steps }: Setting): Walk {
  const horizon = hours * 60;
  const people = Math.floor(demand * hours) + 1;
  let arrive = Float64Array.from({ length: people }, (_, k) => (k * 60) / demand);
  const stations = steps.map(({ minutes, people: servers }) => {
    const start = new Float64Array(people);
    const finish = new Float64Array(people);
    for (let k = 0; k < people; k++) {
      // 第 k 位要等前面第 servers 位让出手来
      const free = servers === 0 ? Infinity : k < servers ? 0 : (finish[k - servers] as number);
      start[k] = Math.max(arrive[k] as number, free);
      finish[k] = (start[k] as number) + minutes;
    }
    const station = { arrive, start, finish };
    arrive = finish;
    return station;
  });
  return { stations, horizon };
}

/** 有几个不晚于 `time`；从小到大排好的。 */
function upToTime(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 此刻各步门前等着几位、正在做几位，以及走完了几位。 */
export function lineAt({ stations }: Walk, time: number) {
  const at = stations.map(({ arrive, start, finish }) => {
    const [came, started, left] = [arrive, start, finish].map((times) => upToTime(times, time)) as [
      number,
      number,
      number,
    ];
    return { waiting: came - started, busy: started - left, left };
  });
  return {
    stations: at.map(({ waiting, busy }) => ({ waiting, busy })),
    inside: at.reduce((sum, { waiting, busy }) => sum + waiting + busy, 0),
    done: at.at(-1)?.left ?? 0,
  };
}
export type LineState = ReturnType<typeof lineAt>;

/** 下一件事发生的时刻：有人来、开始或做完。 */
export function nextEvent({ stations, horizon }: Walk, time: number): number {
  let next = horizon;
  for (const { arrive, start, finish } of stations)
    for (const times of [arrive, start, finish])
      next = Math.min(next, times[upToTime(times, time + 1e-9)] ?? horizon);
  return next;
}
