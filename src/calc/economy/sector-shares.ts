import { finite, openUnit, reject } from '../core/checks.ts';

/** 一个部门去年占多大，今年它与其余部门各长多快。 */
export interface SectorContributionInput {
  /** 去年这个部门占总量的份额 s，严格在 0 与 1 之间。 */
  share: number;
  /** 这个部门今年的实际增长率 g，大于 −1。 */
  growth: number;
  /** 其余部门合起来的实际增长率 h，大于 −1。 */
  restGrowth: number;
}

/** 总量长了多少，其中多少是这个部门的。 */
export interface SectorContributionResult {
  /** 总量的增长率。 */
  totalGrowth: number;
  /** 拉动：总量的增长率里由这个部门带来的那一截。 */
  pull: number;
  /** 贡献率：拉动占总量增长率的比例；总量没有增长时没有意义，为 NaN。 */
  contribution: number;
  /** 按不变价算，这个部门今年的份额。 */
  newShare: number;
}

/** 一个部门占多少产出、用多少人。 */
export interface RelativeOutputInput {
  /** 占增加值的份额 v，严格在 0 与 1 之间。 */
  valueShare: number;
  /** 占就业的份额 e，严格在 0 与 1 之间。 */
  employmentShare: number;
}

const growthRate = (name: string, value: number) =>
  finite(name, value) > -1 ? value : reject(name, 'greater than −1', value);

/**
 * 一个部门对总量增长的拉动与贡献率。
 *
 * 总量增长率 G = s·g + (1−s)·h；拉动 = s·g；贡献率 = s·g/G；新份额 = s(1+g)/(1+G)。
 *
 * 假设：两个部门加起来就是总量；增长率都按不变价算，份额取上一年的。
 * 符号与单位：s `share`、g `growth`、h `restGrowth`；结果都是比例，0.05 就是 5%。
 * 出处：国民核算的通行算法，国家统计局公布的拉动百分点与贡献率同此定义。
 * 边界：G = 0 时贡献率为 NaN；部门缩小而总量增长时贡献率为负，其余部门缩小时贡献率大于 1。
 * 复杂度：O(1)。
 *
 * @example
 * sectorContribution({ share: 0.5, growth: 0.06, restGrowth: 0.04 }).contribution // 0.6
 */
export function sectorContribution({
  share,
  growth,
  restGrowth,
}: SectorContributionInput): SectorContributionResult {
  openUnit('share', share);
  growthRate('growth', growth);
  growthRate('restGrowth', restGrowth);
  const pull = share * growth;
  const totalGrowth = pull + (1 - share) * restGrowth;
  return {
    totalGrowth,
    pull,
    contribution: totalGrowth === 0 ? NaN : pull / totalGrowth,
    newShare: (share * (1 + growth)) / (1 + totalGrowth),
  };
}

/** 这个部门的人均增加值是其余部门的几倍：(v/e) ÷ ((1−v)/(1−e))；两个份额要出自同一年、同一套价格。 */
export function relativeOutputPerWorker({
  valueShare,
  employmentShare,
}: RelativeOutputInput): number {
  const v = openUnit('valueShare', valueShare);
  const e = openUnit('employmentShare', employmentShare);
  return v / e / ((1 - v) / (1 - e));
}
