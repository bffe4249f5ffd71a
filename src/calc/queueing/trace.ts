import FlatQueue from 'flatqueue';
import { atLeast, finite, integerAtLeast, reject, sameLength } from '../core/checks.ts';

/** 逐客推演的结果；各数组与到达次序一致。 */
export interface TraceResult {
  /** 每位顾客的等待时间。 */
  waits: number[];
  /** 每位顾客开始服务的时刻。 */
  starts: number[];
  /** 每位顾客离开的时刻。 */
  departures: number[];
  /** 为每位顾客服务的窗口，从 0 编号；有几个空窗时给空得最久的那个。 */
  servers: number[];
}

/**
 * 逐客推演：给定每位顾客的到达时刻与服务时长，算出先到先服务、c 个窗口时各自何时开始、何时离开。
 *
 * 假设：一条总队、先到先服务、窗口相同、0 时刻之前系统为空；不做任何概率假设。
 * 符号与单位：`arrivals` 到达时刻（不减）；`services` 服务时长 ≥ 0；c `servers`；时间单位一致。
 * 出处：Lindley 递推的多窗口形式（Kiefer & Wolfowitz 1955）。
 * 边界：没有顾客时返回空数组；到达时刻不按次序抛 RangeError；同刻到达者按给定次序。
 * 复杂度：O(n log c)。
 *
 * @example
 * traceQueue({ arrivals: [0, 1, 2], services: [2, 2.5, 1], servers: 1 }).waits // [0, 1, 2.5]
 */
export function traceQueue({
  arrivals,
  services,
  servers,
}: {
  arrivals: readonly number[];
  services: readonly number[];
  servers: number;
}): TraceResult {
  integerAtLeast('servers', servers, 1);
  sameLength('services', services, 'arrivals', arrivals);
  const free = new FlatQueue<number>();
  // 空闲窗口的“最早可用时刻”起初为负无穷，编号小的先用；只放用得到的窗口，窗口比顾客多也不浪费。
  for (let server = 0; server < Math.min(servers, arrivals.length); server++)
    free.push(server, -Number.MAX_VALUE + server * 2 ** 980);
  const result: TraceResult = { waits: [], starts: [], departures: [], servers: [] };
  let previous = -Infinity;
  for (let i = 0; i < arrivals.length; i++) {
    const arrival = finite(`arrivals[${i}]`, arrivals[i]!);
    const service = atLeast(`services[${i}]`, services[i]!, 0);
    if (arrival < previous)
      reject(`arrivals[${i}]`, 'no earlier than the arrival before it', arrival);
    previous = arrival;
    const available = free.peekValue()!;
    const server = free.pop()!;
    const start = Math.max(arrival, available);
    const departure = start + service;
    free.push(server, departure);
    result.waits.push(start - arrival);
    result.starts.push(start);
    result.departures.push(departure);
    result.servers.push(server);
  }
  return result;
}
