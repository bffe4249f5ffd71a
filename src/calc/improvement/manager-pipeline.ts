import {
  atLeast,
  finite,
  integerAtLeast,
  openUnit,
  positive,
  probability,
  reject,
} from '../core/checks.ts';
import { findRoot } from '../core/roots.ts';

/** 熟手怎样走、怎样带人。 */
export interface MentoringChain {
  /** 流失率 r：一位熟手一年里走掉的机会。 */
  leaving: number;
  /** 带教率 m：一位熟手一年带出几位。 */
  mentoring: number;
  /** 出师要多等的年数 L（整数），默认 0：当年带、当年出师。 */
  training?: number | undefined;
}

/** 一年的店与熟手。 */
export interface PipelineYear {
  /** 第几年末，从 0 起。 */
  year: number;
  /** 店数。 */
  stores: number;
  /** 熟手数。 */
  managers: number;
  /** 有熟手的店占几成，熟手有富余时记作 1。 */
  seasonedShare: number;
}

/**
 * 店长的复制：熟手走一截、带一截，店按定好的速度多，一年一年看有熟手的店还占几成。
 *
 * 假设：一店一位熟手；每位熟手的流失、带教不随人数与店数变；带出来的都留下；带徒弟不耽误自己的店。
 * 符号与单位：M 熟手、S 店；M(t+1) = (1 − r)M(t) + m·M(t − L)，S(t+1) = (1 + g)S(t)；比例一年一算。
 * 出处：人力存量的流入流出账，参数为示意；`training` 是 0 时 M(t) = M(0)(1 − r + m)ᵗ。
 * 边界：起步以前每年的熟手与起步时一样多，所以出师慢的头几年照样有人出师；熟手多过店时占比记作 1。
 * 复杂度：O(年数)。
 *
 * @example
 * managerPipeline({ years: 1, growth: 0.3, leaving: 0.12, mentoring: 0.25 })[1].seasonedShare // 0.8692307692307691
 */
export function managerPipeline({
  years,
  growth,
  leaving,
  mentoring,
  training = 0,
  stores = 100,
  managers = 100,
}: MentoringChain & {
  /** 推演的年数。 */
  years: number;
  /** 店一年多几成 g；可为负。 */
  growth: number;
  /** 起步的店数，默认 100。 */
  stores?: number | undefined;
  /** 起步的熟手数，默认 100。 */
  managers?: number | undefined;
}): PipelineYear[] {
  integerAtLeast('years', years, 0);
  finite('growth', growth);
  if (growth <= -1) reject('growth', 'a finite number > -1', growth);
  checkChain({ leaving, mentoring, training });
  positive('stores', stores);
  atLeast('managers', managers, 0);

  const staff = [managers];
  for (let year = 0; year < years; year++)
    staff.push(
      (1 - leaving) * (staff[year] as number) +
        mentoring * (staff[Math.max(0, year - training)] as number),
    );
  return staff.map((count, year) => {
    const open = stores * (1 + growth) ** year;
    return { year, stores: open, managers: count, seasonedShare: Math.min(1, count / open) };
  });
}

/**
 * 不稀释的上限：熟手自己能长多快，店多得比它快，有熟手的店迟早越来越少。
 *
 * 假设：同 `managerPipeline`，看的是长远的增速。
 * 符号与单位：λ 是 λ^(L+1) = (1 − r)λ^L + m 的正根，上限 λ − 1（一年几成）；L = 0 时就是 m − r。
 * 出处：`managerPipeline` 递推式的特征根。
 * 边界：m < r 时为负，一家不开，熟手也越来越少；m = 0 时是 −r；m = 0 且 r = 1 时是 −1。
 * 复杂度：求一个根。
 *
 * @example
 * undilutedGrowth({ leaving: 0.12, mentoring: 0.25 }) // 0.13
 */
export function undilutedGrowth({ leaving, mentoring, training = 0 }: MentoringChain): number {
  checkChain({ leaving, mentoring, training });
  if (training === 0 || mentoring === 0) return mentoring - leaving;
  // 系数只变一次号，正根只有一个；0 处为 −m，2 + m 处为正
  const { root } = findRoot({
    f: (ratio) => ratio ** training * (ratio - (1 - leaving)) - mentoring,
    low: 0,
    high: 2 + mentoring,
  });
  return root - 1;
}

/**
 * 反过来问：若干年后至少要这么多店有熟手，一年最多多开几成。
 *
 * 假设：同 `managerPipeline`，起步时一店一位熟手。
 * 符号与单位：目标占比 p，T 年；(1 + g)ᵀ = M(T) ÷ (M(0)·p)。
 * 出处：由 `managerPipeline` 反解。
 * 边界：只保证第 T 年末那一刻；熟手一个不剩时为 −1。
 * 复杂度：O(年数)。
 *
 * @example
 * growthForShare({ years: 1, share: 0.5, leaving: 0, mentoring: 0 }) // 1
 */
export function growthForShare({
  years,
  share,
  ...chain
}: MentoringChain & {
  /** 第几年末达到，至少 1。 */
  years: number;
  /** 至少几成的店有熟手，在 0 与 1 之间（不含两头）。 */
  share: number;
}): number {
  integerAtLeast('years', years, 1);
  openUnit('share', share);
  const path = managerPipeline({ ...chain, years, growth: 0, managers: 1 });
  return ((path[years] as PipelineYear).managers / share) ** (1 / years) - 1;
}

function checkChain({ leaving, mentoring, training }: MentoringChain): void {
  probability('leaving', leaving);
  atLeast('mentoring', mentoring, 0);
  integerAtLeast('training', training as number, 0);
}
