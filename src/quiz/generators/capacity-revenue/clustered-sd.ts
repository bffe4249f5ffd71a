import { overbookingCorrelated } from '../../../calc/revenue/overbooking-correlated.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 客人成团来、成团不来：到场人数的标准差。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0.01,
  draw(random) {
    const capacity = pick(random, 80, 200, 10);
    const showProbability = oneOf(random, [0.85, 0.88, 0.9, 0.92]);
    const correlation = oneOf(random, [0.02, 0.04, 0.05, 0.1]);
    const { authorization: sold, showUpSd: key } = overbookingCorrelated({
      capacity,
      showProbability,
      correlation,
      deniedCost: 1800,
      spoilageCost: 900,
    });
    const variance = sold * showProbability * (1 - showProbability);
    const swell = 1 + (sold - 1) * correlation;
    return {
      key,
      numbers: {},
      shown: {
        sold: String(sold),
        show: percent(showProbability),
        part: upTo(showProbability, 2),
        miss: upTo(1 - showProbability, 2),
        correlation: String(correlation),
        variance: upTo(variance, 4),
        others: String(sold - 1),
        swell: upTo(swell, 2),
        alone: upTo(Math.sqrt(variance), 2),
        key: upTo(key, 1),
      },
      slips: [
        { value: Math.sqrt(variance), why: '这是各来各的时候。成团的那一份还没有乘上去。' },
        { value: variance * swell, why: '这是方差，还要开方才是标准差。' },
        {
          value: Math.sqrt(variance * (1 + correlation)),
          why: '只乘了 1 加相关系数。每个人和其余所有人都相关，要乘上其余的人数。',
        },
        { value: Math.sqrt(variance) * swell, why: '放大的是方差，不是标准差，要一起开方。' },
      ],
    };
  },
});
