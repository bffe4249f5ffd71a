/** 把“谁在排、谁在办”的编号变成画面里的人和窗口。 */

export interface Person {
  id: number;
  /** 用第几种颜色 */
  tone: number;
}

export interface Lane {
  servers: (Person | null)[];
  waiting: Person[];
}

/** 某一刻的系统：各队等待者、各窗口正在办的人（−1 为空闲），都是顾客编号。 */
interface Moment {
  waiting: readonly (readonly number[])[];
  serving: readonly number[];
}

/** 一条总队时所有窗口同在一道；每窗一队时一窗一道。 */
export function lanesOf(moment: Moment, tone: (id: number) => number = () => 0): Lane[] {
  const perLane = moment.serving.length / moment.waiting.length;
  const person = (id: number): Person => ({ id, tone: tone(id) });
  return moment.waiting.map((line, l) => ({
    waiting: line.map(person),
    servers: moment.serving
      .slice(l * perLane, (l + 1) * perLane)
      .map((id) => (id < 0 ? null : person(id))),
  }));
}

/** 逐人记录里的三个时刻；没有等到服务的人，开始服务是 NaN。 */
interface Moments {
  arrival: ArrayLike<number>;
  serviceStart: ArrayLike<number>;
  departure: ArrayLike<number>;
}

/** `time` 之后下一件事（到达、开始服务、离开）发生的时刻；没有了就停在原处。 */
export function nextEvent({ arrival, serviceStart, departure }: Moments, time: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const column of [arrival, serviceStart, departure])
    for (let i = 0; i < column.length; i++) {
      const moment = column[i] as number;
      if (moment > time && moment < next) next = moment;
    }
  return Number.isFinite(next) ? next : time;
}
