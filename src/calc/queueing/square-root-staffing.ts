import { atLeast, finite, reject } from '../core/checks.ts';
import { erlangC } from './erlang-c.ts';
import { halfinWhitt } from './halfin-whitt.ts';

/** 平方根配员的结果。 */
export interface SquareRootStaffing {
  /** 坐席数。 */
  agents: number;
  /** 上取整之后实际的安全余量系数 (n − a)/√a。 */
  effectiveBeta: number;
  /** 该坐席数下精确的等待概率（Erlang C）。 */
  probabilityOfWaiting: number;
  /** 同一坐席数下 Halfin–Whitt 的近似等待概率。 */
  probabilityOfWaitingHalfinWhitt: number;
  /** 坐席占用率 a/n。 */
  occupancy: number;
}

/**
 * 平方根配员：坐席数 = 负荷 + β×√负荷，安全余量只随规模的平方根增长。
 *
 * 假设：泊松来话、指数处理时间、无人放弃；规模越大越准。
 * 符号与单位：a `offeredLoad` 负荷（爱尔朗）；β `beta` 安全余量系数；n = ⌈a + β√a⌉。
 * 出处：Erlang；Halfin & Whitt (1981)。
 * 边界：a = 0 得 0 席、等待概率 0；β ≤ 0 时可能 n ≤ a，等待概率为 1；上取整容忍 10⁻¹² 的相对舍入。
 * 复杂度：O(√n)。
 *
 * @example
 * squareRootStaffing({ offeredLoad: 100, beta: 1 }).probabilityOfWaiting // 0.23700750028505274
 */
export function squareRootStaffing({
  offeredLoad,
  beta,
}: {
  offeredLoad: number;
  beta: number;
}): SquareRootStaffing {
  atLeast('offeredLoad', offeredLoad, 0);
  finite('beta', beta);
  const root = Math.sqrt(offeredLoad);
  const agents = Math.max(0, Math.ceil((offeredLoad + beta * root) * (1 - 1e-12)));
  if (!Number.isSafeInteger(agents))
    reject(
      'offeredLoad',
      'such that offeredLoad + beta·√offeredLoad stays below 2^53',
      offeredLoad,
    );
  if (offeredLoad === 0) {
    return {
      agents,
      effectiveBeta: beta,
      probabilityOfWaiting: 0,
      probabilityOfWaitingHalfinWhitt: 0,
      occupancy: 0,
    };
  }
  const effectiveBeta = (agents - offeredLoad) / root;
  return {
    agents,
    effectiveBeta,
    probabilityOfWaiting: agents === 0 ? 1 : erlangC({ offeredLoad, servers: agents }),
    probabilityOfWaitingHalfinWhitt: halfinWhitt(effectiveBeta),
    occupancy: agents === 0 ? Infinity : offeredLoad / agents,
  };
}
