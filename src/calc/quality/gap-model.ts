import { atLeast, each, finite, reject, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/** 四个内部差距的名字，依次为差距 1 到 4。 */
export const internalGaps = ['listening', 'design', 'performance', 'communication'] as const;

/** 差距模型的输入。 */
export interface GapModelInput {
  /** 差距 1–4（不了解顾客、没有合适的设计、没有照做、承诺过头），数越大差得越多。 */
  gaps: readonly number[];
  /** 各差距传到差距 5 的系数 k，默认全为 1。 */
  coefficients?: readonly number[] | undefined;
}

/** 差距模型的结果。 */
export interface GapModelResult {
  /** 差距 5：顾客期望与感知之差 = Σ k·差距。 */
  customerGap: number;
  /** 各内部差距的贡献 k·差距。 */
  contributions: number[];
  /** 各内部差距占差距 5 的比例；差距 5 为 0 时为 NaN。 */
  shares: number[];
  /** 主要根因：贡献最大的差距序号（1–4）；没有正的贡献时为 null，并列取靠前。 */
  rootCause: number | null;
  /** 各差距单独弥合后，差距 5 还剩多少。 */
  remainingIfClosed: number[];
}

/**
 * 差距追踪：差距 5 是四个内部差距的结果，由它反推主要根因。
 *
 * 假设：线性、可加，系数为示意；差距 5 不能直接弥合，只能经由差距 1–4。
 * 符号与单位：差距为量表分；k 无量纲。
 * 出处：Parasuraman, Zeithaml & Berry (1985) 的差距模型；线性形式为教学设定。
 * 边界：差距可为负（做得超出所需），会抵消别的差距；都为 0 时没有根因。
 * 复杂度：O(1)。
 *
 * @example
 * gapModel({ gaps: [0.25, 0.5, 0.25, 1] }).rootCause // 4
 */
export function gapModel({ gaps, coefficients = [1, 1, 1, 1] }: GapModelInput): GapModelResult {
  each('gaps', gaps, finite);
  if (gaps.length !== 4) reject('gaps', 'four numbers (gaps 1 to 4)', gaps);
  each('coefficients', coefficients, (name, value) => atLeast(name, value, 0));
  sameLength('coefficients', coefficients, 'gaps', gaps);
  const contributions = gaps.map((gap, i) => gap * (coefficients[i] as number));
  const customerGap = contributions.reduce((sum, value) => sum + value, 0);
  const top = largest(contributions);
  return {
    customerGap,
    contributions,
    shares: contributions.map((value) => value / customerGap),
    rootCause: top > 0 ? contributions.indexOf(top) + 1 : null,
    remainingIfClosed: contributions.map((value) => customerGap - value),
  };
}
