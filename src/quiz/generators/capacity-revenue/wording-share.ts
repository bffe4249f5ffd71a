import { priceFence } from '../../../calc/revenue/price-fence.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 同一个差价，说成打折是几成，说成加价又是几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.006,
  draw(random) {
    const high = pick(random, 200, 900, 10);
    const low = pick(random, 120, 700, 10);
    if (low > 0.9 * high || low < 0.6 * high) return null;
    const { discountShare, surchargeShare } = priceFence({
      highPrice: high,
      lowPrice: low,
      highDemand: 1,
      lowDemand: 1,
      capacity: 2,
      leakage: 0,
    });
    return {
      key: surchargeShare,
      numbers: {},
      shown: {
        high: String(high),
        low: String(low),
        gap: String(high - low),
        discount: percent(discountShare, 1),
        key: percent(surchargeShare, 1),
      },
      slips: [
        { value: discountShare, why: '这是说成打折的幅度，分母是高价。说成加价，要除以低价。' },
        { value: high / low, why: '这是高价是低价的几成，题目问的是涨了几成，要减去 1。' },
        { value: low / high, why: '这是低价占高价的几成，也就是打了几折。' },
      ],
    };
  },
});
