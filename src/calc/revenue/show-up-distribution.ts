import { integerAtLeast, nonEmpty, probability, reject } from '../core/checks.ts';

/** 到场人数的分布：模型里的。 */
export interface ShowUpDistributionInput {
  /** 卖出张数 n，非负整数。 */
  reservations: number;
  /** 平均到场率 q，[0, 1]。 */
  showProbability: number;
  /** 两位客人到场与否的相关系数 ρ，[0, 1)；0 是各来各的。 */
  correlation: number;
}

/**
 * 到场人数的分布：各来各的是二项，成团来、成团不来是 Beta–二项。
 *
 * 假设：到场率服从均值 q 的 Beta 分布，给定到场率时各人独立；ρ = 0 时到场率不变，即二项。
 * 符号与单位：n `reservations`；q `showProbability`；ρ `correlation`；返回的第 k 个数是 P(S = k)，共 n + 1 个。
 * 出处：Beta–二项分布；超售里的用法见 Talluri & van Ryzin 2004 第 4 章。
 * 边界：q 为 0 或 1 时全部不来或全部来；各项归一，小到不能表示的写 0。
 * 复杂度：O(n)。
 *
 * @example
 * showUpDistribution({ reservations: 2, showProbability: 0.5, correlation: 0 })[1] // 0.5
 */
export function showUpDistribution(input: ShowUpDistributionInput): Float64Array {
  const n = integerAtLeast('reservations', input.reservations, 0);
  const q = probability('showProbability', input.showProbability);
  const correlation = probability('correlation', input.correlation);
  if (correlation === 1) reject('correlation', 'below 1', correlation);
  const chance = new Float64Array(n + 1);
  const mode = Math.min(n, Math.round(n * q));
  chance[mode] = 1;
  if (q === 0 || q === 1) return chance;
  // 各乘 ρ：ρ 很小时 (1 − ρ)/ρ 大得吃掉 k，ρ = 0 时正好是二项的比值
  const come = q * (1 - correlation);
  const miss = (1 - q) * (1 - correlation);
  // 从众数附近按比值向两侧递推再归一：不必对大数取伽马函数之差
  for (let k = mode; k < n; k++)
    chance[k + 1] =
      chance[k]! *
      ((n - k) / (k + 1)) *
      ((come + k * correlation) / (miss + (n - k - 1) * correlation));
  for (let k = mode; k > 0; k--)
    chance[k - 1] =
      chance[k]! *
      (k / (n - k + 1)) *
      ((miss + (n - k) * correlation) / (come + (k - 1) * correlation));
  let total = 0;
  for (const value of chance) total += value;
  for (let k = 0; k <= n; k++) chance[k]! /= total;
  return chance;
}

/** 到场人数的分布：照历史上一天一天的到场率。 */
export interface ShowUpsByDayInput {
  /** 卖出张数 n，非负整数。 */
  reservations: number;
  /** 每一天的到场率，[0, 1]，一天一个。 */
  rates: readonly number[];
}

/** 把历史上每一天的到场率搬到 n 张上，四舍五入成整人；各天份量相同，不假定独立。 */
export function showUpsByDay({ reservations, rates }: ShowUpsByDayInput): Float64Array {
  const n = integerAtLeast('reservations', reservations, 0);
  nonEmpty('rates', rates);
  const chance = new Float64Array(n + 1);
  rates.forEach((rate, i) => {
    chance[Math.round(n * probability(`rates[${i}]`, rate))]! += 1 / rates.length;
  });
  return chance;
}
