import { normalQuantile } from '../../../calc/core/normal.ts';
import { reputationOfMix } from '../../../calc/strategy/franchise-growth.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 平均分不变，各店散得开，口碑掉到几分。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.003,
  draw(random) {
    const mean = pick(random, 80, 90);
    const ownSd = pick(random, 3, 5);
    const sd = pick(random, 8, 12);
    const exposure = oneOf(random, [0.4, 0.5, 0.6]);
    const of = (franchiseSd: number, weight: number) =>
      reputationOfMix({
        franchiseShare: 1,
        ownMean: mean,
        ownSd,
        franchiseMean: mean,
        franchiseSd,
        exposure: weight,
      });
    const { reputation: key, tailQuality } = of(sd, exposure);
    const z = -normalQuantile(0.05);
    return {
      key,
      numbers: {},
      shown: {
        mean: String(mean),
        ownSd: String(ownSd),
        sd: String(sd),
        exposure: upTo(exposure, 1),
        rest: upTo(1 - exposure, 1),
        z: upTo(z, 3),
        tail: upTo(tailQuality, 1),
        before: upTo(of(ownSd, exposure).reputation, 1),
        key: upTo(key, 1),
      },
      slips: [
        { value: mean, why: '平均分没有变，口碑却还看最差的那几家：散得开，最差的就更差。' },
        { value: tailQuality, why: '这是最差的一头，口碑里它只占一部分，其余看平均。' },
        { value: of(ownSd, exposure).reputation, why: '标准差还用着直营的，换成加盟的再算。' },
        {
          value: mean - exposure * sd,
          why: '最差的一头只往下数了一个标准差。最差的 5% 在平均以下 1.645 个标准差。',
        },
      ],
    };
  },
});
