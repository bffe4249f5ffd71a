import { rolledThroughputYield } from '../../../calc/improvement/six-sigma.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 各步合格率连乘，一次办成的有几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.01,
  draw(random) {
    const easy = pick(random, 3, 6);
    const hard = pick(random, 2, 4);
    const easyYield = oneOf(random, [0.96, 0.97, 0.98, 0.99]);
    const hardYield = oneOf(random, [0.85, 0.88, 0.9, 0.92]);
    const steps = [...Array(easy).fill(easyYield), ...Array(hard).fill(hardYield)] as number[];
    const key = rolledThroughputYield(steps);
    const mean = steps.reduce((sum, each) => sum + each, 0) / steps.length;
    const slips = apart(
      key,
      [
        { value: mean, why: '这是各步合格率的平均。一件要步步都过，是相乘。' },
        { value: hardYield, why: '这是最差一步的。过了这一步，别的步还会错。' },
        {
          value: 1 - steps.reduce((sum, each) => sum + 1 - each, 0),
          why: '各步错的几成直接相加了。错在前面的，后面不会再错一回。',
        },
        { value: 1 - key, why: '这是至少错一步的，要用 1 去减。' },
        { value: easyYield * hardYield, why: '每一种只乘了一步，步数没有算进来。' },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        steps: String(steps.length),
        easy: String(easy),
        hard: String(hard),
        easyYield: percent(easyYield),
        hardYield: percent(hardYield),
        mean: percent(mean, 1),
        easyPart: percent(easyYield ** easy, 1),
        hardPart: percent(hardYield ** hard, 1),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
