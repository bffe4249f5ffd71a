/** 从逐人记录里取出某一时刻的画面：谁在排、谁在办。 */

/** 逐人记录里画面要用到的几列；任何仿真的记录都可以直接传进来。 */
export interface VisitRecord {
  customers: number;
  arrival: ArrayLike<number>;
  /** 没有等到服务的人是 NaN */
  serviceStart: ArrayLike<number>;
  departure: ArrayLike<number>;
  line: ArrayLike<number>;
  server: ArrayLike<number>;
  customerClass?: ArrayLike<number>;
}

export interface Person {
  id: number;
  /** 用第几种颜色 */
  tone: number;
}

export interface Lane {
  servers: (Person | null)[];
  waiting: Person[];
}

/** 一条总队（lines = 1）时所有窗口同在一道；每窗一队时一窗一道。 */
export function sceneAt(record: VisitRecord, time: number, lines: number, servers: number): Lane[] {
  const perLane = servers / lines;
  const lanes: Lane[] = Array.from({ length: lines }, () => ({
    servers: Array.from({ length: perLane }, () => null),
    waiting: [],
  }));
  for (let i = 0; i < record.customers; i++) {
    if ((record.arrival[i] as number) > time) break;
    if ((record.departure[i] as number) <= time) continue;
    const person = { id: i, tone: record.customerClass?.[i] ?? 0 };
    const start = record.serviceStart[i] as number;
    if (start <= time) {
      const server = record.server[i] as number;
      const lane = lanes[Math.floor(server / perLane)];
      if (lane) lane.servers[server % perLane] = person;
    } else {
      lanes[lines === 1 ? 0 : (record.line[i] as number)]?.waiting.push(person);
    }
  }
  return lanes;
}

/** `time` 之后下一件事（到达、开始服务、离开）发生的时刻；没有了就返回最后一刻。 */
export function nextEvent(record: VisitRecord, time: number): number {
  let next = Number.POSITIVE_INFINITY;
  let last = time;
  for (let i = 0; i < record.customers; i++)
    for (const moment of [record.arrival[i], record.serviceStart[i], record.departure[i]] as number[]) {
      if (moment > time && moment < next) next = moment;
      if (moment > last) last = moment;
    }
  return Number.isFinite(next) ? next : last;
}
