import { franchiseGrowth } from '../../../calc/strategy/franchise-growth.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 只用自己挣的钱开直营，几年以后有几家店。 */
export const generator = defineGenerator({
  unit: 'stores',
  tolerance: 0,
  draw(random) {
    const years = 3;
    const own = pick(random, 10, 30);
    const investment = pick(random, 100, 200, 10);
    const profit = pick(random, 30, 60, 5);
    const cash = pick(random, 100, 900, 100);
    const path = franchiseGrowth({
      years,
      cash,
      ownStores: own,
      franchiseStores: 0,
      investmentPerStore: investment,
      profitPerOwnStore: profit,
      royaltyPerFranchise: 0,
      ownOpenings: 1000,
      franchiseOpenings: 0,
      ownMean: 85,
      ownSd: 5,
      franchiseMean: 85,
      franchiseSd: 5,
    });
    const key = path.at(-1)?.ownStores ?? 0;
    const slips = [
      {
        value: own + Math.floor(cash / investment),
        why: '只花了手里的现金。店里每年挣的钱也拿来开店。',
      },
      {
        value: own + Math.floor((cash + years * own * profit) / investment),
        why: '三年都只算了原来几家店的利润。新开的店第二年起也挣钱，也拿来开店。',
      },
      {
        value: path.at(-2)?.ownStores ?? 0,
        why: '这是第二年末的店数，还差一年。',
      },
      {
        value: key - own,
        why: '这是三年里新开的，题目问的是一共有几家，原来的也算。',
      },
    ];
    return {
      key,
      numbers: {},
      shown: {
        own: String(own),
        investment: String(investment),
        profit: String(profit),
        cash: String(cash),
        steps: path
          .slice(1)
          .map(
            (each, i) =>
              `第 ${each.year} 年收 ${path[i]?.ownStores} × ${profit} 万元，开 ${each.ownStores - (path[i]?.ownStores ?? 0)} 家，共 ${each.ownStores} 家，剩 ${each.cash} 万元`,
          )
          .join('；'),
        key: String(key),
      },
      slips,
    };
  },
});
