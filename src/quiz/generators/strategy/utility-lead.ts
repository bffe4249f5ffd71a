import { strategicCanvas } from '../../../calc/strategy/strategic-canvas.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 同样的点数，偏科的店在看重这一项的客群那里多得几分效用。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0.005,
  draw(random) {
    const weights = [
      oneOf(random, [0.4, 0.5, 0.6]),
      oneOf(random, [0.1, 0.15, 0.2]),
      oneOf(random, [0.05, 0.1]),
      0.05,
    ];
    const top = pick(random, 10, 14);
    const second = pick(random, 3, 5);
    const third = pick(random, 1, 2);
    const curve = [top, second, third, 20 - top - second - third];
    if ((curve[3] as number) < 0) return null;
    const plain = [5, 5, 5, 5];
    const { utilities } = strategicCanvas({
      profiles: [curve, plain],
      segments: [{ weights }],
      budget: 20,
    });
    const [sharp = 0, even = 0] = utilities[0] as number[];
    const key = sharp - even;
    return {
      key,
      numbers: {},
      shown: {
        curve: curve.join('、'),
        weights: weights.join('、'),
        products: weights.map((weight, i) => `${weight} × ${curve[i]}`).join(' + '),
        sharp: upTo(sharp, 2),
        even: upTo(even, 2),
        sum: upTo(
          weights.reduce((all, each) => all + each, 0),
          2,
        ),
        key: upTo(key, 2),
      },
      slips: [
        { value: 0, why: '两家的点数一样多，在这群人眼里却不一样：要先乘上各项的权重。' },
        { value: sharp, why: '这是偏科店自己的效用，还要减去平均店的。' },
        {
          value: (weights[0] as number) * (top - 5),
          why: '只算了加出来的一项。别的几项是从那里减下去的，减掉的也要算。',
        },
      ],
    };
  },
});
