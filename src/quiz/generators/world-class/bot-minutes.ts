import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 机器先答一遍，答错的再转人工还要多花几分钟：一百件净省多少人工。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.01,
  draw(random) {
    const minutes = pick(random, 5, 10);
    const taken = oneOf(random, [0.4, 0.5, 0.6, 0.7]);
    const right = oneOf(random, [0.6, 0.7, 0.75, 0.8]);
    const extra = pick(random, 2, 5);
    const solved = 100 * taken * right;
    const failed = 100 * taken - solved;
    const key = solved * minutes - failed * extra;
    if (key < 50) return null;
    const slips = apart(
      key,
      [
        { value: 100 * taken * minutes, why: '机器接了的不等于办成的。答错的还要人来办。' },
        { value: solved * minutes, why: '答错的转到人工，要听他重说、把话圆回来，多花的没有减。' },
        {
          value: 100 * taken * minutes - failed * extra,
          why: '答错的那些，人工一分钟也没有省下来，只有办成的才省。',
        },
        {
          value: solved * minutes - failed * (minutes + extra),
          why: '答错的本来就要人办，只多花了那几分钟，原来的不能再减一遍。',
        },
      ].filter(({ value }) => value > 0),
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        minutes: String(minutes),
        taken: percent(taken),
        right: percent(right),
        extra: String(extra),
        solved: upTo(solved, 1),
        failed: upTo(failed, 1),
        gained: upTo(solved * minutes, 1),
        lost: upTo(failed * extra, 1),
        claimed: upTo(100 * taken * minutes, 0),
        key: upTo(key, 1),
      },
      slips,
    };
  },
});
