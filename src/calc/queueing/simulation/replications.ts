import { integerAtLeast, openUnit, reject } from '../../core/checks.ts';
import { checkSeed, deriveSeed } from './sampling/streams.ts';
import { studentTQuantile } from './student-t.ts';

/** 一项指标在各次重复中的汇总。 */
export interface Estimate {
  /** 均值。 */
  mean: number;
  /** 均值的标准误：样本标准差 ÷ √重复次数；只重复一次时为 NaN。 */
  standardError: number;
  /** 置信区间下限。 */
  low: number;
  /** 置信区间上限。 */
  high: number;
  /** 区间半宽。 */
  halfWidth: number;
  /** 各次重复的值。 */
  values: number[];
}

/** `replicate` 的输入。 */
export interface ReplicationInput<Metric extends string> {
  /** 重复次数，≥ 1；要有置信区间须 ≥ 2。 */
  replications: number;
  /** 总种子；每次重复由它派生各自的种子。 */
  seed: number;
  /** 置信水平，(0, 1)，缺省 0.95。 */
  confidence?: number;
  /** 一次仿真：收种子，返回若干指标；各次返回的指标名须相同。 */
  run: (seed: number, replication: number) => Record<Metric, number>;
}

/**
 * 独立重复仿真：同一模型用不同种子跑若干次，给每项指标配均值与 t 置信区间。
 *
 * 假设：各次重复独立同分布，指标近似正态（每次都是长期平均时成立）。
 * 符号与单位：R 次重复，自由度 R − 1；区间 = 均值 ± t × 标准误。
 * 出处：独立重复法，见 Law, Simulation Modeling and Analysis。
 * 边界：R = 1 时标准误与区间为 NaN；某次指标为 NaN（如无人入队）则该指标的汇总为 NaN。
 * 比较两种规则时，让 `run` 在同一批顾客上返回两者之差，区间会窄得多。
 * 复杂度：R 次 `run`。
 *
 * @example
 * replicate({ replications: 3, seed: 1, run: (seed, replication) => ({ value: replication }) }).value.mean // 1
 */
export function replicate<Metric extends string>(
  input: ReplicationInput<Metric>,
): Record<Metric, Estimate> {
  const { replications, seed, confidence = 0.95, run } = input;
  integerAtLeast('replications', replications, 1);
  checkSeed('seed', seed);
  openUnit('confidence', confidence);
  const columns = new Map<Metric, number[]>();
  for (let replication = 0; replication < replications; replication++) {
    const metrics = run(deriveSeed(seed, replication), replication);
    const names = Object.keys(metrics) as Metric[];
    if (replication > 0 && names.length !== columns.size)
      reject('run', 'a function returning the same metrics every time', metrics);
    for (const name of names) {
      if (replication === 0) columns.set(name, []);
      const column = columns.get(name);
      if (!column) reject('run', 'a function returning the same metrics every time', name);
      column.push(metrics[name]);
    }
  }
  const estimates = {} as Record<Metric, Estimate>;
  for (const [name, values] of columns) estimates[name] = estimate(values, confidence);
  return estimates;
}

/**
 * 一列独立观测的均值与 t 置信区间。
 *
 * @example
 * estimate([1, 2, 3, 4], 0.95).standardError // 0.6454972243679028
 */
export function estimate(values: readonly number[], confidence: number): Estimate {
  openUnit('confidence', confidence);
  const count = values.length;
  if (count === 0) reject('values', 'a non-empty array', values);
  let mean = 0;
  let squares = 0;
  values.forEach((value, i) => {
    const shift = value - mean;
    mean += shift / (i + 1);
    squares += shift * (value - mean);
  });
  const standardError = count > 1 ? Math.sqrt(squares / (count - 1) / count) : Number.NaN;
  const halfWidth =
    count > 1
      ? -studentTQuantile({
          probability: (1 - confidence) / 2,
          degreesOfFreedom: count - 1,
        }) * standardError
      : Number.NaN;
  return {
    mean,
    standardError,
    low: mean - halfWidth,
    high: mean + halfWidth,
    halfWidth,
    values: [...values],
  };
}
