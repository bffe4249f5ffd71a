import { rolledThroughputYield } from '../../../calc/improvement/six-sigma.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 合格率九成九几，一位常客一年至少遇到一次错的机会。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const right = oneOf(random, [0.99, 0.992, 0.995, 0.998]);
    const orders = pick(random, 24, 120, 12);
    const none = rolledThroughputYield(Array<number>(orders).fill(right));
    const key = 1 - none;
    if (key < 0.08 || key > 0.75) return null;
    const slips = apart(
      key,
      [
        {
          value: orders * (1 - right),
          why: '那是平均遇到几次。机会不能直接相加，加多了还会过十成。',
        },
        { value: none, why: '这是一年里一次也没有遇到的机会。' },
        { value: 1 - right, why: '这是一单出错的机会。单子多了，至少一次的机会大得多。' },
        { value: right, why: '这是一单不出错的机会，既不是一年的，也不是出错的。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        right: percent(right, 1),
        orders: String(orders),
        none: percent(none, 1),
        wrong: upTo((1 - right) * 1e6, 0),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
