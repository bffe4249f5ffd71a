import { atLeast, each, positive, reject, within } from '../../core/checks.ts';
import { checkIntervals, createFiller } from './distributions.ts';
import type { Distribution } from './distributions.ts';
import { createStream } from './sampling/streams.ts';

/** 更新过程：相邻到达的间隔独立同分布。 */
export interface RenewalArrivals {
  kind: 'renewal';
  /** 间隔时间的分布，均值 > 0。 */
  interval: Distribution;
}

/** 分段常数到达率的泊松过程，如一天里每半小时一个来话率。 */
export interface PiecewiseArrivals {
  kind: 'piecewise';
  /** 各段的到达率（每单位时间人数），每个 ≥ 0，至少一个 > 0。 */
  rates: readonly number[];
  /** 每段的长度，> 0。 */
  segment: number;
  /** 走完最后一段后是否从头再来；缺省 false，即此后不再有人到达。 */
  repeat?: boolean;
}

/** 正弦到达率的泊松过程：λ(t) = meanRate + amplitude · sin(2πt ÷ period)。 */
export interface SinusoidalArrivals {
  kind: 'sinusoidal';
  /** 平均到达率，> 0。 */
  meanRate: number;
  /** 振幅，与到达率同单位，0 到 `meanRate` 之间。 */
  amplitude: number;
  /** 周期，> 0。 */
  period: number;
}

/** 到达过程的可序列化说明。 */
export type ArrivalProcess = RenewalArrivals | PiecewiseArrivals | SinusoidalArrivals;

/** 稀疏化允许的最大“峰值 ÷ 均值”；再悬殊，绝大部分候选都被舍去，等于空转。 */
const peakLimit = 1e6;

/** 检查到达过程；`name` 会出现在错误信息里。 */
export function checkArrivals(name: string, process: ArrivalProcess): ArrivalProcess {
  if (typeof process !== 'object' || process === null)
    reject(name, 'an arrival process such as { kind: "renewal", interval }', process);
  switch (process.kind) {
    case 'renewal':
      checkIntervals(`${name}.interval`, process.interval);
      break;
    case 'piecewise': {
      each(`${name}.rates`, process.rates, (at, rate) => atLeast(at, rate, 0));
      positive(`${name}.segment`, process.segment);
      const peak = process.rates.reduce((high, rate) => Math.max(high, rate), 0);
      const mean = process.rates.reduce((sum, rate) => sum + rate / process.rates.length, 0);
      if (!(peak > 0)) reject(`${name}.rates`, 'rates of which at least one is > 0', process.rates);
      if (peak > peakLimit * mean)
        reject(`${name}.rates`, `rates with peak ≤ ${peakLimit} × their mean`, process.rates);
      break;
    }
    case 'sinusoidal':
      positive(`${name}.meanRate`, process.meanRate);
      within(`${name}.amplitude`, process.amplitude, 0, process.meanRate);
      positive(`${name}.period`, process.period);
      break;
    default:
      reject(
        `${name}.kind`,
        'one of renewal, piecewise, sinusoidal',
        (process as { kind: unknown }).kind,
      );
  }
  return process;
}

/**
 * 时变泊松过程在时刻 t 的到达率；分段过程在 t < 0 与（不重复时）走完之后为 0。
 *
 * @example
 * rateAt({ kind: 'sinusoidal', meanRate: 100, amplitude: 40, period: 24 }, 6) // 140
 */
export function rateAt(process: PiecewiseArrivals | SinusoidalArrivals, time: number): number {
  if (process.kind === 'sinusoidal')
    return process.meanRate + process.amplitude * Math.sin((2 * Math.PI * time) / process.period);
  const { rates, segment, repeat = false } = process;
  const at = Math.floor(time / segment);
  if (at < 0) return 0;
  if (repeat) return rates[at % rates.length]!;
  return rates[at] ?? 0;
}

/**
 * 到达时刻的发生器：每次把接下来的到达时刻按先后填入数组，返回填了几个。
 *
 * 假设：更新过程从 0 时刻起算第一个间隔；时变过程是非齐次泊松，用稀疏化抽取。
 * 符号与单位：λ(t) 见 `rateAt`；时间单位任意，全程一致。
 * 出处：稀疏化 Lewis & Shedler (1979)。
 * 边界：返回数少于数组长度，表示此后再无人到达（只有不重复的分段过程会如此）。
 * 复杂度：更新过程每人 O(1)；稀疏化每人期望抽“峰值 ÷ 均值”次。
 *
 * @example
 * createArrivalTimes({ kind: 'renewal', interval: { kind: 'deterministic', mean: 2 } }, 1)(new Float64Array(3)) // 3
 */
export function createArrivalTimes(
  process: ArrivalProcess,
  seed: number,
): (times: Float64Array) => number {
  checkArrivals('process', process);
  const stream = createStream(seed);
  let clock = 0;

  if (process.kind === 'renewal') {
    const fill = createFiller(process.interval, stream);
    return (times) => {
      fill(times);
      for (let i = 0; i < times.length; i++) {
        clock += times[i]!;
        times[i] = clock;
      }
      return times.length;
    };
  }

  const peak =
    process.kind === 'sinusoidal'
      ? process.meanRate + process.amplitude
      : process.rates.reduce((high, rate) => Math.max(high, rate), 0);
  const end =
    process.kind === 'piecewise' && process.repeat !== true
      ? process.rates.length * process.segment
      : Number.POSITIVE_INFINITY;
  return (times) => {
    let count = 0;
    while (count < times.length) {
      clock += stream.exponential(1 / peak);
      if (clock >= end) return count;
      if (stream.uniform() * peak < rateAt(process, clock)) times[count++] = clock;
    }
    return count;
  };
}
