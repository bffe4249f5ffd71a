import { finite, integerAtLeast, nonEmpty, openUnit, reject } from '../core/checks.ts';
import { createRandom } from '../core/random.ts';
import type { Random } from '../core/random.ts';
import {
  checkEstimate,
  classicPert,
  projectOutcomes,
  type ClassicPert,
  type UncertainTask,
} from './project-outcomes.ts';

export { pertMean, type UncertainTask } from './project-outcomes.ts';

/** 项目模拟的输入。 */
export interface ProjectSimulationInput {
  /** 任务。 */
  tasks: readonly UncertainTask[];
  /** 模拟次数，默认 2000。 */
  replications?: number | undefined;
  /** 随机种子，默认 1。 */
  seed?: number | undefined;
  /** 工期分布：`pert` 为均值 (a+4m+b)/6 的贝塔分布，`triangular` 为三角分布；默认 `pert`。 */
  distribution?: 'pert' | 'triangular' | undefined;
  /** 期限；给出才算按期概率。 */
  deadline?: number | undefined;
  /** 想要的分位数，默认 0.1、0.5、0.9。 */
  quantiles?: readonly number[] | undefined;
}

/** 项目模拟的结果。 */
export interface ProjectSimulationResult {
  /** 总工期的样本均值。 */
  mean: number;
  /** 总工期的样本标准差；只模拟一次时为 NaN。 */
  sd: number;
  /** 均值的标准误。 */
  standardError: number;
  /** 各次模拟的总工期，从小到大。 */
  durations: number[];
  /** `quantiles` 各点的工期。 */
  quantiles: number[];
  /** 各任务落在关键路径上的比例，与任务同序。 */
  criticality: number[];
  /** 按期完成的比例；没有给期限时为 null。 */
  onTimeProbability: number | null;
  /** 经典 PERT：只看均值工期的那条关键路径，按正态近似。 */
  classic: ClassicPert;
}

/**
 * 带随机工期的关键路径：按三点估计抽样，模拟总工期、按期概率与各任务的关键度。
 *
 * 假设：各任务工期独立；完成—开始关系；人手不限。经典 PERT 只看一条路径，忽略“汇合偏差”，所以通常偏乐观。
 * 符号与单位：a、m、b 同一时间单位；贝塔分布形状 α = 1 + 4(m−a)/(b−a)、β = 1 + 4(b−m)/(b−a)。
 * 出处：Malcolm 等 (1959) 的 PERT；贝塔抽样用两个伽马之比，伽马用 Marsaglia & Tsang (2000)。
 * 边界：a = m = b 的任务工期确定；同一种子结果逐位相同；分位数为排序样本的线性插值。
 * 复杂度：O(次数 × (任务数 + 关系数))。
 *
 * @example
 * projectSimulation({ tasks: [{ id: 'a', optimistic: 2, mostLikely: 2, pessimistic: 2 }, { id: 'b', optimistic: 3, mostLikely: 3, pessimistic: 3, after: ['a'] }], replications: 5 }).mean // 5
 */
export function projectSimulation({
  tasks,
  replications = 2000,
  seed = 1,
  distribution = 'pert',
  deadline,
  quantiles = [0.1, 0.5, 0.9],
}: ProjectSimulationInput): ProjectSimulationResult {
  nonEmpty('tasks', tasks);
  integerAtLeast('replications', replications, 1);
  if (distribution !== 'pert' && distribution !== 'triangular')
    reject('distribution', "'pert' or 'triangular'", distribution);
  if (deadline !== undefined) finite('deadline', deadline);
  quantiles.forEach((p, i) => openUnit(`quantiles[${i}]`, p));
  tasks.forEach((task, i) => checkEstimate(`tasks[${i}]`, task));

  const random = createRandom(seed);
  const draw = distribution === 'pert' ? drawPert : drawTriangular;
  const samples = tasks.map(() => [] as number[]);
  // 一次一次地抽：同一个种子，多抽几次，前面的不变
  for (let run = 0; run < replications; run++)
    tasks.forEach((task, i) => (samples[i] as number[]).push(draw(task, random)));
  const { durations, criticality } = projectOutcomes({ tasks, samples });
  const mean = durations.reduce((sum, value) => sum + value, 0) / replications;
  const variance =
    durations.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (replications - 1);
  const onTime =
    deadline === undefined
      ? null
      : durations.filter((value) => value <= deadline).length / replications;
  durations.sort((a, b) => a - b);

  return {
    mean,
    sd: Math.sqrt(variance),
    standardError: Math.sqrt(variance / replications),
    durations,
    quantiles: quantiles.map((p) => interpolate(durations, p)),
    criticality,
    onTimeProbability: onTime,
    classic: classicPert({ tasks, deadline }),
  };
}

function drawTriangular(
  { optimistic, mostLikely, pessimistic }: UncertainTask,
  random: Random,
): number {
  const range = pessimistic - optimistic;
  if (range === 0) return optimistic;
  const u = random.uniform();
  const split = (mostLikely - optimistic) / range;
  return u < split
    ? optimistic + range * Math.sqrt(u * split)
    : pessimistic - range * Math.sqrt((1 - u) * (1 - split));
}

function drawPert({ optimistic, mostLikely, pessimistic }: UncertainTask, random: Random): number {
  const range = pessimistic - optimistic;
  if (range === 0) return optimistic;
  const x = drawGamma(1 + (4 * (mostLikely - optimistic)) / range, random);
  const y = drawGamma(1 + (4 * (pessimistic - mostLikely)) / range, random);
  return optimistic + (range * x) / (x + y);
}

/** 形状 ≥ 1 的伽马随机数（Marsaglia–Tsang）；每轮接受率高于 95 %，上限只为保证不会死循环。 */
function drawGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let attempt = 0; attempt < 1000; attempt++) {
    const x = random.normal(0, 1);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log1p(-random.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
  return d;
}

function interpolate(sorted: readonly number[], p: number): number {
  const position = p * (sorted.length - 1);
  const low = Math.floor(position);
  const below = sorted[low] as number;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  return below + (position - low) * (above - below);
}
