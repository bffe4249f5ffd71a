import { atLeast, integerAtLeast, openUnit, probability } from '../core/checks.ts';
import { findRoot } from '../core/roots.ts';
import { logGamma } from '../core/special-functions.ts';
import { logErlangB, logErlangBOdds } from './erlang-b.ts';
import { leastServers } from './least-servers.ts';

/**
 * Erlang B 反解：n 条线路、呼损不超过 B 时最多能承受的负荷。
 *
 * 假设：同 Erlang B；呼损随负荷严格递增，解唯一。
 * 符号与单位：n `servers` 线路数 ≥ 1；B `blocking` 允许呼损概率；返回负荷 a（爱尔朗）。
 * 出处：Erlang (1917)；对 ln a 用布伦特法求 ln[B/(1 − B)] 的零点。
 * 边界：B = 0 得 0，B = 1 得 Infinity。
 * 复杂度：约 10 次 Erlang B 求值，每次 O(√n)。
 *
 * @example
 * erlangBInverse({ servers: 10, blocking: 0.01 }) // 4.461176857577692
 */
export function erlangBInverse({
  servers,
  blocking,
}: {
  servers: number;
  blocking: number;
}): number {
  integerAtLeast('servers', servers, 1);
  probability('blocking', blocking);
  if (blocking === 0) return 0;
  if (blocking === 1) return Infinity;
  const target = Math.log(blocking) - Math.log1p(-blocking);
  const f = (logLoad: number): number =>
    logErlangBOdds({ offeredLoad: Math.exp(logLoad), servers }) - target;
  // 括住根：aⁿ/n! ≥ B(n, a) 给下界，B > 1 − n/a 给上界；两端各放宽一点防舍入。
  const low = (Math.log(blocking) + logGamma(servers + 1)) / servers - 1e-6;
  const high = Math.log(servers) - Math.log1p(-blocking) + 1e-6;
  return Math.exp(findRoot({ f, low, high }).root);
}

/** 呼损不超过 blocking 所需的最少线路数；offeredLoad = 0 时为 0。blocking 在 (0, 1) 内。 */
export function linesForBlocking({
  offeredLoad,
  blocking,
}: {
  offeredLoad: number;
  blocking: number;
}): number {
  atLeast('offeredLoad', offeredLoad, 0);
  openUnit('blocking', blocking);
  if (offeredLoad === 0) return 0;
  const target = Math.log(blocking);
  // 呼损至少为 1 − n/a，所以线路不会少于 a(1 − B)。
  const low = Math.floor(offeredLoad * (1 - blocking));
  return leastServers({
    enough: (servers) => logErlangB({ offeredLoad, servers }) <= target,
    low,
    name: 'offeredLoad',
    value: offeredLoad,
  });
}
