import { defectsPerMillion } from '../../../calc/improvement/six-sigma.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 同样的错，把每件说成许多个机会，百万机会缺陷数是多少。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0.008,
  draw(random) {
    const units = pick(random, 1000, 6000, 500);
    const defects = pick(random, 12, 60, 3);
    const opportunities = oneOf(random, [5, 8, 10, 12, 15, 20]);
    const of = (chances: number) => defectsPerMillion({ defects, units, opportunities: chances });
    const key = of(opportunities).dpmo;
    const slips = apart(
      key,
      [
        { value: of(1).dpmo, why: '机会数没有用上。每件有好几个机会，分母要乘上。' },
        { value: key / 1000, why: '乘的是一千，题目问的是每百万个机会。' },
        { value: of(1).dpmo * opportunities, why: '机会多，分母变大，要除，不是乘。' },
        { value: key / 10000, why: '这是每一百个机会错几个，题目问的是每百万个。' },
      ],
      0.008,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        units: upTo(units, 0),
        defects: String(defects),
        opportunities: String(opportunities),
        chances: upTo(units * opportunities, 0),
        plain: upTo(of(1).dpmo, 0),
        hit: percent(defects / units, 2),
        plainSigma: upTo(of(1).sigmaLevel, 2),
        sigma: upTo(of(opportunities).sigmaLevel, 2),
        key: upTo(key, 0),
      },
      slips,
    };
  },
});
