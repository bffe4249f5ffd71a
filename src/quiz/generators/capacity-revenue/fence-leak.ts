import { priceFence } from '../../../calc/revenue/price-fence.ts';
import { fixed, percent } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 围栏漏了几成以后，比只卖高价多收多少。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.002,
  draw(random) {
    const highPrice = pick(random, 600, 1000, 50);
    const lowPrice = pick(random, 300, 550, 50);
    const highDemand = pick(random, 50, 90, 10);
    const lowDemand = pick(random, 30, 80, 10);
    const capacity = pick(random, 100, 160, 20);
    const leakage = oneOf(random, [0.1, 0.2, 0.3]);
    const input = { highPrice, lowPrice, highDemand, lowDemand, capacity };
    const fence = priceFence({ ...input, leakage });
    const sealed = priceFence({ ...input, leakage: 0 });
    const { uniformHighRevenue, uniformLowRevenue, fencedRevenue, gain } = fence;
    if (highDemand >= capacity || uniformHighRevenue <= uniformLowRevenue || gain < 2000)
      return null;
    const sold = Math.min(capacity, highDemand + lowDemand);
    const kept = highDemand * (1 - leakage);
    return {
      key: gain,
      numbers: {},
      shown: {
        high: fixed(highPrice),
        low: fixed(lowPrice),
        highDemand: String(highDemand),
        lowDemand: String(lowDemand),
        capacity: String(capacity),
        leakage: percent(leakage),
        kept: fixed(kept),
        rest: fixed(sold - kept),
        sold: String(sold),
        fenced: fixed(fencedRevenue),
        uniform: fixed(uniformHighRevenue),
        breakEven: percent(fence.breakEvenLeakage as number, 1),
        key: fixed(gain),
      },
      slips: [
        { value: sealed.gain, why: '这是一个也不漏的时候。漏过去的那几成人，每位少付一个差价。' },
        { value: fencedRevenue, why: '这是有围栏的总收入，还要减去不设围栏、只卖高价的收入。' },
        {
          value: fencedRevenue - uniformLowRevenue,
          why: '和只卖低价比了。不设围栏时老板会选收入高的那个单一价。',
        },
        {
          value: sealed.gain - (sold - highDemand) * leakage * (highPrice - lowPrice),
          why: '漏出率乘在低价客身上了。漏的是付得起高价、却买到低价的人。',
        },
      ],
    };
  },
});
