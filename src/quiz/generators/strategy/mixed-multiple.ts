import { lifetimeValue, marginMultiple } from '../../../calc/strategy/customer-lifetime-value.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, share } from '../kit/generator.ts';

/** 两种顾客各半，一位顾客平均值几倍毛利：先各算各的，再平均。 */
export const generator = defineGenerator({
  unit: 'times',
  tolerance: 0.01,
  draw(random) {
    const loyal = oneOf(random, [0.88, 0.9, 0.92, 0.94, 0.95]);
    const fickle = oneOf(random, [0.4, 0.45, 0.5, 0.55, 0.6]);
    const discount = oneOf(random, [0.08, 0.1, 0.12]);
    const mean = (loyal + fickle) / 2;
    const multiple = (retention: number) => marginMultiple({ retention, discount });
    const key = (multiple(loyal) + multiple(fickle)) / 2;
    return {
      key,
      numbers: { loyal, fickle, discount },
      shown: {
        loyal: percent(loyal),
        fickle: percent(fickle),
        discount: percent(discount),
        mean: share(mean),
        loyalBottom: upTo(1 + discount - loyal, 2),
        fickleBottom: upTo(1 + discount - fickle, 2),
        loyalPart: upTo(loyal, 2),
        ficklePart: upTo(fickle, 2),
        loyalMultiple: upTo(multiple(loyal), 2),
        fickleMultiple: upTo(multiple(fickle), 2),
        naive: upTo(multiple(mean), 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: multiple(mean),
          why: '先把留存率平均了再算。没有一位顾客是平均的那样，留得牢的一半越往后占得越多，价值要各算各的再平均。',
        },
        { value: multiple(loyal), why: '这只是留得牢的那一半，还要和另一半平均。' },
        { value: multiple(loyal) + multiple(fickle), why: '两半加起来了，还没有除以二。' },
        {
          value:
            (lifetimeValue({ margin: 1, retention: loyal, discount: 0 }) +
              lifetimeValue({ margin: 1, retention: fickle, discount: 0 })) /
            2,
          why: '两半各算是对的，可是没有折现，分母要写 1 + d − r。',
        },
      ],
    };
  },
});
