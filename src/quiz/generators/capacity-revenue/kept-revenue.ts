import { twoClassRevenue } from '../../../calc/revenue/two-class-revenue.ts';
import { fixed } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 留几间给高价，一天平均收多少。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.002,
  draw(random) {
    const fareHigh = pick(random, 600, 1200, 100);
    const fareLow = pick(random, 200, 500, 20);
    const meanHigh = pick(random, 30, 60, 5);
    const sdHigh = pick(random, 8, 18, 2);
    const capacity = oneOf(random, [100, 120, 150]);
    const protection = meanHigh + pick(random, -4, 12, 2);
    if (sdHigh > 0.4 * meanHigh || fareLow > 0.7 * fareHigh) return null;
    const { expectedHighSales } = twoClassRevenue({
      fareHigh,
      fareLow,
      meanHigh,
      sdHigh,
      capacity,
      protection,
    });
    // 题面给一位小数，答案就照给出来的算
    const sales = Number(expectedHighSales.toFixed(1));
    const rest = capacity - protection;
    const key = fareLow * rest + fareHigh * sales;
    if (key < 1.02 * fareLow * capacity) return null;
    return {
      key,
      numbers: { fareHigh, fareLow, meanHigh, sdHigh, capacity, hold: protection },
      shown: {
        high: String(fareHigh),
        low: String(fareLow),
        mean: String(meanHigh),
        sd: String(sdHigh),
        capacity: String(capacity),
        protection: String(protection),
        sales: fixed(sales, 1),
        rest: String(rest),
        empty: fixed(protection - sales, 1),
        none: fixed(fareLow * capacity),
        key: fixed(key),
      },
      slips: [
        {
          value: fareLow * rest + fareHigh * protection,
          why: '当成留下的间间都卖得掉了。高价客有多有少，平均只卖出题里给的那么多。',
        },
        {
          value: fareLow * rest + fareHigh * meanHigh,
          why: '当成高价客平均来几间就卖几间了。来得多的日子，留的不够卖。',
        },
        { value: fareLow * capacity, why: '这是一间也不留、全卖给低价客。' },
        { value: fareHigh * sales, why: '漏了先卖给低价客的那些房。' },
      ],
    };
  },
});
