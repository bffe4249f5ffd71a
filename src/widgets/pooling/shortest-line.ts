import { mmc } from '../../calc/queueing/mmc.ts';

/**
 * 各挑最短的一条队、站定不换时的平均等待，是同样窗口排一条总队的几倍。
 *
 * 这种排法没有公式。下表是仿真值：每格 300 万名顾客、两种排法用同一批顾客
 * （`simulateQueue`，`lines: 'shortest'` 对 `'one'`，种子 1 与 2），格间按利用率线性插值。
 * 行是窗口数 2–8，列是 `utilizations`。
 */
const utilizations = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95] as const;
const ratios: readonly (readonly number[])[] = [
  [1.2811, 1.2136, 1.1549, 1.1001, 1.0749, 1.0504, 1.0247],
  [1.5519, 1.4132, 1.2961, 1.1924, 1.1423, 1.0958, 1.0473],
  [1.8227, 1.6098, 1.4317, 1.2778, 1.2072, 1.1391, 1.0684],
  [2.0912, 1.8005, 1.5623, 1.3619, 1.2686, 1.1814, 1.0889],
  [2.3534, 1.9886, 1.6906, 1.4405, 1.3255, 1.2204, 1.1092],
  [2.6064, 2.1706, 1.8126, 1.5194, 1.3841, 1.2566, 1.1295],
  [2.8705, 2.3549, 1.9401, 1.594, 1.4393, 1.2955, 1.1472],
];

export function shortestLineWait(utilization: number, servers: number): number {
  const row = ratios[servers - 2] as readonly number[];
  const after = utilizations.findIndex((value) => value >= utilization);
  const right = Math.max(1, after === -1 ? utilizations.length - 1 : after);
  const [x0, x1] = [utilizations[right - 1] as number, utilizations[right] as number];
  const [y0, y1] = [row[right - 1] as number, row[right] as number];
  const ratio = y0 + ((y1 - y0) * (utilization - x0)) / (x1 - x0);
  return ratio * mmc({ arrivalRate: utilization * servers, serviceRate: 1, servers }).meanWait;
}
