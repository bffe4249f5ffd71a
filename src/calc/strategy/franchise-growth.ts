import {
  atLeast,
  finite,
  integerAtLeast,
  openUnit,
  positive,
  probability,
} from '../core/checks.ts';
import { normalCdf, normalQuantile } from '../core/normal.ts';
import { findRoot } from '../core/roots.ts';

/** 直营与加盟两类门店的质量分布。 */
export interface StoreQuality {
  /** 直营店质量均值。 */
  ownMean: number;
  /** 直营店质量标准差。 */
  ownSd: number;
  /** 加盟店质量均值。 */
  franchiseMean: number;
  /** 加盟店质量标准差。 */
  franchiseSd: number;
  /** 口碑看最差的多大比例，默认 0.05。 */
  tail?: number | undefined;
  /** 曝光率：口碑由尾部门店决定的权重，其余看平均，默认 0.5。 */
  exposure?: number | undefined;
}

/** 直营与加盟扩张的输入；时间单位为年。 */
export interface FranchiseGrowthInput extends StoreQuality {
  /** 看几年。 */
  years: number;
  /** 起始现金。 */
  cash: number;
  /** 起始直营店数。 */
  ownStores: number;
  /** 起始加盟店数。 */
  franchiseStores: number;
  /** 开一家直营店的投资。 */
  investmentPerStore: number;
  /** 每家直营店每年的净利润；可以为负。 */
  profitPerOwnStore: number;
  /** 每家加盟店每年的抽成净额。 */
  royaltyPerFranchise: number;
  /** 每新开一家加盟店收的加盟费，默认 0。 */
  franchiseFee?: number | undefined;
  /** 每年想开的直营店上限（受现金约束）。 */
  ownOpenings: number;
  /** 每年开的加盟店数。 */
  franchiseOpenings: number;
}

/** 某一年末的状态。 */
export interface GrowthYear {
  /** 第几年；0 为起点。 */
  year: number;
  /** 直营店数。 */
  ownStores: number;
  /** 加盟店数。 */
  franchiseStores: number;
  /** 年末现金。 */
  cash: number;
  /** 当年开店前的现金流入（利润、抽成、加盟费）。 */
  cashFlow: number;
  /** 加盟店占比；一家店也没有时为 0。 */
  franchiseShare: number;
  /** 全部门店的平均质量；一家店也没有时为 NaN。 */
  meanQuality: number;
  /** 尾部分位门店的质量。 */
  tailQuality: number;
  /** 口碑 = (1 − 曝光率) × 平均 + 曝光率 × 尾部。 */
  reputation: number;
}

/**
 * 直营与加盟扩张：店数、现金与口碑逐年推演；口碑由尾部门店决定。
 *
 * 假设：每年先收钱、后开店；直营店用自有现金开（够几家开几家），加盟店不占现金；两类门店质量各为正态，全体为混合分布；不关店、不借款。
 * 符号与单位：货币同一单位；质量为任意量表；`tail` 为尾部比例，`exposure` 为口碑里尾部的权重。
 * 出处：加盟与直营的取舍见服务管理教材的通行讨论；数值模型为教学示意，参数须由使用者给定。
 * 边界：现金为负时不开直营店；标准差为 0 时尾部分位按两点混合取值；一家店也没有时质量为 NaN。
 * 复杂度：O(年数)，每年解一次单变量方程。
 *
 * @example
 * franchiseGrowth({ years: 2, cash: 100, ownStores: 10, franchiseStores: 0, investmentPerStore: 50, profitPerOwnStore: 10, royaltyPerFranchise: 2, franchiseFee: 5, ownOpenings: 3, franchiseOpenings: 8, ownMean: 80, ownSd: 5, franchiseMean: 74, franchiseSd: 9 }).map((year) => year.cash) // [100, 90, 126]
 */
export function franchiseGrowth(input: FranchiseGrowthInput): GrowthYear[] {
  const {
    years,
    investmentPerStore,
    profitPerOwnStore,
    royaltyPerFranchise,
    franchiseFee = 0,
  } = input;
  integerAtLeast('years', years, 0);
  finite('cash', input.cash);
  integerAtLeast('ownStores', input.ownStores, 0);
  integerAtLeast('franchiseStores', input.franchiseStores, 0);
  positive('investmentPerStore', investmentPerStore);
  finite('profitPerOwnStore', profitPerOwnStore);
  atLeast('royaltyPerFranchise', royaltyPerFranchise, 0);
  atLeast('franchiseFee', franchiseFee, 0);
  integerAtLeast('ownOpenings', input.ownOpenings, 0);
  integerAtLeast('franchiseOpenings', input.franchiseOpenings, 0);

  let { cash, ownStores, franchiseStores } = input;
  const snapshot = (year: number, cashFlow: number): GrowthYear => {
    const total = ownStores + franchiseStores;
    const franchiseShare = total === 0 ? 0 : franchiseStores / total;
    const quality = reputationOfMix({ ...input, franchiseShare });
    return {
      year,
      ownStores,
      franchiseStores,
      cash,
      cashFlow,
      franchiseShare,
      meanQuality: total === 0 ? NaN : quality.meanQuality,
      tailQuality: total === 0 ? NaN : quality.tailQuality,
      reputation: total === 0 ? NaN : quality.reputation,
    };
  };
  const result = [snapshot(0, 0)];
  for (let year = 1; year <= years; year++) {
    const cashFlow =
      ownStores * profitPerOwnStore +
      franchiseStores * royaltyPerFranchise +
      input.franchiseOpenings * franchiseFee;
    cash += cashFlow;
    const affordable = Math.floor((cash / investmentPerStore) * (1 + 1e-12));
    const opened = Math.max(0, Math.min(input.ownOpenings, affordable));
    cash -= opened * investmentPerStore;
    ownStores += opened;
    franchiseStores += input.franchiseOpenings;
    result.push(snapshot(year, cashFlow));
  }
  return result;
}

/** 给定加盟占比时全体门店的平均质量、尾部分位与口碑。 */
export function reputationOfMix({
  franchiseShare,
  ownMean,
  ownSd,
  franchiseMean,
  franchiseSd,
  tail = 0.05,
  exposure = 0.5,
}: StoreQuality & {
  /** 加盟店占比。 */
  franchiseShare: number;
}): { meanQuality: number; tailQuality: number; reputation: number } {
  probability('franchiseShare', franchiseShare);
  finite('ownMean', ownMean);
  atLeast('ownSd', ownSd, 0);
  finite('franchiseMean', franchiseMean);
  atLeast('franchiseSd', franchiseSd, 0);
  openUnit('tail', tail);
  probability('exposure', exposure);
  const meanQuality = (1 - franchiseShare) * ownMean + franchiseShare * franchiseMean;
  const z = normalQuantile(tail);
  const ownTail = ownMean + z * ownSd;
  const franchiseTail = franchiseMean + z * franchiseSd;
  let tailQuality: number;
  if (franchiseShare === 0) tailQuality = ownTail;
  else if (franchiseShare === 1 || ownTail === franchiseTail) tailQuality = franchiseTail;
  else {
    const below = (mean: number, sd: number, x: number): number =>
      sd === 0 ? (x >= mean ? 1 : 0) : normalCdf((x - mean) / sd);
    // 混合分布的分位数必在两个分量的分位数之间；两端略放宽，免得端点的舍入使两端同号。
    const lowest = Math.min(ownTail, franchiseTail);
    const highest = Math.max(ownTail, franchiseTail);
    const margin = 1e-9 * (Math.abs(lowest) + Math.abs(highest) + ownSd + franchiseSd);
    const { root } = findRoot({
      f: (x) =>
        (1 - franchiseShare) * below(ownMean, ownSd, x) +
        franchiseShare * below(franchiseMean, franchiseSd, x) -
        tail,
      low: lowest - margin,
      high: highest + margin,
    });
    tailQuality = Math.min(highest, Math.max(lowest, root));
  }
  return {
    meanQuality,
    tailQuality,
    reputation: (1 - exposure) * meanQuality + exposure * tailQuality,
  };
}

/** 一家店直营还是加盟的净现值对照。 */
export interface FranchiseBreakEvenResult {
  /** 直营一家店的净现值 = −投资 + 年利润的年金现值。 */
  ownValue: number;
  /** 加盟一家店（对总部）的净现值 = 加盟费 + 抽成的年金现值。 */
  franchiseValue: number;
  /** 使两者相等的抽成率；销售额或年数为 0 时为 NaN 或 ±Infinity。 */
  breakEvenRoyaltyRate: number;
}

/** 加盟费加抽成与直营的盈亏平衡：抽成率高于平衡点，总部宁愿放加盟。 */
export function franchiseBreakEven({
  investment,
  ownProfit,
  fee,
  royaltyRate,
  sales,
  years,
  discount,
}: {
  /** 直营一家店的投资。 */
  investment: number;
  /** 直营一家店每年的净利润。 */
  ownProfit: number;
  /** 一次性加盟费。 */
  fee: number;
  /** 抽成率，占销售额。 */
  royaltyRate: number;
  /** 每家店每年销售额。 */
  sales: number;
  /** 年数。 */
  years: number;
  /** 年折现率。 */
  discount: number;
}): FranchiseBreakEvenResult {
  atLeast('investment', investment, 0);
  finite('ownProfit', ownProfit);
  atLeast('fee', fee, 0);
  probability('royaltyRate', royaltyRate);
  atLeast('sales', sales, 0);
  integerAtLeast('years', years, 0);
  atLeast('discount', discount, 0);
  const annuity = discount === 0 ? years : -Math.expm1(-years * Math.log1p(discount)) / discount;
  const ownValue = ownProfit * annuity - investment;
  return {
    ownValue,
    franchiseValue: fee + royaltyRate * sales * annuity,
    breakEvenRoyaltyRate: (ownValue - fee) / (sales * annuity),
  };
}
