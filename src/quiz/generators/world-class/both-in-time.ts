import { serialReliability } from '../../../calc/quality/serial-reliability.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 几路一起走，都按时到齐才能试点：到齐的把握有几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.008,
  draw(random) {
    const chances = [0, 0, 0].map(() => oneOf(random, [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]));
    const { success: key } = serialReliability(chances.map((reliability) => ({ reliability })));
    const [first, second, third] = chances as [number, number, number];
    if (new Set(chances).size < 3) return null;
    const mean = (first + second + third) / 3;
    const slips = apart(
      key,
      [
        { value: mean, why: '把三路的把握平均了。三路都到才行，是相乘。' },
        { value: Math.min(...chances), why: '只看了最没有把握的一路。它到了，别的也可能没有到。' },
        { value: Math.max(...chances), why: '只看了最有把握的一路。要等的是最晚到的一路。' },
        { value: 1 - key, why: '这是没有到齐的机会，要用 1 去减。' },
        {
          value: 1 - (1 - first) * (1 - second) * (1 - third),
          why: '这是至少有一路按时的机会。题目要三路都到。',
        },
      ],
      0.008,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        first: percent(first),
        second: percent(second),
        third: percent(third),
        least: percent(Math.min(...chances)),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
