import { atLeast, each, integerAtLeast, positive, reject } from '../../core/checks.ts';
import type { Stream, Variates } from './sampling/streams.ts';

/** 指数分布：无记忆，变异系数平方恒为 1。 */
export interface Exponential {
  kind: 'exponential';
  /** 均值，> 0。 */
  mean: number;
}

/** 定长：每次都一样。 */
export interface Deterministic {
  kind: 'deterministic';
  /** 定值，≥ 0。 */
  mean: number;
}

/** 爱尔朗分布：若干同均值指数阶段之和，变异系数平方 1/stages。 */
export interface ErlangStages {
  kind: 'erlang';
  /** 总均值，> 0。 */
  mean: number;
  /** 阶段数，≥ 1 的整数。 */
  stages: number;
}

/** 对数正态分布，按均值与变异系数平方给出。 */
export interface LogNormal {
  kind: 'lognormal';
  /** 均值，> 0。 */
  mean: number;
  /** 变异系数平方，≥ 0；0 时退化为定长。 */
  scv: number;
}

/** 两支超指数分布，均值平衡（两支各贡献一半均值）。 */
export interface HyperExponential {
  kind: 'hyperexponential';
  /** 均值，> 0。 */
  mean: number;
  /** 变异系数平方，≥ 1；1 时退化为指数。 */
  scv: number;
}

/** 经验分布：从给定样本中等概率有放回地抽取。 */
export interface Empirical {
  kind: 'empirical';
  /** 样本值，非空，每个 ≥ 0。 */
  values: readonly number[];
}

/** 可序列化的分布说明：能存进网址、能传给后台线程。 */
export type Distribution =
  | Exponential
  | Deterministic
  | ErlangStages
  | LogNormal
  | HyperExponential
  | Empirical;

/** 检查分布说明；`name` 是它在调用者参数中的名字，如 `service`，会出现在错误信息里。 */
export function checkDistribution(name: string, description: Distribution): Distribution {
  if (typeof description !== 'object' || description === null)
    reject(name, 'a distribution such as { kind: "exponential", mean: 1 }', description);
  switch (description.kind) {
    case 'exponential':
      positive(`${name}.mean`, description.mean);
      break;
    case 'deterministic':
      atLeast(`${name}.mean`, description.mean, 0);
      break;
    case 'erlang':
      positive(`${name}.mean`, description.mean);
      integerAtLeast(`${name}.stages`, description.stages, 1);
      break;
    case 'lognormal':
      positive(`${name}.mean`, description.mean);
      atLeast(`${name}.scv`, description.scv, 0);
      break;
    case 'hyperexponential':
      positive(`${name}.mean`, description.mean);
      atLeast(`${name}.scv`, description.scv, 1);
      break;
    case 'empirical':
      each(`${name}.values`, description.values, (at, value) => atLeast(at, value, 0));
      break;
    default:
      reject(
        `${name}.kind`,
        'one of exponential, deterministic, erlang, lognormal, hyperexponential, empirical',
        (description as { kind: unknown }).kind,
      );
  }
  return description;
}

/** 检查间隔时间的分布：均值为 0 时无穷多人同时到达，仿真不会结束，故拒绝。 */
export function checkIntervals(name: string, description: Distribution): Distribution {
  checkDistribution(name, description);
  if (!(moments(description).mean > 0)) reject(name, 'a distribution with mean > 0', 0);
  return description;
}

/**
 * 分布的均值与变异系数平方（方差 ÷ 均值²），供金曼、波拉切克—辛钦等公式取用。
 *
 * 边界：均值为 0 时变异系数平方无定义，返回 NaN；经验分布用总体方差（除以 n）。
 *
 * @example
 * moments({ kind: 'erlang', mean: 6, stages: 4 }) // { mean: 6, scv: 0.25 }
 */
export function moments(description: Distribution): { mean: number; scv: number } {
  checkDistribution('description', description);
  switch (description.kind) {
    case 'exponential':
      return { mean: description.mean, scv: 1 };
    case 'deterministic':
      return { mean: description.mean, scv: description.mean > 0 ? 0 : Number.NaN };
    case 'erlang':
      return { mean: description.mean, scv: 1 / description.stages };
    case 'lognormal':
    case 'hyperexponential':
      return { mean: description.mean, scv: description.scv };
    case 'empirical': {
      const { values } = description;
      let sum = 0;
      for (const value of values) sum += value;
      const mean = sum / values.length;
      let squares = 0;
      for (const value of values) squares += (value - mean) ** 2;
      return { mean, scv: squares / values.length / (mean * mean) };
    }
  }
}

/**
 * 抽样器：把分布说明变成“每调用一次给一个数”的函数。
 *
 * 假设：各次抽取相互独立；随机性全部来自传入的 `random`，同一状态给出同一序列。
 * 符号与单位：`mean` 的单位就是返回值的单位；`scv` 为变异系数平方，无量纲。
 * 出处：超指数的均值平衡取法见 Tijms 与 Whitt 的两矩拟合；其余为定义。
 * 边界：对数正态 scv = 0 与定长相同；超指数 scv = 1 与指数相同。
 * 复杂度：每次 O(1)；爱尔朗 O(stages)，直接相加而不取连乘的对数，阶段再多也不下溢。
 *
 * @example
 * createSampler({ kind: 'deterministic', mean: 3 }, { uniform: () => 0, exponential: () => 0, normal: () => 0 })() // 3
 */
export function createSampler(description: Distribution, random: Variates): () => number {
  checkDistribution('description', description);
  switch (description.kind) {
    case 'exponential': {
      const { mean } = description;
      return () => random.exponential(mean);
    }
    case 'deterministic': {
      const { mean } = description;
      return () => mean;
    }
    case 'erlang': {
      const { stages } = description;
      const stageMean = description.mean / stages;
      return () => {
        let sum = 0;
        for (let stage = 0; stage < stages; stage++) sum += random.exponential(stageMean);
        return sum;
      };
    }
    case 'lognormal': {
      const logVariance = Math.log1p(description.scv);
      const logMean = Math.log(description.mean) - logVariance / 2;
      const logDeviation = Math.sqrt(logVariance);
      return () => Math.exp(random.normal(logMean, logDeviation));
    }
    case 'hyperexponential': {
      const { mean, scv } = description;
      // 慢支概率 (1−s)/2 在 scv 很大时是两个几乎相等的数之差，改写成倒数形式以保住有效位。
      const spread = Math.sqrt((scv - 1) / (scv + 1));
      const slowShare = 1 / ((scv + 1) * (1 + spread));
      const slowMean = mean / (2 * slowShare);
      const fastMean = mean / (2 * (1 - slowShare));
      return () => random.exponential(random.uniform() < slowShare ? slowMean : fastMean);
    }
    case 'empirical': {
      const values = Float64Array.from(description.values);
      return () => values[Math.floor(random.uniform() * values.length)]!;
    }
  }
}

/** 整块抽样器：填满数组。指数与定长不经过逐次调用，是快速路径快的一半原因。 */
export function createFiller(
  description: Distribution,
  stream: Stream,
): (target: Float64Array) => void {
  if (description.kind === 'exponential') {
    const { mean } = checkDistribution('description', description) as Exponential;
    return (target) => stream.fillExponential(target, mean);
  }
  const sample = createSampler(description, stream);
  if (description.kind === 'deterministic') return (target) => void target.fill(sample());
  return (target) => {
    for (let i = 0; i < target.length; i++) target[i] = sample();
  };
}
