import { atLeast, integerAtLeast } from '../core/checks.ts';
import { logPoissonCdf, logPoissonPmf } from '../core/poisson.ts';

/** 损失制与等待制共用的参数：负荷与服务台数。 */
export interface LoadAndServers {
  /** 到达负荷 a = λ/μ（爱尔朗），≥ 0。 */
  offeredLoad: number;
  /** 服务台（线路、坐席）数。 */
  servers: number;
}

/** 级数项数上限；所需项数约 9√servers。 */
const MAX_TERMS = 10_000_000;

/**
 * (1 − B)/B：接通与被拒之比。B 接近 1 时比 1 − B 更准；仅用于 servers ≤ offeredLoad。
 * 1/B = 1 + n/a + n(n−1)/a² + …，各项同号且递减，加到不再变化为止。
 */
function acceptedToBlocked({ offeredLoad, servers }: LoadAndServers): number {
  let term = 1;
  let sum = 0;
  for (let j = 0; j < servers && j < MAX_TERMS; j++) {
    term *= (servers - j) / offeredLoad;
    sum += term;
    if (term < sum * 1e-17) return sum;
  }
  // 项数用尽只会在台数过 10¹²、又贴着负荷时；这时泊松概率不小，直接相除也不丢位
  return servers <= MAX_TERMS
    ? sum
    : Math.exp(logPoissonCdf(servers - 1, offeredLoad) - logPoissonPmf(servers, offeredLoad));
}

/** 呼损概率的自然对数 ln B；B 小于 10⁻³⁰⁸ 时仍有值，B = 0 时为 −Infinity。 */
export function logErlangB({ offeredLoad, servers }: LoadAndServers): number {
  atLeast('offeredLoad', offeredLoad, 0);
  integerAtLeast('servers', servers, 0);
  if (servers === 0) return 0;
  if (offeredLoad === 0) return -Infinity;
  if (servers <= offeredLoad) return -Math.log1p(acceptedToBlocked({ offeredLoad, servers }));
  return logPoissonPmf(servers, offeredLoad) - logPoissonCdf(servers, offeredLoad);
}

/** ln[B/(1 − B)]：呼损的对数优势，B 接近 0 或 1 都不丢位；servers ≥ 1。 */
export function logErlangBOdds({ offeredLoad, servers }: LoadAndServers): number {
  atLeast('offeredLoad', offeredLoad, 0);
  integerAtLeast('servers', servers, 1);
  if (offeredLoad === 0) return -Infinity;
  if (servers <= offeredLoad) return -Math.log(acceptedToBlocked({ offeredLoad, servers }));
  const log = logErlangB({ offeredLoad, servers });
  return log - Math.log1p(-Math.exp(log));
}

/**
 * Erlang B 公式：n 条线路、无等待位时来话被拒（呼损）的概率。
 *
 * 假设：泊松到达，服务时间分布任意（只用均值），遇忙即离开、不重拨。
 * 符号与单位：a `offeredLoad` 到达负荷（爱尔朗）；n `servers` 线路数；返回概率。
 * 出处：Erlang (1917)；用泊松概率之比 B = P(N = n)/P(N ≤ n)，N 的均值为 a。
 * 边界：n = 0 恒为 1；a = 0（n ≥ 1）为 0；小于 10⁻³⁰⁸ 时用 `logErlangB`。
 * 复杂度：O(√n)：不用递推，只加不可忽略的项，十万条线路也只需几千步。
 *
 * @example
 * erlangB({ offeredLoad: 10, servers: 15 }) // 0.03649694547237079
 */
export function erlangB(parameters: LoadAndServers): number {
  return Math.exp(logErlangB(parameters));
}
