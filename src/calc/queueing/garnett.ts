import { atLeast, finite } from '../core/checks.ts';
import { normalHazard } from '../core/normal.ts';
import { halfinWhitt } from './halfin-whitt.ts';

/**
 * Garnett–Mandelbaum–Reiman 等待概率：带放弃的大型呼叫中心（Erlang A 的极限）。
 *
 * 假设：M/M/n + M，n = a + β√a，n → ∞ 而 β 与 θ/μ 不变。
 * 符号与单位：β `beta` 可正可负；θ/μ `abandonmentToService` 放弃率与服务率之比；返回 1/[1 + √(θ/μ)·h(β√(μ/θ))/h(−β)]，h 为正态风险率。
 * 出处：Garnett, Mandelbaum & Reiman (2002)。
 * 边界：θ/μ = 0 时退化为 Halfin–Whitt；β = 0、θ = μ 时为 1/2。
 * 复杂度：O(1)。
 *
 * @example
 * garnett({ beta: 0.5, abandonmentToService: 0.5 }) // 0.3571769201265587
 */
export function garnett({
  beta,
  abandonmentToService,
}: {
  beta: number;
  abandonmentToService: number;
}): number {
  finite('beta', beta);
  atLeast('abandonmentToService', abandonmentToService, 0);
  if (abandonmentToService === 0) return halfinWhitt(beta);
  const root = Math.sqrt(abandonmentToService);
  return 1 / (1 + (root * normalHazard(beta / root)) / normalHazard(-beta));
}
