import { finite } from '../../core/checks.ts';
import type { CustomerRecord } from './customer-record.ts';

/** 某一时刻的系统画面。 */
export interface SystemState {
  /** 各队等待者的顾客编号，按将被服务的先后。 */
  waiting: number[][];
  /** 各台正在服务的顾客编号，−1 为空闲。 */
  serving: number[];
  /** 系统中的人数。 */
  inSystem: number;
}

/**
 * 某一时刻的系统画面：由逐人记录还原谁在哪里，供动画逐帧或拖动时间轴使用。
 *
 * 假设：记录来自 `simulateQueue` 或 `serve`；各段时间左闭右开，换队与到达在当刻生效。
 * 符号与单位：`time` 与记录同单位。
 * 出处：由记录的定义直接推出，不用近似。
 * 边界：早于首次到达或晚于最后离开时系统为空。
 * 复杂度：O(人数)；面向几百人的动画，不为百万人的记录设计。
 *
 * @example
 * stateAt({ servers: 1, lines: 1, prioritized: false, customers: 0, arrival: [], outcome: [], departure: [], moves: { time: [] }, segments: { customer: [] } }, 5).serving // [-1]
 */
export function stateAt(record: CustomerRecord, time: number): SystemState {
  finite('time', time);
  const { arrival, departure, outcome, customerClass, segments, moves } = record;
  const serving = Array.from({ length: record.servers }, () => -1);
  const inService = new Set<number>();
  const interrupted = new Set<number>();
  for (let j = 0; j < segments.customer.length; j++) {
    const customer = segments.customer[j]!;
    if (segments.start[j]! > time) continue;
    if (time < segments.end[j]!) {
      serving[segments.server[j]!] = customer;
      inService.add(customer);
    } else interrupted.add(customer);
  }

  const lineOf = new Map<number, number>();
  const joined = new Map<number, number>();
  for (let j = 0; j < moves.time.length; j++) {
    if (moves.time[j]! > time) break;
    lineOf.set(moves.customer[j]!, moves.to[j]!);
    joined.set(moves.customer[j]!, moves.time[j]!);
  }

  const waiting = Array.from({ length: record.lines }, (): number[] => []);
  for (let i = 0; i < record.customers && arrival[i]! <= time; i++) {
    const entered = outcome[i] === 'served' || outcome[i] === 'abandoned';
    if (entered && time < departure[i]! && !inService.has(i))
      waiting[lineOf.get(i) ?? record.line[i]!]!.push(i);
  }
  for (const line of waiting)
    line.sort((a, b) => {
      const byClass = record.prioritized ? customerClass[a]! - customerClass[b]! : 0;
      if (byClass !== 0) return byClass;
      const byInterruption = Number(interrupted.has(b)) - Number(interrupted.has(a));
      if (byInterruption !== 0) return byInterruption;
      return (joined.get(a) ?? arrival[a]!) - (joined.get(b) ?? arrival[b]!) || a - b;
    });
  const total = waiting.reduce((sum, line) => sum + line.length, inService.size);
  return { waiting, serving, inSystem: total };
}
