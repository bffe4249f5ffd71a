/** 同一天的顾客走两遍：一遍由全能的人从头办到底，一遍先过前台、再进后台。只用来放动画和数积压。 */
import { createRandom } from '../../calc/core/random.ts';
import { traceQueue } from '../../calc/queueing/trace.ts';

/** 一天八小时，从空着开门算起。 */
export const horizon = 480;
const seed = 4090;

export interface DaySetting {
  arrivalRate: number;
  frontTime: number;
  specializedBackTime: number;
  wholeTime: number;
  frontServers: number;
  backServers: number;
  /** 来的人里，被退过件再来一趟的比例 */
  returnToFront: number;
}

interface Spot {
  waiting: number;
  busy: number;
}
/** 一处的三串时刻，各从小到大：来、开始办、办完。 */
type Place = Record<'came' | 'started' | 'left', number[]>;

function place(came: number[], services: readonly number[], servers: number): Place {
  const { starts, departures } = traceQueue({ arrivals: came, services, servers });
  return { came, started: starts, left: departures.toSorted((a, b) => a - b) };
}

export function createDay(day: DaySetting): Record<'hall' | 'front' | 'back', Place> {
  const { arrivalRate, returnToFront, frontTime, specializedBackTime, frontServers } = day;
  // 每样各用一串随机数：改一头的人手，另一头的快慢不跟着变
  const [gaps, whole, faced, desk, again] = [0, 1, 2, 3, 4].map((i) => createRandom(seed + i));
  const came: number[] = [];
  const firstTime: number[] = [];
  for (let time = 0; ;) {
    // 退回去的件，顾客改天再来：今天来的人里有 r 成是再来的
    time += gaps!.exponential((1 - returnToFront) / arrivalRate);
    if (time >= horizon) break;
    came.push(time);
    if (again!.uniform() >= returnToFront) firstTime.push(time);
  }
  const each = (count: number, random: typeof whole, mean: number) =>
    Array.from({ length: count }, () => random!.exponential(mean));
  const front = place(came, each(came.length, faced, frontTime), frontServers);
  return {
    hall: place(
      firstTime,
      each(firstTime.length, whole, day.wholeTime),
      frontServers + day.backServers,
    ),
    front,
    back: place(front.left, each(came.length, desk, specializedBackTime), day.backServers),
  };
}
export type Day = ReturnType<typeof createDay>;

/** 有几个不晚于 `time`。 */
function upToTime(times: readonly number[], time: number): number {
  const after = times.findIndex((each) => each > time);
  return after < 0 ? times.length : after;
}

/** 此刻各处的样子。 */
export function at(day: Day, time: number): Record<keyof Day, Spot> {
  const spot = ({ came, started, left }: Place): Spot => {
    const begun = upToTime(started, time);
    return { waiting: upToTime(came, time) - begun, busy: begun - upToTime(left, time) };
  };
  return { hall: spot(day.hall), front: spot(day.front), back: spot(day.back) };
}
export type Moment = ReturnType<typeof at>;

/** 一天里最多等着几个。 */
export function mostWaiting({ came, started }: Place): number {
  let begun = 0;
  return came.reduce((most, time, i) => {
    while ((started[begun] ?? Infinity) <= time) begun++;
    return time < horizon ? Math.max(most, i + 1 - begun) : most;
  }, 0);
}
