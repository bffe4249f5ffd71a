import { atLeast, openUnit, positive, reject } from '../core/checks.ts';
import { mmc } from './mmc.ts';
import { advance, countOf, exactly } from './uniformisation.ts';

/** 一个弛豫时间之内状态跳动次数的上限，约当利用率 99.3%。 */
const MOST_STEPS = 200_000;

/**
 * 预热要多久：M/M/c 从空开始，平均排队人数涨到稳态的 1 − share 要多长时间。
 *
 * 假设：泊松到达、指数服务、c 个相同窗口、一条总队，开门时空无一人，到达率与窗口数一直不变。
 * 符号与单位：λ `arrivalRate`、μ `serviceRate` 每单位时间人数；c `servers`；`share` 允许离稳态还差的比例；返回值的时间单位与速率一致。
 * 出处：一致化推进，Grassmann (1977)；从空开始时队长随时间只增不减，故可二分。
 * 边界：λ = 0 为 0；λ ≥ cμ 没有稳态，为 Infinity；利用率超过约 99.3% 时太慢，抛 RangeError。
 * 复杂度：O((λ + cμ) × 结果 × 状态数)。
 *
 * @example
 * warmUpTime({ arrivalRate: 9, serviceRate: 10, servers: 1, share: 0.1 }) // 29.4389187359055
 */
export function warmUpTime({
  arrivalRate,
  serviceRate,
  servers,
  share,
}: {
  arrivalRate: number;
  serviceRate: number;
  servers: number;
  share: number;
}): number {
  openUnit('share', share);
  const { meanQueueLength } = mmc({ arrivalRate, serviceRate, servers });
  if (arrivalRate === 0) return 0;
  if (meanQueueLength === Infinity) return Infinity;
  const target = (1 - share) * meanQueueLength;
  const fastest = arrivalRate + servers * serviceRate;
  const rates = { arrivalRate, serviceRate, servers };
  // 步数大致与 1/(1 − ρ)² 成正比，状态数还要再乘 1/(1 − ρ)；先估后算，免得算到天荒地老
  const scale = relaxationTime({ arrivalRate, serviceRate: servers * serviceRate });
  if (!(scale * fastest <= MOST_STEPS))
    reject('arrivalRate', 'below about 99 % of servers × serviceRate', arrivalRate);
  let at = exactly(0);
  let time = 0;
  let step = 16 / fastest;
  // 步子逐次加倍，直到跨过目标；再逐次减半，没跨过的半步留下
  for (; ; step *= 2) {
    const { end } = advance({ ...rates, from: at, duration: step });
    if (countOf(end.probabilities, servers).queue >= target) break;
    at = end;
    time += step;
  }
  for (const smallest = (time + step) * 2 ** -40; step > smallest;) {
    step /= 2;
    const { end } = advance({ ...rates, from: at, duration: step });
    if (countOf(end.probabilities, servers).queue >= target) continue;
    at = end;
    time += step;
  }
  return time + step;
}

/**
 * M/M/1 的弛豫时间 1/(√μ − √λ)²：离稳态的差距每过这么久大致缩到 e 分之一（忽略较慢变的因子）。
 * λ ≥ μ 时没有稳态，返回 Infinity。
 */
export function relaxationTime({
  arrivalRate,
  serviceRate,
}: {
  arrivalRate: number;
  serviceRate: number;
}): number {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('serviceRate', serviceRate);
  if (arrivalRate >= serviceRate) return Infinity;
  // 有理化：贴近满负荷时两个平方根几乎相等，直接相减会丢位
  const spare = serviceRate - arrivalRate;
  return ((Math.sqrt(serviceRate) + Math.sqrt(arrivalRate)) / spare) ** 2;
}
