import { valueAdded } from '../../../calc/process/value-added.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 一件事从交到拿，真正为顾客做的占几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const days = pick(random, 3, 9);
    const value = pick(random, 30, 90, 5);
    const necessary = pick(random, 30, 120, 10);
    const total = days * 24 * 60;
    const { valueAddedRatio: key, wasteTime } = valueAdded([
      { time: value, kind: 'value' },
      { time: necessary, kind: 'necessary' },
      { time: total - value - necessary, kind: 'waste' },
    ]);
    const slips = apart(
      key,
      [
        {
          value: value / (days * 8 * 60),
          why: '一天只算了 8 小时上班。题目说按日历算，顾客夜里也在等。',
        },
        {
          value: (value + necessary) / total,
          why: '核对和盖章省不掉，可顾客不为它付钱，不算增值。',
        },
        { value: value / (value + necessary), why: '等的时间没有放进分母。' },
        { value: value / (days * 24), why: '分钟除了小时，单位没有统一。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {
        steps: `审核制证_${value}_2_0~核对盖章_${necessary}_1_0~等和转_${total - value - necessary}_0_0`,
      },
      shown: {
        days: String(days),
        value: String(value),
        necessary: String(necessary),
        total: upTo(total, 0),
        waste: upTo(wasteTime / 60, 0),
        key: percent(key, 2),
      },
      slips,
    };
  },
});
