import { littlesLaw } from '../../../calc/process/littles-law.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 利特尔法则求逗留时间：到达按小时，答案要分钟。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.01,
  draw(random) {
    const perHour = pick(random, 24, 150, 6);
    const inventory = pick(random, 8, 90);
    const hours = littlesLaw({ inventory, throughput: perHour }).flowTime;
    const key = hours * 60;
    if (key < 6 || key > 90) return null;
    return {
      key,
      numbers: { perHour, inventory },
      shown: {
        perHour: String(perHour),
        perMinute: upTo(perHour / 60, 3),
        inventory: String(inventory),
        hours: upTo(hours, 3),
        key: upTo(key, 1),
        later: oneOf(random, ['两个小时', '三个小时', '一上午']),
      },
      slips: [
        {
          value: hours,
          why: '除法对了，单位没换：人数除以每小时的流量，得到的是小时，还要乘 60。',
        },
        {
          value: (perHour / inventory) * 60,
          why: '除反了。时间 = 人数 ÷ 流量：里面的人越多、流得越慢，待得才越久。',
        },
        {
          value: perHour / inventory,
          why: '除反了，单位也没有换。时间 = 人数 ÷ 流量，再把小时化成分钟。',
        },
        {
          value: (inventory * perHour) / 60,
          why: '用了乘法。人数 = 流量 × 时间，现在求的是时间，要用人数去除以流量。',
        },
        {
          value: 60 / perHour,
          why: '这是相邻两位之间隔多久，不是每人待多久：人数还没有用上。',
        },
      ],
    };
  },
});
