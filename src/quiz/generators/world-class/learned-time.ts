import { learningCurve } from '../../../calc/improvement/learning-curve.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 学习曲线上，翻几番以后的一件要多久。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.01,
  draw(random) {
    const rate = oneOf(random, [0.75, 0.8, 0.85, 0.9]);
    const doublings = pick(random, 3, 5);
    const unit = 2 ** doublings;
    const firstUnit = pick(random, 60, 240, 10);
    const { unitTime: key, average } = learningCurve({ firstUnit, rate, unit });
    const slips = apart(
      key,
      [
        { value: firstUnit * rate, why: '只降了一次。产量每翻一番，就再乘一遍。' },
        {
          value: firstUnit * Math.max(0.02, 1 - doublings * (1 - rate)),
          why: '每翻一番少的几成直接相加了。后来少的，是在已经短了的时间上少。',
        },
        { value: average, why: '这是头一件到这一件的平均，题目问的是这一件。' },
        {
          value: firstUnit * rate ** (unit - 1),
          why: '每做一件就乘一遍了。要产量翻一番才乘一遍。',
        },
        { value: firstUnit / unit, why: '时间不是和件数成反比，做一倍多的活快不了一倍。' },
      ].filter(({ value }) => value > 0.5),
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        rate: percent(rate),
        doublings: String(doublings),
        unit: String(unit),
        firstUnit: String(firstUnit),
        path: Array.from({ length: doublings }, (_, k) => 2 ** (k + 1)).join('、'),
        key: upTo(key, 1),
      },
      slips,
    };
  },
});
