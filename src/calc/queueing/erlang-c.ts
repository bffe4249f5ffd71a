import { atLeast, integerAtLeast } from '../core/checks.ts';
import type { LoadAndServers } from './erlang-b.ts';
import { logErlangB } from './erlang-b.ts';

/**
 * ln C，其中富余 n − a 由调用者给出：负荷由 λ/μ 得来时 n − λ/μ 会放大舍入误差，
 * 直接给 (nμ − λ)/μ 可以在利用率离 1 只差 10⁻⁹ 时保住全精度。
 */
export function logErlangCWithSpare({
  offeredLoad,
  servers,
  spare,
}: LoadAndServers & {
  /** 富余服务台数 n − a，可以不等于就地相减的结果。 */
  spare: number;
}): number {
  if (!(spare > 0)) return 0;
  const logBlocking = logErlangB({ offeredLoad, servers });
  // C = nB/[(n − a) + aB]：分母两项同号，没有相消。
  return Math.log(servers) + logBlocking - Math.log(spare + offeredLoad * Math.exp(logBlocking));
}

/** 等待概率的自然对数 ln C；C 小于 10⁻³⁰⁸ 时仍有值。 */
export function logErlangC({ offeredLoad, servers }: LoadAndServers): number {
  atLeast('offeredLoad', offeredLoad, 0);
  integerAtLeast('servers', servers, 1);
  return logErlangCWithSpare({ offeredLoad, servers, spare: servers - offeredLoad });
}

/**
 * Erlang C 公式：n 个坐席、可无限等待时来话需要等待的概率。
 *
 * 假设：泊松到达、指数服务、先到先服务、无人放弃。
 * 符号与单位：a `offeredLoad` 到达负荷 λ/μ（爱尔朗）；n `servers` 坐席数 ≥ 1；返回概率。
 * 出处：Erlang (1917)；由 Erlang B 换算 C = nB/[n − a(1 − B)]。
 * 边界：a ≥ n 时为 1（不稳定，人人要等）；a = 0 为 0；小于 10⁻³⁰⁸ 时用 `logErlangC`。
 * 复杂度：O(√n)，十万坐席远低于 1 毫秒。
 *
 * @example
 * erlangC({ offeredLoad: 10, servers: 14 }) // 0.17413193359504983
 */
export function erlangC(parameters: LoadAndServers): number {
  return Math.exp(logErlangC(parameters));
}
