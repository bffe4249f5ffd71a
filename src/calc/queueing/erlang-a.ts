import { atLeast, integerAtLeast, positive } from '../core/checks.ts';
import { productMinus } from '../core/exact.ts';
import { gaussLegendre } from '../core/quadrature.ts';
import { devianceTerm, logAddExp } from '../core/special-functions.ts';
import { logErlangB } from './erlang-b.ts';

/** Erlang A 的参数。 */
export interface AbandonmentParameters {
  /** 到达率 λ ≥ 0。 */
  arrivalRate: number;
  /** 每席服务率 μ > 0。 */
  serviceRate: number;
  /** 放弃率 θ ≥ 0，即平均耐心的倒数；0 表示无人放弃。 */
  abandonmentRate: number;
  /** 坐席数 n ≥ 1。 */
  servers: number;
}

/** Erlang A 的结果。 */
export interface AbandonmentResult {
  /** 来话需要等待的概率。 */
  probabilityOfWaiting: number;
  /** 等待概率的自然对数。 */
  logProbabilityOfWaiting: number;
  /** 来话最终放弃的概率。 */
  probabilityOfAbandoning: number;
  /** 全部来话（含放弃者）的平均等待时间。 */
  meanWait: number;
  /** 平均排队人数。 */
  meanQueueLength: number;
  /** 坐席占用率。 */
  utilization: number;
  /** 等待（到接通或放弃为止）超过 time 的概率。 */
  waitTail(time: number): number;
  /** 在 time 之内被接通的概率（分母为全部来话，放弃者算未接通）。 */
  servedWithin(time: number): number;
}

const RULE = gaussLegendre(24);

/** 指数落到峰值的 e^{−45} 以下即可忽略（10⁻¹⁹·⁵）。 */
const NEGLIGIBLE = 45;

/** 单侧小段数上限；通常不到 100 段。 */
const MAX_PANELS = 20_000;

/** (y − 1 + e^{−y})，小 y 用级数免相消。 */
function lag(y: number): number {
  if (Math.abs(y) > 0.5) return y + Math.expm1(-y);
  let term = (y * y) / 2;
  let sum = term;
  for (let k = 3; k < 30; k++) {
    term *= -y / k;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * Erlang A（M/M/n + M）：带放弃的呼叫中心，等得不耐烦的来话挂断离开。
 *
 * 假设：泊松到达、指数服务、指数耐心、先到先服务、放弃者不重拨、稳态。
 * 符号与单位：λ `arrivalRate`；μ `serviceRate`；θ `abandonmentRate` 放弃率（平均耐心的倒数）；n `servers`；时间单位与速率一致。
 * 出处：Palm；Baccelli & Hebuterne (1981)；Mandelbaum & Zeltyn (2005)。
 * 边界：θ > 0 时总有稳态，ρ > 1 也行；θ = 0 即 Erlang C，此时 ρ ≥ 1 的等待为 Infinity；λ = 0 时各概率为 0、`servedWithin` 为 1。
 * 复杂度：O(√n) 的 Erlang B 加一次定长求积（几百个点），与 θ 的大小无关。
 *
 * @example
 * erlangA({ arrivalRate: 10, serviceRate: 1, abandonmentRate: 1, servers: 8 }).probabilityOfAbandoning // 0.2460350963988762
 */
export function erlangA({
  arrivalRate,
  serviceRate,
  abandonmentRate,
  servers,
}: AbandonmentParameters): AbandonmentResult {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('serviceRate', serviceRate);
  atLeast('abandonmentRate', abandonmentRate, 0);
  integerAtLeast('servers', servers, 1);
  const lambda = arrivalRate;
  const theta = abandonmentRate;
  const capacity = servers * serviceRate;
  const spareRate = productMinus(servers, serviceRate, lambda);
  if (lambda === 0) return withoutArrivals();
  if (theta === 0 && spareRate <= 0) return withoutLimit(lambda / capacity);

  // 虚等待时间 x 处的密度正比于 exp h(x)，h(x) = (λ/θ)(1 − e^{−θx}) − nμx，是凹函数。
  // 所有指标都是它的正权积分：从峰值向两侧逐段求积，没有相消，也不怕 λ/θ 大到 10¹²。
  const peak = spareRate < 0 ? Math.log1p(-spareRate / capacity) / theta : 0;
  // θ 极小而 ρ > 1 时 h(peak) 可达 10¹⁰，故一切指数都相对峰值计，h(peak) 本身只在与空闲状态比较时用一次。
  const peakExponent = peak > 0 ? devianceTerm(capacity / theta, lambda / theta) : 0;
  const peakSlope = peak > 0 ? 0 : -spareRate;
  const peakRate = peak > 0 ? capacity : lambda;
  const fromPeak = (distance: number): number =>
    peakSlope * distance - (theta === 0 ? 0 : (peakRate * lag(theta * distance)) / theta);

  /** ln ∫_low^high weight(x)·e^{h(x) − h(peak)} dx。 */
  const logIntegral = (low: number, high: number, weight: (x: number) => number): number => {
    const start = Math.min(high, Math.max(low, peak));
    const decayed = peakRate * Math.exp(-theta * (start - peak));
    const slope = peakSlope + peakRate * Math.expm1(-theta * (start - peak));
    /** h(start + u) − h(start)，以起点为基准展开，避免两个大数相减。 */
    const relative = (u: number): number =>
      slope * u - (theta === 0 ? 0 : (decayed * lag(theta * u)) / theta);
    let sum = 0;
    for (const direction of [1, -1] as const) {
      const reach = direction === 1 ? high - start : start - low;
      let done = 0;
      for (let panel = 0; panel < MAX_PANELS && done < reach; panel++) {
        const u = direction * done;
        if (relative(u) < -NEGLIGIBLE) break;
        const rate = decayed * Math.exp(-theta * u);
        const steepness = Math.abs(slope + decayed * Math.expm1(-theta * u));
        // 一段之内指数的变化不超过约 6，e^{−θx} 的变化不超过约 e 倍：24 点足够机器精度。
        const scale = Math.min(
          4 / steepness,
          2 / Math.sqrt(rate * theta),
          Math.max(1 / theta, (start + u) / 2),
        );
        const next = Math.min(reach, done + scale);
        const half = (next - done) / 2;
        let part = 0;
        for (let i = 0; i < RULE.nodes.length; i++) {
          const v = direction * (done + half * (1 + RULE.nodes[i]!));
          part += RULE.weights[i]! * Math.exp(relative(v)) * weight(start + v);
        }
        sum += part * half;
        done = next;
      }
    }
    return fromPeak(start - peak) + Math.log(sum);
  };

  const one = (): number => 1;
  const logArrival = Math.log(lambda);
  // 以 P(n − 1) 为 1：坐席有空的状态之和为 1/B(n − 1, a)，需等待的状态之和为 λJ。
  const logIdle =
    -logErlangB({ offeredLoad: lambda / serviceRate, servers: servers - 1 }) - peakExponent;
  const logBusy = logArrival + logIntegral(0, Infinity, one);
  const logTotal = logAddExp(logIdle, logBusy);
  const logProbabilityOfWaiting = logBusy - logTotal;
  const patienceUsed = (x: number): number => (theta === 0 ? x : -Math.expm1(-theta * x) / theta);
  const meanWait = Math.exp(logArrival + logIntegral(0, Infinity, patienceUsed) - logTotal);
  const probabilityOfAbandoning = Math.min(1, theta * meanWait);
  const servedShare = Math.exp(
    logAddExp(logIdle, logArrival + logIntegral(0, Infinity, (x) => Math.exp(-theta * x))) -
      logTotal,
  );
  return {
    probabilityOfWaiting: Math.exp(logProbabilityOfWaiting),
    logProbabilityOfWaiting,
    probabilityOfAbandoning,
    meanWait,
    meanQueueLength: lambda * meanWait,
    utilization: Math.min(1, (lambda * servedShare) / capacity),
    waitTail(time) {
      atLeast('time', time, 0);
      return Math.exp(logArrival + logIntegral(time, Infinity, one) - logTotal - theta * time);
    },
    servedWithin(time) {
      atLeast('time', time, 0);
      const waited =
        time === 0 ? -Infinity : logArrival + logIntegral(0, time, (x) => Math.exp(-theta * x));
      return Math.exp(logAddExp(logIdle, waited) - logTotal);
    },
  };
}

/** 没有来话：谁都不等。 */
function withoutArrivals(): AbandonmentResult {
  return {
    probabilityOfWaiting: 0,
    logProbabilityOfWaiting: -Infinity,
    probabilityOfAbandoning: 0,
    meanWait: 0,
    meanQueueLength: 0,
    utilization: 0,
    waitTail: () => 0,
    servedWithin: () => 1,
  };
}

/** 无人放弃而负荷不低于能力：队伍无限增长。 */
function withoutLimit(load: number): AbandonmentResult {
  return {
    probabilityOfWaiting: 1,
    logProbabilityOfWaiting: 0,
    probabilityOfAbandoning: 0,
    meanWait: Infinity,
    meanQueueLength: Infinity,
    utilization: Math.min(1, load),
    waitTail: () => 1,
    servedWithin: () => 0,
  };
}
