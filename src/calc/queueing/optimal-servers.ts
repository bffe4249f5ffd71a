import { atLeast, integerAtLeast, positive } from '../core/checks.ts';
import { leastServers } from './least-servers.ts';
import { mmc } from './mmc.ts';

/** 一个候选窗口数的成本。 */
export interface ServerCost {
  /** 窗口数。 */
  servers: number;
  /** 每单位时间的等待成本。 */
  waitingCost: number;
  /** 每单位时间的窗口成本。 */
  serverCost: number;
  /** 两项之和。 */
  totalCost: number;
}

/** 最优窗口数的结果。 */
export interface OptimalServers extends ServerCost {
  /** 从最少可行窗口数起、到最优之后再多几个为止的各候选，供作图；最多 `tableLength` 行。 */
  table: ServerCost[];
}

/**
 * 最优窗口数：在顾客等待的代价与开窗的代价之间取总成本最小。
 *
 * 目标：最小化 `waitingCostRate`·L + `serverCostRate`·c（`counted` 为 'inQueue' 时 L 换成 L_q）。
 * 约束：c 为整数且 c > λ/μ（否则等待成本无穷）。
 * 假设：M/M/c 稳态；成本与人数、窗口数成正比。
 * 符号与单位：λ `arrivalRate`；μ `serviceRate`；`waitingCostRate` 每人每单位时间的等待成本；`serverCostRate` 每窗每单位时间成本。
 * 出处：Hillier & Lieberman《Introduction to Operations Research》服务台数决策。
 * 边界：等待成本为 0 时取最少可行窗口数；两个窗口数并列时取少的。
 * 复杂度：O(log c) 次 M/M/c 求值：总成本对 c 是凸的，只需找差分变号处。
 *
 * @example
 * optimalServers({ arrivalRate: 2, serviceRate: 3, waitingCostRate: 30, serverCostRate: 10 }).servers // 2
 */
export function optimalServers({
  arrivalRate,
  serviceRate,
  waitingCostRate,
  serverCostRate,
  counted = 'inSystem',
  tableLength = 12,
}: {
  arrivalRate: number;
  serviceRate: number;
  waitingCostRate: number;
  serverCostRate: number;
  /** 等待成本按系统内人数（缺省）还是只按排队人数计。 */
  counted?: 'inSystem' | 'inQueue';
  /** 表的最多行数，缺省 12。 */
  tableLength?: number;
}): OptimalServers {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('serviceRate', serviceRate);
  atLeast('waitingCostRate', waitingCostRate, 0);
  positive('serverCostRate', serverCostRate);
  integerAtLeast('tableLength', tableLength, 0);
  const queueLength = (servers: number): number =>
    mmc({ arrivalRate, serviceRate, servers }).meanQueueLength;
  const cost = (servers: number): ServerCost => {
    const inService = counted === 'inSystem' ? arrivalRate / serviceRate : 0;
    const waitingCost = waitingCostRate * (queueLength(servers) + inService);
    const serverCost = serverCostRate * servers;
    return { servers, waitingCost, serverCost, totalCost: waitingCost + serverCost };
  };
  let low = Math.floor(arrivalRate / serviceRate) + 1;
  // λ/μ 恰被舍入到整数以下时，最少可行窗口数要再加一。
  if (low < 2 ** 50 && queueLength(low) === Infinity) low += 1;
  const best = leastServers({
    enough: (servers) =>
      waitingCostRate * (queueLength(servers) - queueLength(servers + 1)) <= serverCostRate,
    low,
    name: 'arrivalRate',
    value: arrivalRate,
  });
  const table: ServerCost[] = [];
  const first = Math.max(low, best - Math.max(0, tableLength - 4));
  for (let i = 0; i < tableLength; i++) table.push(cost(first + i));
  return { ...cost(best), table };
}
