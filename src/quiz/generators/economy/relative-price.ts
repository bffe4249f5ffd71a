import { costDisease } from '../../../calc/economy/cost-disease.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 两边生产率各涨各的，若干年后服务的相对价格。 */
export const generator = defineGenerator({
  unit: 'times',
  tolerance: 0.012,
  draw(random) {
    const goodsGrowth = pick(random, 0.025, 0.05, 0.005);
    const servicesGrowth = pick(random, 0.005, 0.015, 0.005);
    const years = pick(random, 20, 50, 5);
    const initialShare = 0.5;
    const at = (services: number) =>
      costDisease({ goodsGrowth, servicesGrowth: services, years, initialShare }).relativePrice;
    const key = at(servicesGrowth);
    return {
      key,
      numbers: { goodsGrowth, servicesGrowth, years, initialShare, elasticity: 0 },
      shown: {
        goods: percent(goodsGrowth, 1),
        services: percent(servicesGrowth, 1),
        years: String(years),
        goodsFactor: upTo(1 + goodsGrowth, 3),
        servicesFactor: upTo(1 + servicesGrowth, 3),
        once: upTo((1 + goodsGrowth) / (1 + servicesGrowth), 5),
        still: upTo(at(0), 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: at(0),
          why: '服务的生产率也在涨，只是涨得慢，要拿两边的涨幅相除。',
        },
        {
          value: 1 + (goodsGrowth - servicesGrowth) * years,
          why: '把每年的差直接乘了年数。每年是在上一年的基础上再贵一截，要连乘。',
        },
        {
          value: 1 / key,
          why: '反过来了，这是东西相对于服务的价格。涨得慢的一边才变贵。',
        },
        {
          value: (1 + goodsGrowth) / (1 + servicesGrowth),
          why: '这只是一年的。还要连乘那么多年。',
        },
      ],
    };
  },
});
