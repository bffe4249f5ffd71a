/**
 * 轮到之前还要等多久：能力分段变化时，从末段往回推。时变排队共用的零件。
 *
 * @internal
 */

import { poissonPmf, poissonSurvival } from '../core/poisson.ts';

/** 一段的能力。 */
export interface Capacity {
  /** 这一段多长。 */
  duration: number;
  /** 开着的窗口数。 */
  servers: number;
  /** 每个窗口的服务率。 */
  serviceRate: number;
}

/**
 * 先到先服务，前面有 0 到 highest 人时平均还要多久轮到：后来的人排在后面，所以只看前面的人怎样一个个走。
 * 末段的能力一直用下去。返回的函数收第几段、这一段还剩多久。
 */
export function waitsAhead(
  stages: readonly Capacity[],
  highest: number,
): (index: number, remaining: number) => Float64Array {
  const last = stages.length - 1;
  const closing = stages[last]!;
  // 从哪一段起能力再不变，末段的算式从那里就适用
  let constantFrom = last;
  while (constantFrom > 0 && same(stages[constantFrom - 1]!, closing)) constantFrom--;
  const settled = Float64Array.from({ length: highest + 1 }, (_, n) =>
    n < closing.servers ? 0 : (n - closing.servers + 1) / (closing.servers * closing.serviceRate),
  );
  /** 各段开头时的等待；`constantFrom` 以后的都是 `settled`。 */
  const atStart: Float64Array[] = [];
  for (let i = constantFrom - 1; i > 0; i--)
    atStart[i] = before(stages[i]!, stages[i]!.duration, atStart[i + 1] ?? settled);
  return (index, remaining) =>
    index >= constantFrom
      ? settled
      : before(stages[index]!, remaining, atStart[index + 1] ?? settled);
}

const same = (a: Capacity, b: Capacity): boolean =>
  a.servers === b.servers && a.serviceRate === b.serviceRate;

/** 一段还剩 `left`、段末的等待是 `later` 时，此刻的等待：走掉的人数服从泊松分布。 */
function before(
  { servers, serviceRate }: Capacity,
  left: number,
  later: Float64Array,
): Float64Array {
  const rate = servers * serviceRate;
  if (rate === 0) return later.map((wait) => left + wait);
  const mean = rate * left;
  const last = later.length - 1;
  const departed = later.map((_, k) => poissonPmf(k, mean));
  // P(N > k) 从最远的一项往回加，全是正数
  const beyond = new Float64Array(last + 1);
  beyond[last] = poissonSurvival(last, mean);
  for (let k = last - 1; k >= 0; k--) beyond[k] = beyond[k + 1]! + departed[k + 1]!;
  const waits = new Float64Array(last + 1);
  // 走 r 个人要多久、又不超过这一段所剩：Σ_{j<r} P(N > j)/ν
  let spent = 0;
  for (let n = servers; n <= last; n++) {
    spent += beyond[n - servers]! / rate;
    let wait = spent;
    for (let k = n - servers; k >= 0; k--) {
      const p = departed[k]!;
      if (p > 0) wait += p * later[n - k]!;
    }
    waits[n] = wait;
  }
  return waits;
}
