import { finiteLifetimeValue } from '../../../calc/strategy/customer-lifetime-value.ts';
import { payback } from '../../../calc/strategy/payback.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 获客的钱要收到第几笔毛利才回本。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0,
  draw(random) {
    const margin = pick(random, 100, 260, 20);
    const retention = oneOf(random, [0.8, 0.85, 0.9, 0.95]);
    const discount = oneOf(random, [0.08, 0.1, 0.12]);
    const acquisition = pick(random, 300, 1300, 50);
    const after = (kept: number, rate: number, firstMarginAtOnce = false) =>
      payback({ acquisition, margin, retention: kept, discount: rate, firstMarginAtOnce }).payments;
    const key = after(retention, discount);
    if (key < 3 || key > 16) return null;
    const total = (periods: number) =>
      finiteLifetimeValue({ margin, retention, discount, periods });
    // 差几块钱就够的，读者舍入一下就会差一笔
    if (Math.min(acquisition - total(key - 1), total(key) - acquisition) < 0.01 * acquisition)
      return null;
    const slips = apart(
      key,
      [
        {
          value: after(1, 0),
          why: '只拿获客成本除以毛利。有人会走，以后的钱也要打折，一笔比一笔少。',
        },
        {
          value: after(retention, 0),
          why: '算了留存，没有折现。后面的钱折回今天要少一些，回本更晚。',
        },
        { value: after(1, discount), why: '算了折现，没有算走掉的人。第几笔都只收得到还在的人。' },
        {
          value: after(retention, discount, true),
          why: '把第一笔当成了签约当时就到手。题目说第一笔在年末，先过一次留存和折现。',
        },
      ],
      0,
    );
    if (!slips) return null;
    const keep = retention / (1 + discount);
    return {
      key,
      numbers: {},
      shown: {
        margin: String(margin),
        acquisition: String(acquisition),
        retention: percent(retention),
        discount: percent(discount),
        kept: upTo(retention, 2),
        rate: upTo(1 + discount, 2),
        keep: upTo(keep, 4),
        first: upTo(margin * keep, 1),
        before: String(key - 1),
        short: upTo(total(key - 1), 1),
        enough: upTo(total(key), 1),
        key: String(key),
      },
      slips,
    };
  },
});
