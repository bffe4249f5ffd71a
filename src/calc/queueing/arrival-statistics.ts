import { atLeast, finite, integerAtLeast, reject } from '../core/checks.ts';
import { createRandom } from '../core/random.ts';

/** 一组正数的概括。 */
export interface DurationSummary {
  /** 个数。 */
  count: number;
  /** 均值。 */
  mean: number;
  /** 样本标准差（分母 n − 1）；不足两个为 NaN。 */
  standardDeviation: number;
  /** 变异系数：标准差/均值；定长为 0，指数分布约为 1。 */
  coefficientOfVariation: number;
  /** 变异系数的平方。 */
  scv: number;
}

/** 指数分布拟合检验的结果。 */
export interface ExponentialFit {
  /** 经验分布与（用样本均值估计的）指数分布的最大差距 D。 */
  statistic: number;
  /** p 值：真是指数分布时 D 至少这么大的概率，由设定种子的模拟得到。 */
  pValue: number;
  /** 显著性 5 % 下的临界值；D 超过它就拒绝指数分布。 */
  criticalValue: number;
  /** 是否可以当作指数分布（D 未超过临界值）。 */
  plausible: boolean;
}

/** 到达记录的统计结果。 */
export interface ArrivalStatistics {
  /** 到达间隔的概括。 */
  interarrival: DurationSummary;
  /** 服务时长的概括；没有给服务时长时为 null。 */
  service: DurationSummary | null;
  /** 到达率：每单位时间到达数 = 间隔个数/首末到达相隔。 */
  arrivalRate: number;
  /** 到达负荷 = 到达率 × 平均服务时长；没有服务时长时为 null。 */
  offeredLoad: number | null;
  /** 到达间隔的指数拟合检验。 */
  interarrivalFit: ExponentialFit;
  /** 服务时长的指数拟合检验；没有服务时长或全为 0 时为 null。 */
  serviceFit: ExponentialFit | null;
  /** 建议的模型记号，如 'M/M/c'、'M/G/c'、'G/G/c'；没有服务时长时只给到达部分 'M' 或 'G'。 */
  suggestedModel: string;
}

/** 均值、标准差与变异系数；用先减均值再平方的两遍算法，时刻是大数时也不丢位。 */
export function summarizeDurations(durations: readonly number[]): DurationSummary {
  const count = durations.length;
  let mean = 0;
  for (let i = 0; i < count; i++) {
    atLeast(`durations[${i}]`, durations[i]!, 0);
    mean += (durations[i]! - mean) / (i + 1);
  }
  if (count === 0) mean = NaN;
  let squares = 0;
  for (const value of durations) squares += (value - mean) ** 2;
  const standardDeviation = count < 2 ? NaN : Math.sqrt(squares / (count - 1));
  const coefficientOfVariation = standardDeviation / mean;
  return {
    count,
    mean,
    standardDeviation,
    coefficientOfVariation,
    scv: coefficientOfVariation ** 2,
  };
}

/** 经验分布与同均值指数分布的最大差距；输入会被排序复制。 */
function exponentialDistance(durations: readonly number[]): number {
  const sorted = Float64Array.from(durations).sort();
  const n = sorted.length;
  let sum = 0;
  for (const value of sorted) sum += value;
  const mean = sum / n;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const fitted = -Math.expm1(-sorted[i]! / mean);
    distance = Math.max(distance, fitted - i / n, (i + 1) / n - fitted);
  }
  return distance;
}

/**
 * 指数分布的 Lilliefors 检验：均值由样本估计的柯尔莫哥洛夫–斯米尔诺夫检验。
 * 临界值用 Stephens (1974) 的修正式 (D − 0.2/n)(√n + 0.26 + 0.5/√n) = 1.094（5 %）；
 * p 值由 `replications` 次模拟给出，均值未知不影响 D 的分布，故结果只依赖 n。
 * 至少 3 个非负数且均值 > 0。
 */
export function exponentialFit({
  durations,
  seed = 1,
  replications = 999,
}: {
  durations: readonly number[];
  seed?: number;
  replications?: number;
}): ExponentialFit {
  if (durations.length < 3) reject('durations', 'an array of at least 3 numbers', durations);
  integerAtLeast('replications', replications, 1);
  const { mean, count } = summarizeDurations(durations);
  if (!(mean > 0)) reject('durations', 'not all zero', durations);
  const statistic = exponentialDistance(durations);
  const random = createRandom(seed);
  const sample = Array.from({ length: count }, () => 0);
  let asExtreme = 0;
  for (let r = 0; r < replications; r++) {
    for (let i = 0; i < count; i++) sample[i] = random.exponential(1);
    if (exponentialDistance(sample) >= statistic) asExtreme++;
  }
  const root = Math.sqrt(count);
  const criticalValue = 1.094 / (root + 0.26 + 0.5 / root) + 0.2 / count;
  return {
    statistic,
    pValue: (asExtreme + 1) / (replications + 1),
    criticalValue,
    plausible: statistic <= criticalValue,
  };
}

/**
 * 实测队伍的统计：由记下的到达时刻与服务时长估计到达率、变异系数，并建议用哪个排队模型。
 *
 * 假设：记录期内到达率平稳；记录完整，没有漏记到达。
 * 符号与单位：`arrivals` 到达时刻（不减，至少 4 个）；`services` 服务时长；时间单位一致。
 * 出处：Lilliefors (1969)；Stephens (1974)。
 * 边界：同刻到达的间隔记 0；所有人同刻到达抛 RangeError；变异系数 < 0.1 的服务建议记为定长 D。
 * 复杂度：O(R·n log n)，R 为模拟次数（缺省 999）。
 *
 * @example
 * arrivalStatistics({ arrivals: [0, 2, 3, 7, 8] }).arrivalRate // 0.5
 */
export function arrivalStatistics({
  arrivals,
  services,
  seed = 1,
  replications = 999,
}: {
  arrivals: readonly number[];
  services?: readonly number[];
  seed?: number;
  replications?: number;
}): ArrivalStatistics {
  if (arrivals.length < 4) reject('arrivals', 'an array of at least 4 timestamps', arrivals);
  const gaps: number[] = [];
  arrivals.forEach((time, i) => {
    finite(`arrivals[${i}]`, time);
    if (i === 0) return;
    if (time < arrivals[i - 1]!)
      reject(`arrivals[${i}]`, 'no earlier than the arrival before it', time);
    gaps.push(time - arrivals[i - 1]!);
  });
  const span = arrivals.at(-1)! - arrivals[0]!;
  if (span === 0) reject('arrivals', 'spread over some time', arrivals);
  services?.forEach((value, i) => atLeast(`services[${i}]`, value, 0));
  const interarrival = summarizeDurations(gaps);
  const service = services && services.length > 0 ? summarizeDurations(services) : null;
  const arrivalRate = gaps.length / span;
  const interarrivalFit = exponentialFit({ durations: gaps, seed, replications });
  const serviceFit =
    services && services.length >= 3 && service !== null && service.mean > 0
      ? exponentialFit({ durations: services, seed: seed + 1, replications })
      : null;
  const letter = (fit: ExponentialFit | null, summary: DurationSummary): string => {
    if (summary.coefficientOfVariation < 0.1) return 'D';
    return fit?.plausible ? 'M' : 'G';
  };
  const arrivalLetter = letter(interarrivalFit, interarrival);
  return {
    interarrival,
    service,
    arrivalRate,
    offeredLoad: service === null ? null : arrivalRate * service.mean,
    interarrivalFit,
    serviceFit,
    suggestedModel:
      service === null ? arrivalLetter : `${arrivalLetter}/${letter(serviceFit, service)}/c`,
  };
}
