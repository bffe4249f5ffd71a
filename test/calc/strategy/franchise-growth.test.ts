import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/calc/core/normal.ts';
import {
  franchiseBreakEven,
  franchiseGrowth,
  reputationOfMix,
} from '../../../src/calc/strategy/franchise-growth.ts';

const quality = { ownMean: 80, ownSd: 5, franchiseMean: 74, franchiseSd: 9 };
const plan = {
  ...quality,
  years: 3,
  cash: 100,
  ownStores: 10,
  franchiseStores: 0,
  investmentPerStore: 50,
  profitPerOwnStore: 10,
  royaltyPerFranchise: 2,
  franchiseFee: 5,
  ownOpenings: 3,
  franchiseOpenings: 8,
};

describe('franchiseGrowth', () => {
  it('手算两年的现金与店数', () => {
    // 第 1 年：100 + 10×10 + 8×5 = 240，可开 4 家、上限 3 家，剩 90；店 13 + 8
    // 第 2 年：90 + 130 + 16 + 40 = 276，开 3 家，剩 126；店 16 + 16
    const result = franchiseGrowth(plan);
    expect(result[1]).toMatchObject({ cash: 90, ownStores: 13, franchiseStores: 8, cashFlow: 140 });
    expect(result[2]).toMatchObject({ cash: 126, ownStores: 16, franchiseStores: 16 });
    expect(result[2]!.franchiseShare).toBe(0.5);
  });
  it('全直营时口碑不变，加盟占比升高时尾部先掉得比平均快', () => {
    const own = franchiseGrowth({ ...plan, franchiseOpenings: 0 });
    expect(own[3]!.tailQuality).toBeCloseTo(own[0]!.tailQuality, 12);
    const mixed = franchiseGrowth(plan);
    expect(mixed[0]!.tailQuality - mixed[3]!.tailQuality).toBeGreaterThan(
      mixed[0]!.meanQuality - mixed[3]!.meanQuality,
    );
  });
  it('现金不够时不开直营店；一家店也没有时质量没有定义', () => {
    const poor = franchiseGrowth({ ...plan, cash: -500, franchiseOpenings: 0 });
    expect(poor[1]!.ownStores).toBe(10);
    const none = franchiseGrowth({ ...plan, ownStores: 0, years: 0 });
    expect(none[0]!.reputation).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => franchiseGrowth({ ...plan, years: -1 })).toThrow(/years/);
    expect(() => franchiseGrowth({ ...plan, investmentPerStore: 0 })).toThrow(/investmentPerStore/);
    expect(() => franchiseGrowth({ ...plan, ownSd: -1 })).toThrow(/ownSd/);
    expect(() => franchiseGrowth({ ...plan, tail: 0 })).toThrow(/tail/);
    expect(() => franchiseGrowth({ ...plan, exposure: 2 })).toThrow(/exposure/);
  });
});

describe('reputationOfMix', () => {
  it('尾部分位使混合分布函数恰为 5 %', () => {
    for (const franchiseShare of [0.01, 0.3, 0.5, 0.999]) {
      const { tailQuality } = reputationOfMix({ ...quality, franchiseShare });
      const below =
        (1 - franchiseShare) * normalCdf((tailQuality - 80) / 5) +
        franchiseShare * normalCdf((tailQuality - 74) / 9);
      expect(below).toBeCloseTo(0.05, 10);
    }
  });
  it('标准差为 0、占比极小、两类相同都有定义', () => {
    const step = { ownMean: 80, ownSd: 0, franchiseMean: 60, franchiseSd: 0 };
    expect(reputationOfMix({ ...step, franchiseShare: 0.1 }).tailQuality).toBeCloseTo(60, 6);
    expect(reputationOfMix({ ...step, franchiseShare: 0.01 }).tailQuality).toBeCloseTo(80, 6);
    const tiny = reputationOfMix({ ...quality, franchiseShare: 1e-17 });
    expect(tiny.tailQuality).toBeCloseTo(
      reputationOfMix({ ...quality, franchiseShare: 0 }).tailQuality,
      6,
    );
  });
});

describe('franchiseBreakEven', () => {
  it('不打折 5 年：直营 −100 + 5×30 = 50，加盟 20 + 5×0.05×200 = 70，平衡抽成率 3 %', () => {
    const r = franchiseBreakEven({
      investment: 100,
      ownProfit: 30,
      fee: 20,
      royaltyRate: 0.05,
      sales: 200,
      years: 5,
      discount: 0,
    });
    expect(r.ownValue).toBeCloseTo(50, 10);
    expect(r.franchiseValue).toBeCloseTo(70, 10);
    expect(r.breakEvenRoyaltyRate).toBeCloseTo(0.03, 12);
  });
  it('按平衡抽成率两者净现值相等', () => {
    const input = { investment: 300, ownProfit: 90, fee: 25, sales: 700, years: 8, discount: 0.09 };
    const { breakEvenRoyaltyRate, ownValue } = franchiseBreakEven({ ...input, royaltyRate: 0 });
    expect(
      franchiseBreakEven({ ...input, royaltyRate: breakEvenRoyaltyRate }).franchiseValue,
    ).toBeCloseTo(ownValue, 8);
  });
  it('拒绝坏输入', () => {
    expect(() =>
      franchiseBreakEven({
        investment: 1,
        ownProfit: 1,
        fee: 0,
        royaltyRate: 1.5,
        sales: 1,
        years: 1,
        discount: 0,
      }),
    ).toThrow(/royaltyRate/);
  });
});
