import {
  finiteLifetimeValue,
  lifetimeValue,
} from '../../../calc/strategy/customer-lifetime-value.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 一位老客值多少：毛利、留存、折现都不变。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.01,
  draw(random) {
    const margin = pick(random, 200, 900, 50);
    const retention = oneOf(random, [0.6, 0.7, 0.75, 0.8, 0.85]);
    const discount = oneOf(random, [0.08, 0.1, 0.12]);
    const key = lifetimeValue({ margin, retention, discount });
    return {
      key,
      numbers: {},
      shown: {
        margin: fixed(margin),
        retention: percent(retention),
        discount: percent(discount),
        bottom: upTo(1 + discount - retention, 2),
        multiple: upTo(retention / (1 + discount - retention), 4),
        key: fixed(key),
      },
      slips: [
        {
          value: lifetimeValue({ margin, retention, discount: 0 }),
          why: '没有折现。明年的一块钱不如今年的一块钱，分母里还要加上折现率。',
        },
        {
          value: margin / (1 - retention),
          why: '用了平均年限乘毛利：没有折现，也把今年还没到手的一笔算成了必得。',
        },
        {
          value: lifetimeValue({ margin, retention, discount, firstMarginAtOnce: true }),
          why: '把第一笔毛利算成当时就到手了。题目说从明年起算，每一笔都先过一次留存和折现。',
        },
        {
          value: finiteLifetimeValue({ margin, retention, discount, periods: 1 }),
          why: '只算了第一年。留下来的人第二年、第三年还会来，一年一年乘下去再加起来。',
        },
        {
          value: (margin * (1 - retention)) / (discount + retention),
          why: '留存率和流失率用反了：留得越多应当越值钱，检查一下把留存率调高时答案往哪边走。',
        },
      ],
    };
  },
});
