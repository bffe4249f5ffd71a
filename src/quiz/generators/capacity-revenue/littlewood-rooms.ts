import { normalQuantile } from '../../../calc/core/normal.ts';
import { littlewood } from '../../../calc/revenue/littlewood.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 利特伍德法则：正态需求下给高价客留几间。 */
export const generator = defineGenerator({
  unit: 'rooms',
  tolerance: 0.006,
  draw(random) {
    const ratio = oneOf(random, [0.2, 0.3, 0.4, 0.6, 0.7, 0.8]);
    const fareHigh = pick(random, 500, 1200, 50);
    const fareLow = Math.round(fareHigh * ratio);
    const meanHigh = pick(random, 30, 70, 2);
    const sdHigh = pick(random, 8, 20, 2);
    const capacity = pick(random, 120, 200, 10);
    if (sdHigh > 0.4 * meanHigh) return null;
    const result = littlewood({ fareHigh, fareLow, meanHigh, sdHigh, capacity });
    const z = normalQuantile(result.criticalRatio);
    const { protection } = result;
    // 三位数写不出一位小数
    if (protection > 99) return null;
    return {
      key: protection,
      numbers: { fareHigh, fareLow, meanHigh, sdHigh, capacity, hold: Math.floor(protection) },
      shown: {
        high: String(fareHigh),
        low: String(fareLow),
        mean: String(meanHigh),
        sd: String(sdHigh),
        capacity: String(capacity),
        ratio: percent(fareLow / fareHigh),
        critical: percent(result.criticalRatio),
        step: `${meanHigh} ${z < 0 ? '−' : '+'} ${upTo(Math.abs(z), 2)} × ${sdHigh}`,
        side: z < 0 ? '折扣浅，留得比平均少' : '折扣深，留得比平均多',
        key: upTo(protection, 1),
      },
      slips: [
        { value: meanHigh, why: '这是高价客的平均间数。只有价比是 50% 时才正好留这么多。' },
        {
          value: meanHigh - z * sdHigh,
          why: '分位查反了。要查的是 1 减去价比：价比是“留着还用得上”的概率的下限。',
        },
        { value: capacity - protection, why: '这是最多卖给低价客的间数，题目问的是留下的。' },
        {
          value: meanHigh * (1 - ratio),
          why: '拿平均间数乘了 1 减去价比。价比定的是分位，不是打折。',
        },
      ],
    };
  },
});
