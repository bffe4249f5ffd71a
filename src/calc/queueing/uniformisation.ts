/**
 * 生灭链的一致化推进：时变排队各模型共用的零件。
 *
 * @internal
 */

import { poissonSurvival, logPoissonPmf } from '../core/poisson.ts';

/** 系统人数的分布，连同推进到此刻为止的误差上界。 */
export interface Occupancy {
  /** 0 到末项各状态的概率。 */
  probabilities: Float64Array;
  /** 系统平均人数的误差上界：被截断的到达人数的期望，加上泊松尾部的贡献。 */
  errorBound: number;
}

/** 推进一段时间的结果。 */
export interface Advance {
  /** 段末的分布。 */
  end: Occupancy;
  /** ∫ E[(N − c)⁺] dt，人·时间。 */
  queueArea: number;
  /** ∫ E[min(N, c)] dt，人·时间。 */
  busyArea: number;
}

/** 低于它的概率不再跟着走，乘上人数记进误差上界：溢出最高状态的、泊松尾部的、末尾几个状态的。 */
const NEGLIGIBLE = 1e-17;

/** 一段之内状态跳动次数的上限；再多就该改用稳态公式或流体近似。 */
export const MOST_JUMPS = 2_000_000;

/** 恰有 count 人的初始分布。 */
export function exactly(count: number): Occupancy {
  const probabilities = new Float64Array(count + 1);
  probabilities[count] = 1;
  return { probabilities, errorBound: 0 };
}

/**
 * 到达率 λ、c 个窗口、每窗服务率 μ 的生灭链走过 `duration`。
 * 以 Λ = λ + cμ 一致化：跳动次数服从均值 Λ·duration 的泊松分布，分布与面积都是逐次跳动的加权和，全是正数相加，没有相消。
 * 截断：在最高状态上拒绝到达。与不截断的系统用同一串跳动比较，人数之差不超过被拒的人数，其期望即误差上界。
 */
export function advance({
  from,
  duration,
  arrivalRate,
  serviceRate,
  servers,
}: {
  from: Occupancy;
  duration: number;
  arrivalRate: number;
  serviceRate: number;
  servers: number;
}): Advance {
  const fastest = arrivalRate + servers * serviceRate;
  const jumps = fastest * duration;
  if (jumps === 0) {
    const { queue, busy } = countOf(from.probabilities, servers);
    return { end: from, queueArea: queue * duration, busyArea: busy * duration };
  }
  const furthest = Math.ceil(jumps + 9 * Math.sqrt(jumps) + 25);
  // 从众数往两侧递推，比逐项取指数快，误差仍在末位
  const weights = new Float64Array(furthest + 1);
  const mode = Math.floor(jumps);
  weights[mode] = Math.exp(logPoissonPmf(mode, jumps));
  for (let k = mode; k < furthest; k++) weights[k + 1] = (weights[k]! * jumps) / (k + 1);
  for (let k = mode; k > 0; k--) weights[k - 1] = (weights[k]! * k) / jumps;
  // 还要再跳的概率，从小往大加；除以 Λ 就是第 k 次跳动之后持续时间的期望
  const beyond = new Float64Array(furthest + 1);
  beyond[furthest] = poissonSurvival(furthest, jumps);
  for (let k = furthest - 1; k >= 0; k--) beyond[k] = beyond[k + 1]! + weights[k + 1]!;
  let last = furthest;
  while (last > 0 && beyond[last - 1]! < NEGLIGIBLE) last--;

  const up = arrivalRate / fastest;
  const down = serviceRate / fastest;
  let top = from.probabilities.length - 1;
  let dropped = 0;
  while (top > 0 && from.probabilities[top]! < NEGLIGIBLE) {
    dropped += from.probabilities[top]! * top;
    top--;
  }
  let now = new Float64Array(Math.max(64, 2 * (top + 2)));
  now.set(from.probabilities.subarray(0, top + 1));
  let next = new Float64Array(now.length);
  let sum = new Float64Array(now.length);
  let stay = new Float64Array(now.length);
  let refused = 0;
  for (let k = 0; ; k++) {
    const weight = weights[k]!;
    const still = beyond[k]!;
    for (let n = 0; n <= top; n++) {
      const p = now[n]!;
      sum[n]! += weight * p;
      stay[n]! += still * p;
    }
    if (k === last) break;
    const overflow = now[top]! * up;
    const grows = overflow > NEGLIGIBLE;
    // 末尾留一格零，最高状态也能照同一个式子往下数
    if (top + 3 > now.length) {
      now = enlarged(now);
      sum = enlarged(sum);
      stay = enlarged(stay);
      next = new Float64Array(now.length);
    }
    now[top + 1] = 0;
    const idle = Math.min(servers, top + 1);
    for (let n = 0; n < idle; n++)
      next[n] =
        (n > 0 ? now[n - 1]! * up : 0) +
        now[n]! * (servers - n) * down +
        now[n + 1]! * (n + 1) * down;
    const served = servers * down;
    for (let n = idle; n <= top; n++)
      next[n] = (n > 0 ? now[n - 1]! * up : 0) + now[n + 1]! * served;
    if (grows) next[++top] = overflow;
    else {
      next[top]! += overflow;
      refused += overflow * still;
    }
    [now, next] = [next, now];
  }
  const { queue, busy } = countOf(stay.subarray(0, top + 1), servers);
  return {
    end: {
      probabilities: sum.slice(0, top + 1),
      errorBound: from.errorBound + refused + dropped + beyond[last]! * (top + last),
    },
    queueArea: queue / fastest,
    busyArea: busy / fastest,
  };
}

function enlarged(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * values.length);
  larger.set(values);
  return larger;
}

/** 一个分布的平均排队人数、在忙窗口数与全忙的概率。 */
export function countOf(
  probabilities: Float64Array,
  servers: number,
): { queue: number; busy: number; allBusy: number } {
  let queue = 0;
  let busy = 0;
  let allBusy = 0;
  for (let n = 0; n < probabilities.length; n++) {
    const p = probabilities[n]!;
    busy += Math.min(n, servers) * p;
    if (n >= servers) {
      queue += (n - servers) * p;
      allBusy += p;
    }
  }
  return { queue, busy, allBusy };
}
