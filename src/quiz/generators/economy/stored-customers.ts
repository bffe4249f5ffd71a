import { littlesLaw } from '../../../calc/process/littles-law.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 门口平均压着几位：来的快慢乘以每人等多久。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0.01,
  draw(random) {
    const perHour = pick(random, 24, 120, 6);
    const wait = pick(random, 15, 55, 5);
    const hours = wait / 60;
    const key = littlesLaw({ throughput: perHour, flowTime: hours }).inventory;
    if (!Number.isInteger(key)) return null;
    return {
      key,
      numbers: {},
      shown: {
        perHour: String(perHour),
        wait: String(wait),
        hours: upTo(hours, 4),
        key: String(key),
      },
      slips: [
        {
          value: perHour * wait,
          why: '单位没有统一：来人按小时、等待按分钟，要先化成同一个单位，再相乘。',
        },
        {
          value: perHour / hours,
          why: '用了除法。平均人数等于来的快慢乘以每人压多久。',
        },
        {
          value: perHour,
          why: '这是一个小时来的人。每人只等了不到一个小时，同一时刻压着的没有这么多。',
        },
        {
          value: perHour / wait,
          why: '来的快慢除以了等待的分钟。应当相乘，等得越久，门口压的人越多。',
        },
      ],
    };
  },
});
