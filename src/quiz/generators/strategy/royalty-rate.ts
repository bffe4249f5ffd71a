import { franchiseBreakEven } from '../../../calc/strategy/franchise-growth.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 抽成到百分之几，放一家加盟和开一家直营的净现值一样。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const investment = pick(random, 100, 200, 10);
    const ownProfit = pick(random, 35, 60, 5);
    const fee = pick(random, 5, 20, 5);
    const sales = pick(random, 200, 400, 20);
    const years = oneOf(random, [5, 6, 8]);
    const discount = oneOf(random, [0.08, 0.1, 0.12]);
    const annuity = (1 - (1 + discount) ** -years) / discount;
    const rate = (changes: { fee?: number; investment?: number; discount?: number }) =>
      franchiseBreakEven({
        investment,
        ownProfit,
        fee,
        royaltyRate: 0,
        sales,
        years,
        discount,
        ...changes,
      }).breakEvenRoyaltyRate;
    const key = rate({});
    if (key < 0.02 || key > 0.15) return null;
    return {
      key,
      numbers: {},
      shown: {
        investment: String(investment),
        profit: String(ownProfit),
        fee: String(fee),
        sales: String(sales),
        years: String(years),
        discount: percent(discount),
        annuity: upTo(annuity, 3),
        own: upTo(ownProfit * annuity - investment, 1),
        rest: upTo(ownProfit * annuity - investment - fee, 1),
        base: upTo(sales * annuity, 1),
        key: percent(key, 1),
      },
      slips: [
        { value: rate({ fee: 0 }), why: '漏减了开张时收的加盟费，这一笔抵掉一部分抽成。' },
        {
          value: rate({ investment: 0 }),
          why: '没有减去直营要垫的投资。直营挣的年利，先要还本。',
        },
        { value: rate({ discount: 0 }), why: '没有折现，把各年的钱直接加起来了。' },
        { value: ownProfit / sales, why: '这是直营的年利占销售的比例，投资和加盟费都没有算。' },
      ],
    };
  },
});
