import { finite, reject } from '../core/checks.ts';

/** 容忍区间的结果。 */
export interface ToleranceResult {
  /** 适当度 MSA = 感知 − 适当服务。 */
  adequacy: number;
  /** 优越度 MSS = 感知 − 理想服务。 */
  superiority: number;
  /** 区间宽度 = 理想 − 适当。 */
  width: number;
  /** 感知落在区间之下、之内、之上。 */
  position: 'below' | 'within' | 'above';
}

/**
 * 容忍区间：顾客期望不是一个点，而是从适当服务到理想服务的一段。
 *
 * 假设：三者同一量表，理想不低于适当。
 * 符号与单位：量表分。
 * 出处：Zeithaml, Berry & Parasuraman (1993)。
 * 边界：恰在两端算区间之内；区间宽度可为 0。
 * 复杂度：O(1)。
 *
 * @example
 * zoneOfTolerance({ perceived: 5.5, adequate: 5, desired: 6.5 }).position // 'within'
 */
export function zoneOfTolerance({
  perceived,
  adequate,
  desired,
}: {
  /** 感知到的服务。 */
  perceived: number;
  /** 适当服务：可以接受的最低水平。 */
  adequate: number;
  /** 理想服务：希望得到的水平。 */
  desired: number;
}): ToleranceResult {
  finite('perceived', perceived);
  finite('adequate', adequate);
  finite('desired', desired);
  if (desired < adequate) reject('desired', `at least adequate (${adequate})`, desired);
  return {
    adequacy: perceived - adequate,
    superiority: perceived - desired,
    width: desired - adequate,
    position: perceived < adequate ? 'below' : perceived > desired ? 'above' : 'within',
  };
}
