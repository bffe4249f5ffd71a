import { factorRating } from '../../../calc/location/factor-rating.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 因素评分：客流、租金、停车三项加权，求两处里总分高的那一处得几分。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.004,
  draw(random) {
    const weights = oneOf<readonly number[]>(random, [
      [0.5, 0.3, 0.2],
      [0.6, 0.3, 0.1],
      [0.5, 0.4, 0.1],
      [0.4, 0.4, 0.2],
    ]);
    const scores = [
      [pick(random, 70, 95, 5), pick(random, 40, 65, 5)],
      [pick(random, 30, 60, 5), pick(random, 70, 95, 5)],
      [pick(random, 30, 90, 5), pick(random, 30, 90, 5)],
    ];
    const { totals, best } = factorRating({ weights, scores });
    const plain = factorRating({ weights: [1, 1, 1], scores }).totals;
    const key = totals[best] ?? 0;
    const other = totals[1 - best] ?? 0;
    const [traffic = [], rent = [], parking = []] = scores;
    const column = best === 0 ? '老城' : '新区';
    return {
      key,
      numbers: { best },
      shown: {
        wTraffic: String(weights[0]),
        wRent: String(weights[1]),
        wParking: String(weights[2]),
        aTraffic: String(traffic[0]),
        bTraffic: String(traffic[1]),
        aRent: String(rent[0]),
        bRent: String(rent[1]),
        aParking: String(parking[0]),
        bParking: String(parking[1]),
        a: upTo(totals[0] ?? 0, 1),
        b: upTo(totals[1] ?? 0, 1),
        best: column,
        key: upTo(key, 1),
      },
      slips: [
        { value: other, why: '这是另一处的总分。两处都算出来，再取高的。' },
        {
          value: (plain[best] ?? 0) / 3,
          why: '三项直接平均了，没有用上权重。客流与停车并不一样要紧。',
        },
        {
          value: plain[best] ?? 0,
          why: '三项直接加起来了。每一项先乘权重，再相加，满分还是 100。',
        },
        {
          value: key / 3,
          why: '加权之后又除以了 3。权重的和已经是 1，加起来就是平均，不用再除。',
        },
      ],
    };
  },
});
