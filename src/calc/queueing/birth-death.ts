import { integerAtLeast } from '../core/checks.ts';

/** 有限生灭过程的稳态汇总。 */
export interface BirthDeathSummary {
  /** 概率最大的状态。 */
  mode: number;
  /** 众数状态概率的自然对数。 */
  logModeProbability: number;
  /** 平均状态（系统内人数）。 */
  mean: number;
  /** 平均忙碌服务台数 E[min(k, servers)]。 */
  meanBusy: number;
  /** 平均排队人数 E[(k − servers)⁺]。 */
  meanQueueLength: number;
  /** 排队或全忙的概率 P(k ≥ servers)。 */
  probabilityAllBusy: number;
  /** 最高状态的概率（可能下溢为 0）。 */
  probabilityFull: number;
}

/** 最小的正规双精度数。 */
const SMALLEST_NORMAL = 2 ** -1022;

/**
 * 有限生灭过程的稳态：状态 0 到 last，相邻概率之比由 `upRatio` 给出。
 *
 * 假设：`upRatio(k)` = P(k + 1)/P(k) 随 k 不增，于是概率单峰。
 * 符号与单位：k 为系统内人数；`servers` 为并联服务台数，只用来汇总忙台与排队人数。
 * 出处：生灭过程的细致平衡方程，见 Gross & Harris。
 * 边界：last = 0 时只有空状态；比值可以为 0。
 * 复杂度：不超过 O(last) 时间，权重落到 10⁻³⁰⁸ 以下即停（比值随 k 稳步下降时约 O(√last) 步）；O(1) 空间。从众数向两侧连乘，权重都 ≤ 1，不会溢出，下溢的项本就可忽略。
 *
 * @example
 * birthDeath({ last: 2, servers: 1, upRatio: () => 1 }).mean // 1
 */
export function birthDeath({
  last,
  servers,
  upRatio,
}: {
  last: number;
  servers: number;
  upRatio: (k: number) => number;
}): BirthDeathSummary {
  integerAtLeast('last', last, 0);
  integerAtLeast('servers', servers, 1);
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (upRatio(middle) >= 1) low = middle + 1;
    else high = middle;
  }
  const mode = low;
  let total = 0;
  let meanSum = 0;
  let busySum = 0;
  let queueSum = 0;
  let allBusySum = 0;
  let fullWeight = 0;
  const add = (k: number, weight: number): void => {
    total += weight;
    meanSum += k * weight;
    busySum += Math.min(k, servers) * weight;
    if (k >= servers) {
      queueSum += (k - servers) * weight;
      allBusySum += weight;
    }
    if (k === last) fullWeight = weight;
  };
  // 尾部从小往大加，误差更小；但项数不定，先向上后向下的差别在 10⁻¹³ 以内，取简单的写法。
  // 停在最小正规数：再往下是次正规数，乘 0.9 又舍入回自己，永远到不了 0。
  let weight = 1;
  for (let k = mode; weight >= SMALLEST_NORMAL; k++) {
    add(k, weight);
    if (k === last) break;
    weight *= upRatio(k);
  }
  weight = 1;
  for (let k = mode - 1; k >= 0; k--) {
    weight /= upRatio(k);
    if (weight < SMALLEST_NORMAL) break;
    add(k, weight);
  }
  return {
    mode,
    logModeProbability: -Math.log(total),
    mean: meanSum / total,
    meanBusy: busySum / total,
    meanQueueLength: queueSum / total,
    probabilityAllBusy: allBusySum / total,
    probabilityFull: fullWeight / total,
  };
}
