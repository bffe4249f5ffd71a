import { atLeast, each, finite, positive, within } from '../core/checks.ts';

/** 某时刻的负荷。 */
export interface LoadAtTime {
  /** 真实的平均在忙人数 m(t)。 */
  offeredLoad: number;
  /** 逐点稳态近似 λ(t)/μ：以为系统立刻跟上到达率。 */
  pointwiseStationary: number;
}

/** 正弦到达下的负荷。 */
export interface SinusoidalLoad extends LoadAtTime {
  /** 负荷高峰的高度。 */
  peakLoad: number;
  /** 负荷高峰比到达高峰晚多久。 */
  peakLag: number;
}

/**
 * 时变负荷 M_t/M/∞：到达率按正弦起伏时，若坐席无限，平均有多少人在忙。
 *
 * 假设：非齐次泊松到达 λ(t) = λ̄ + A sin(2πt/T)；指数服务；坐席足够多；起伏已进行很久。
 * 符号与单位：λ̄ `meanRate`；A `amplitude`（与 λ̄ 同单位，|A| ≤ λ̄）；T `period`；μ `serviceRate`；t `time`；时间单位一致。
 * 出处：Eick, Massey & Whitt (1993)。
 * 边界：A = 0 时恒为 λ̄/μ；服务越短，负荷越贴近逐点稳态。
 * 复杂度：O(1)。
 *
 * @example
 * sinusoidalLoad({ meanRate: 100, amplitude: 40, period: 24, serviceRate: 2, time: 9 }).offeredLoad // 65.72391186575425
 */
export function sinusoidalLoad({
  meanRate,
  amplitude,
  period,
  serviceRate,
  time,
}: {
  meanRate: number;
  amplitude: number;
  period: number;
  serviceRate: number;
  time: number;
}): SinusoidalLoad {
  atLeast('meanRate', meanRate, 0);
  within('amplitude', amplitude, -meanRate, meanRate);
  positive('period', period);
  positive('serviceRate', serviceRate);
  finite('time', time);
  const frequency = (2 * Math.PI) / period;
  const angle = frequency * (time % period);
  const scale = Math.hypot(serviceRate, frequency);
  const level = meanRate / serviceRate;
  return {
    offeredLoad:
      level +
      (amplitude / scale) *
        ((serviceRate / scale) * Math.sin(angle) - (frequency / scale) * Math.cos(angle)),
    pointwiseStationary: (meanRate + amplitude * Math.sin(angle)) / serviceRate,
    peakLoad: level + Math.abs(amplitude) / scale,
    peakLag: Math.atan2(frequency, serviceRate) / frequency,
  };
}

/**
 * 分段常数到达率的时变负荷 m(t)，精确积分，不靠时间步进。
 * `rates[i]` 作用于 [i·width, (i+1)·width)；`cyclic` 为真时循环往复并取周期稳态，否则 0 时刻从空系统开始、末段之后不再有到达。
 * `service` 为 'exponential'（缺省）或 'deterministic'；定长服务时 m(t) 就是最近一个服务时间内的到达数。
 */
export function piecewiseLoad({
  rates,
  width,
  meanService,
  times,
  service = 'exponential',
  cyclic = false,
}: {
  /** 各段到达率，≥ 0。 */
  rates: readonly number[];
  /** 每段时长。 */
  width: number;
  /** 平均服务时间。 */
  meanService: number;
  /** 求值时刻。 */
  times: readonly number[];
  /** 服务时间分布。 */
  service?: 'exponential' | 'deterministic';
  /** 是否每日循环。 */
  cyclic?: boolean;
}): LoadAtTime[] {
  each('rates', rates, (name, value) => atLeast(name, value, 0));
  positive('width', width);
  positive('meanService', meanService);
  const cycle = width * rates.length;
  const onePass = service === 'exponential' ? exponentialPass() : deterministicPass;
  return times.map((time, i) => {
    finite(`times[${i}]`, time);
    const t = cyclic ? ((time % cycle) + cycle) % cycle : time;
    return { offeredLoad: onePass(t), pointwiseStationary: rateAt(t) * meanService };
  });

  function rateAt(t: number): number {
    return t < 0 ? 0 : (rates[Math.floor(t / width)] ?? 0);
  }

  /** 指数服务：每段内 m 以速率 1/meanService 向 λ·meanService 靠拢，递推到段首再走余下一截。 */
  function exponentialPass(): (t: number) => number {
    const decay = Math.exp(-width / meanService);
    const approach = -Math.expm1(-width / meanService);
    const starts = [0];
    for (const rate of rates) starts.push(starts.at(-1)! * decay + rate * meanService * approach);
    // 周期稳态：m(0) = m(周期末)，而 m(周期末) = 空系统起算的值 + m(0)·e^{−周期/meanService}。
    const initial = cyclic ? starts.at(-1)! / -Math.expm1(-cycle / meanService) : 0;
    return (t) => {
      if (t <= 0) return initial;
      const index = Math.min(Math.floor(t / width), rates.length);
      const elapsed = t - index * width;
      const rate = rates[index] ?? 0;
      return (
        (starts[index]! + initial * Math.exp((-index * width) / meanService)) *
          Math.exp(-elapsed / meanService) +
        rate * meanService * -Math.expm1(-elapsed / meanService)
      );
    };
  }

  function arrivalsUpTo(t: number): number {
    if (t <= 0) return 0;
    const index = Math.min(Math.floor(t / width), rates.length);
    let sum = 0;
    for (let i = 0; i < index; i++) sum += rates[i]! * width;
    return sum + (rates[index] ?? 0) * (t - index * width);
  }

  function deterministicPass(t: number): number {
    if (!cyclic) return arrivalsUpTo(t) - arrivalsUpTo(t - meanService);
    const wholeCycles = Math.floor(meanService / cycle);
    const start = t - (meanService - wholeCycles * cycle);
    const perCycle = arrivalsUpTo(cycle);
    const recent =
      start >= 0
        ? arrivalsUpTo(t) - arrivalsUpTo(start)
        : arrivalsUpTo(t) + perCycle - arrivalsUpTo(start + cycle);
    return wholeCycles * perCycle + recent;
  }
}
