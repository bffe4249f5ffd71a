import { runLength, signalWithin } from '../../../calc/quality/control/run-length.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 什么事也没有，这么多点里至少误报一次的机会。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const sigmas = oneOf(random, [2, 3]);
    const stores = sigmas === 3 ? pick(random, 8, 40, 2) : pick(random, 2, 5);
    const points = sigmas === 3 ? oneOf(random, [6, 12]) : oneOf(random, [4, 6, 8]);
    const all = stores * points;
    const rate = runLength({ shift: 0, sigmas }).signalProbability;
    const key = signalWithin({ shift: 0, sigmas }, all);
    if (key < 0.15 || key > 0.85) return null;
    const slips = apart(
      key,
      [
        { value: all * rate, why: '一点的机会乘了点数。那是平均误报几次，机会不能直接相加。' },
        { value: 1 - key, why: '这是一次也不误报的机会，要用 1 去减。' },
        {
          value: signalWithin({ shift: 0, sigmas }, points),
          why: '只算了一家店。每家店都在画点，家家都可能误报。',
        },
        { value: rate, why: '这是一个点误报的机会。点多了，至少一次的机会大得多。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        sigmas: String(sigmas),
        stores: String(stores),
        points: String(points),
        all: String(all),
        rate: percent(rate, 2),
        quiet: percent(1 - rate, 2),
        none: percent(1 - key, 1),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
