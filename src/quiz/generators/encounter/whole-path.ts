import { uniformReliability } from '../../../calc/quality/serial-reliability.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 每个触点都有把握，一路走下来全程顺利的机会。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const touchpoints = pick(random, 6, 20);
    const reliability = oneOf(random, [0.95, 0.96, 0.97, 0.98]);
    const key = uniformReliability({ touchpoints, reliability }).success;
    if (key < 0.4 || key > 0.86) return null;
    const once = uniformReliability({ touchpoints: touchpoints - 1, reliability }).success;
    return {
      key,
      numbers: {},
      shown: {
        touchpoints: String(touchpoints),
        reliability: percent(reliability),
        failed: percent(1 - key, 1),
        fewer: percent(once, 1),
        key: percent(key, 1),
      },
      slips: [
        {
          value: reliability,
          why: '这是一个触点的把握。顾客要一个一个全走过去，断一处就不算顺利。',
        },
        {
          value: 1 - key,
          why: '这是至少碰上一处不顺的机会。题目问的是一处也没有。',
        },
        {
          value: 1 - touchpoints * (1 - reliability),
          why: '把每处的差错直接加起来了。同一位顾客可能碰上两处，会重复算；要把顺利的机会连乘。',
        },
      ],
    };
  },
});
