import { littlesLaw } from '../../../calc/process/littles-law.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 利特尔法则求人数：流量按小时，逗留按分钟，先统一单位。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0.01,
  draw(random) {
    const perHour = pick(random, 18, 120, 3);
    const minutes = pick(random, 25, 105, 5);
    if (minutes === 60) return null;
    const key = littlesLaw({ throughput: perHour, flowTime: minutes / 60 }).inventory;
    return {
      key,
      numbers: { perHour, minutes },
      shown: {
        perHour: String(perHour),
        minutes: String(minutes),
        hours: upTo(minutes / 60, 3),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: perHour * minutes,
          why: '单位没有统一：流量是每小时的，时间是分钟的，直接相乘就大了 60 倍。',
        },
        {
          value: perHour / (minutes / 60),
          why: '用了除法。人数 = 流量 × 时间：每来一位、每多待一会儿，里面的人都多。',
        },
        {
          value: perHour / minutes,
          why: '用了除法，单位也没有统一。人数 = 流量 × 时间，时间先化成小时。',
        },
        {
          value: perHour,
          why: '这是一小时来多少人，不是同时在里面多少人：只有人人恰好待一小时，两者才相等。',
        },
      ],
    };
  },
});
