import { costDisease } from '../../../calc/economy/cost-disease.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 产量比例不变，相对价格涨到这么多倍时，服务业的就业份额。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.01,
  draw(random) {
    const initialShare = pick(random, 0.25, 0.65, 0.05);
    const goodsGrowth = pick(random, 0.02, 0.05, 0.005);
    const years = pick(random, 15, 40, 5);
    const { relativePrice, servicesShare } = costDisease({
      goodsGrowth,
      servicesGrowth: 0,
      years,
      initialShare,
    });
    if (relativePrice < 1.4 || relativePrice > 4) return null;
    const odds = initialShare / (1 - initialShare);
    return {
      key: servicesShare,
      numbers: { goodsGrowth, servicesGrowth: 0, years, initialShare, elasticity: 0 },
      shown: {
        start: percent(initialShare),
        rest: percent(1 - initialShare),
        goods: percent(goodsGrowth, 1),
        years: String(years),
        price: upTo(relativePrice, 3),
        odds: upTo(odds, 4),
        later: upTo(odds * relativePrice, 3),
        key: percent(servicesShare, 1),
      },
      slips: [
        {
          value: initialShare,
          why: '以为比例不变，人也不必变。一边省下了人手，另一边省不下，人就要搬家。',
        },
        {
          value: initialShare * relativePrice,
          why: '乘在份额上了。跟着价格走的是两边的人数之比，算完再化回份额。',
        },
        {
          value: relativePrice / (1 + relativePrice),
          why: '这是从一半对一半起步的答案，起点的份额没有用上。',
        },
        {
          value: odds / (odds + relativePrice),
          why: '方向反了。涨得慢的一边要的人手越来越多，不是越来越少。',
        },
      ],
    };
  },
});
