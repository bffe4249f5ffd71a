import { opportunityModel } from '../../../calc/revenue/opportunity-model.ts';
import { fixed, percent } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 事后看，控舱抓住了本可多收的钱的几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.006,
  draw(random) {
    const high = pick(random, 700, 1200, 100);
    const low = pick(random, 300, 600, 20);
    const highDemand = pick(random, 24, 50, 2);
    const protection = pick(random, 20, 60, 2);
    const capacity = 120;
    const limit = capacity - protection;
    const model = opportunityModel({
      fares: [high, low],
      demand: [highDemand, 150],
      capacity,
      nestedLimits: [capacity, limit],
      arrivalOrder: 'lowest-fare-first',
    });
    const { perfectRevenue, noControlRevenue, realizedRevenue } = model;
    const key = model.capturedShare as number;
    if (low > 0.7 * high || key < 0.1 || key > 0.97) return null;
    const [soldHigh = 0] = model.realizedSales;
    return {
      key,
      numbers: {},
      shown: {
        high: String(high),
        low: String(low),
        highDemand: String(highDemand),
        protection: String(protection),
        limit: String(limit),
        soldHigh: String(soldHigh),
        left: String(capacity - highDemand),
        perfect: fixed(perfectRevenue),
        none: fixed(noControlRevenue),
        real: fixed(realizedRevenue),
        gained: fixed(realizedRevenue - noControlRevenue),
        could: fixed(perfectRevenue - noControlRevenue),
        key: percent(key, 1),
      },
      slips: [
        {
          value: realizedRevenue / perfectRevenue,
          why: '拿总收入比总收入。什么也不控也能收到一大截，那一截不是控舱的功劳。',
        },
        {
          value: (realizedRevenue - noControlRevenue) / noControlRevenue,
          why: '这是比不控多收了几成。机会捕获率的分母是本来最多能多收的钱。',
        },
        {
          value: 1 - key,
          why: '这是没有抓住的那一份，题目问的是抓住的。',
        },
      ],
    };
  },
});
