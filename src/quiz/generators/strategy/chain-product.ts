import { serviceProfitChain } from '../../../calc/strategy/service-profit-chain.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 员工态度高几分，收入增长率照链条推算高几个百分点。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0.012,
  draw(random) {
    const from = oneOf(random, [4, 5, 6]);
    const to = pick(random, 1, 2, 0.1);
    const base = oneOf(random, [1.5, 2, 2.5]);
    const growth = pick(random, 0.4, 0.9, 0.1);
    const rise = pick(random, 2, 9);
    if (rise === from) return null;
    const { customerImpression, revenueGrowthPoints: key } = serviceProfitChain({
      employeeAttitudeIncrease: rise,
      attitudeToCustomer: to / from,
      customerToRevenueGrowth: growth / base,
    });
    return {
      key,
      numbers: {},
      shown: {
        from: String(from),
        to: upTo(to, 1),
        base: upTo(base, 1),
        growth: upTo(growth, 1),
        rise: String(rise),
        impression: upTo(customerImpression, 3),
        key: upTo(key, 2),
      },
      slips: [
        { value: customerImpression, why: '这是顾客印象高了几分，还要再过一环才到收入。' },
        {
          value: (rise * growth) / from,
          why: '两环的尺子没有接上：后一环说的是印象每高若干分，要先换成这里的印象高了几分。',
        },
        { value: rise * to * growth, why: '把几个数直接乘了。每一环都是“每高几分”，要先除再乘。' },
        { value: growth, why: '照抄了例子里的一档。这里态度高的分数不一样，要按比例换。' },
      ],
    };
  },
});
