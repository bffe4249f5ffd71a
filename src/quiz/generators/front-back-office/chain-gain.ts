import { simulateCrossTraining } from '../../../calc/workforce/cross-training.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 链式拿到了全能的几成好处。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.01,
  draw(random) {
    const kinds = pick(random, 4, 9);
    const capacity = pick(random, 8, 14);
    const sd = oneOf(random, [0.3, 0.4, 0.5]) * capacity;
    // 旺的几类和淡的几类挨在一起，链子要传得远，好处才不是十成
    const tilt = oneOf(random, [0.25, 0.35, 0.45]);
    const demandMeans = Array.from({ length: kinds }, (_, i) =>
      Number((capacity * (i < kinds / 2 ? 1 + tilt : 1 - tilt)).toFixed(2)),
    );
    const [one, two, all] = simulateCrossTraining({
      demandMeans,
      demandSds: demandMeans.map(() => sd),
      capacities: demandMeans.map(() => capacity),
      designs: ['dedicated', 'chain', 'full'],
      replications: 120,
      seed: random.integer(0, 1_000_000),
    }).map(({ meanServed }) => Number(meanServed.toFixed(1)));
    if (one === undefined || two === undefined || all === undefined || all - one < 2) return null;
    const key = (two - one) / (all - one);
    if (key > 0.97) return null;
    const slips = apart(
      key,
      [
        {
          value: one / all,
          why: '拿专岗去比全能了。好处要从专岗算起，看链式往上走了几成。',
        },
        {
          value: 1 / (kinds - 1),
          why: '这是多学的门数占几成。少学这么多，拿到的却多得多。',
        },
        { value: (two - one) / one, why: '这是比专岗多做几成。分母该是全能比专岗多做的那些。' },
        { value: 1 - key, why: '这是还差几成没有拿到。' },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        kinds: String(kinds),
        capacity: String(capacity),
        one: upTo(one, 1),
        two: upTo(two, 1),
        all: upTo(all, 1),
        learnChain: String(kinds),
        learnAll: String(kinds * (kinds - 1)),
        more: upTo(two - one, 1),
        most: upTo(all - one, 1),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
