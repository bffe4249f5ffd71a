import { lifetimeValue } from '../../../calc/strategy/customer-lifetime-value.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 回访把留存率抬高几个点，一位顾客最多值得花多少回访费。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.012,
  draw(random) {
    const margin = pick(random, 200, 900, 50);
    const retention = oneOf(random, [0.6, 0.65, 0.7, 0.75, 0.8]);
    const increase = oneOf(random, [0.04, 0.05, 0.06, 0.08]);
    const discount = 0.1;
    const value = (kept: number) => lifetimeValue({ margin, retention: kept, discount });
    const before = value(retention);
    const after = value(retention + increase);
    const key = after - before;
    return {
      key,
      numbers: {},
      shown: {
        margin: fixed(margin),
        retention: percent(retention),
        raised: percent(retention + increase),
        discount: percent(discount),
        multipleBefore: upTo(retention / (1 + discount - retention), 4),
        multipleAfter: upTo((retention + increase) / (1 + discount - retention - increase), 4),
        before: fixed(before),
        after: fixed(after),
        points: fixed(increase * 100),
        key: fixed(key),
      },
      slips: [
        {
          value: margin * increase,
          why: '只算了明年多留下的那一份。留下来的人后年、大后年还会来，要用终身价值的差。',
        },
        {
          value: before * increase,
          why: '把留存率的升幅当成了价值的涨幅。分母 1 + d − r 也跟着变小，价值涨得比留存率快。',
        },
        { value: after, why: '这是回访以后的价值。回访值多少，要减去不回访时本来就有的。' },
        {
          value: lifetimeValue({ margin, retention: increase, discount }),
          why: '不能把升的几个点单独代进去：价值不是留存率的直线，要前后各算一次再相减。',
        },
      ],
    };
  },
});
