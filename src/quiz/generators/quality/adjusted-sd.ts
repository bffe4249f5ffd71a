import { funnelExperiment } from '../../../calc/quality/control/funnel-experiment.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 好好的过程逐点去纠，标准差变成多少。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.012,
  draw(random) {
    const sd = pick(random, 1, 9, 0.5);
    const { theoryVariance } = funnelExperiment({ rule: 2, drops: 3, seed: 1, sd });
    const variance = theoryVariance.at(-1) as number;
    const key = Math.sqrt(variance);
    return {
      key,
      numbers: {},
      shown: {
        target: String(pick(random, 20, 40, 5)),
        sd: upTo(sd, 1),
        square: upTo(sd * sd, 2),
        variance: upTo(variance, 2),
        key: upTo(key, 2),
      },
      slips: [
        { value: 2 * sd, why: '变成 2 倍的是方差。标准差要再开一次根号。' },
        { value: sd, why: '没有变的是随机的那一份。调一下，又把昨天的一份加了进来。' },
        {
          value: sd / Math.SQRT2,
          why: '方向反了。昨天的偏差是偶然的，照它去调，今天反而多一份偏差。',
        },
        { value: variance, why: '这是方差，标准差要开根号。' },
      ].filter(({ value }, i, all) =>
        all.slice(0, i).every((other) => Math.abs(other.value / value - 1) > 0.05),
      ),
    };
  },
});
