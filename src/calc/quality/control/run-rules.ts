import { each, finite, nonEmpty, reject } from '../../core/checks.ts';
import type { ControlLimits } from './control-limits.ts';

/** 西电四条准则的名字。 */
export type RunRule = 'beyond-3' | '2-of-3-beyond-2' | '4-of-5-beyond-1' | '8-same-side';

/** 各准则的报警点；没有选用的准则为空。 */
export interface RunRuleSignals {
  /** 准则一：越出 3σ 的点。 */
  beyondThree: number[];
  /** 准则二：连续 3 点有 2 点在同侧 2σ 之外。 */
  twoOfThree: number[];
  /** 准则三：连续 5 点有 4 点在同侧 1σ 之外。 */
  fourOfFive: number[];
  /** 准则四：连续 8 点在中心线同侧。 */
  eightSameSide: number[];
  /** 任一准则报警的点，从小到大。 */
  any: number[];
}

const allRules: readonly RunRule[] = [
  'beyond-3',
  '2-of-3-beyond-2',
  '4-of-5-beyond-1',
  '8-same-side',
];

/**
 * 西电链准则：从标准化的点中找出非随机的样式，可选用其中几条。
 *
 * 假设：z 已标准化（减中心线、除以 σ）；各点独立。准则越多，误报越多。
 * 符号与单位：z 以 σ 为单位；返回报警点的序号，从 1 起。
 * 出处：Western Electric (1956), Statistical Quality Control Handbook。
 * 边界：报在样式的最后一点上，且该点自身须在所说的区里；恰在界上不算越出；开头不足 3（5）点但已凑够 2（4）点时即报；落在中心线上的点打断同侧链。
 * 复杂度：O(点数)。
 *
 * @example
 * runRules([0.5, 2.1, 0.3, 2.4, -3.2]).any // [4, 5]
 */
export function runRules(
  z: readonly number[],
  rules: readonly RunRule[] = allRules,
): RunRuleSignals {
  each('z', z, finite);
  rules.forEach((rule, i) => {
    if (!allRules.includes(rule)) reject(`rules[${i}]`, `one of ${allRules.join(', ')}`, rule);
  });
  const chosen = (rule: RunRule, limit: number, needed: number, window: number): number[] =>
    rules.includes(rule) ? runsBeyond(z, limit, needed, window) : [];
  const beyondThree = chosen('beyond-3', 3, 1, 1);
  const twoOfThree = chosen('2-of-3-beyond-2', 2, 2, 3);
  const fourOfFive = chosen('4-of-5-beyond-1', 1, 4, 5);
  const eightSameSide = chosen('8-same-side', 0, 8, 8);
  const any = [...new Set([...beyondThree, ...twoOfThree, ...fourOfFive, ...eightSameSide])];
  return { beyondThree, twoOfThree, fourOfFive, eightSameSide, any: any.sort((a, b) => a - b) };
}

/** 连续 `window` 点里有 `needed` 点与最后一点同侧越出 `limit`，且最后一点自己也越出。 */
function runsBeyond(z: readonly number[], limit: number, needed: number, window: number): number[] {
  return z.flatMap((value, i) => {
    if (Math.abs(value) <= limit) return [];
    const side = Math.sign(value);
    let count = 0;
    for (let j = Math.max(0, i - window + 1); j <= i; j++)
      if (side * (z[j] as number) > limit) count++;
    return count >= needed ? [i + 1] : [];
  });
}

/**
 * 把点按中心线与上限标准化成 σ 单位，供链准则使用；`sigmas` 是控制限的 σ 倍数。
 * 用上侧的宽度定 σ：下限可能已被截到 0。上限不高于中心线时 σ 无从谈起，拒绝。
 */
export function standardize(
  points: readonly number[],
  { center, upper }: ControlLimits,
  sigmas = 3,
): number[] {
  nonEmpty('points', points);
  if (!(upper > center)) reject('limits.upper', 'greater than the center', upper);
  return points.map((point) => ((point - center) * sigmas) / (upper - center));
}
