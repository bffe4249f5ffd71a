import { integerAtLeast, reject } from '../../core/checks.ts';
import type { ControlLimits } from './control-limits.ts';
import { xbarRChart } from './xbar-r-chart.ts';
import { xbarSChart } from './xbar-s-chart.ts';

/** 第一阶段反复定限的输入。 */
export interface PhaseOneInput {
  /** 全部试验子组，等大。 */
  subgroups: readonly (readonly number[])[];
  /** 散布用极差还是标准差，默认 `range`。 */
  spread?: 'range' | 'deviation' | undefined;
  /** 控制限的 σ 倍数，默认 3。 */
  sigmas?: number | undefined;
  /** 最多剔几轮，默认 20。 */
  maxRounds?: number | undefined;
}

/** 第一阶段反复定限的结果。 */
export interface PhaseOneResult {
  /** 最后的 X̄ 图限。 */
  means: ControlLimits;
  /** 最后的散布图限。 */
  spread: ControlLimits;
  /** 过程标准差的估计。 */
  sigma: number;
  /** 留下的子组序号，从 1 起。 */
  kept: number[];
  /** 每一轮剔掉的子组序号。 */
  removed: number[][];
  /** 定限的次数，含第一次。 */
  iterations: number;
  /** 最后一轮无一越限。 */
  converged: boolean;
}

/**
 * 第一阶段定限：越限的子组（查出特殊原因后）剔除、重算控制限，直到没有越限。
 *
 * 假设：每个越限的子组都确有可查明的特殊原因；查不出原因时不该剔，应把 `maxRounds` 设为 1 只看不剔。
 * 符号与单位：与数据同单位；序号从 1 起，按原来的次序。
 * 出处：两阶段控制图的通行做法，见 Montgomery, Introduction to Statistical Quality Control。
 * 边界：剩下不足 2 个子组时停下并报告未收敛；轮数用尽同样。
 * 复杂度：O(轮数 × 数据个数)。
 *
 * @example
 * phaseOneLimits({ subgroups: [[5, 6], [4, 6], [5, 5], [6, 4], [5, 7], [30, 31]] }).removed // []
 */
export function phaseOneLimits({
  subgroups,
  spread = 'range',
  sigmas = 3,
  maxRounds = 20,
}: PhaseOneInput): PhaseOneResult {
  integerAtLeast('maxRounds', maxRounds, 1);
  if (spread !== 'range' && spread !== 'deviation')
    reject('spread', "'range' or 'deviation'", spread);
  const chartOf = (
    groups: readonly (readonly number[])[],
  ): { means: ControlLimits; spread: ControlLimits; sigma: number; signals: number[] } => {
    if (spread === 'range') {
      const { means, ranges, sigma, meanSignals, rangeSignals } = xbarRChart({
        subgroups: groups,
        sigmas,
      });
      return { means, spread: ranges, sigma, signals: [...meanSignals, ...rangeSignals] };
    }
    const { means, deviations, sigma, meanSignals, deviationSignals } = xbarSChart({
      subgroups: groups,
      sigmas,
    });
    return { means, spread: deviations, sigma, signals: [...meanSignals, ...deviationSignals] };
  };

  let kept = subgroups.map((_, i) => i + 1);
  const removed: number[][] = [];
  let iterations = 1;
  let chart = chartOf(subgroups);
  while (chart.signals.length > 0 && iterations < maxRounds) {
    const out = new Set(chart.signals.map((signal) => kept[signal - 1] as number));
    const rest = kept.filter((index) => !out.has(index));
    if (rest.length < 2) break;
    kept = rest;
    removed.push([...out].sort((a, b) => a - b));
    chart = chartOf(kept.map((index) => subgroups[index - 1] as readonly number[]));
    iterations++;
  }
  return {
    means: chart.means,
    spread: chart.spread,
    sigma: chart.sigma,
    kept,
    removed,
    iterations,
    converged: chart.signals.length === 0,
  };
}
