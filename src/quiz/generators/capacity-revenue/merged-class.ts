import { normalQuantile } from '../../../calc/core/normal.ts';
import { emsrB } from '../../../calc/revenue/emsr-b.ts';
import { protectionAtRatio } from '../../../calc/revenue/littlewood.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 期望边际座位收益法：前两舱合成一个，一共留几座。 */
export const generator = defineGenerator({
  unit: 'tickets',
  tolerance: 0.006,
  draw(random) {
    const [a, b] = oneOf(random, [
      [1, 4],
      [1, 3],
      [2, 3],
    ]);
    const scale = pick(random, 5, 12);
    const [sd1, sd2, sd] = oneOf(random, [
      [6, 8, 10],
      [5, 12, 13],
      [9, 12, 15],
      [8, 15, 17],
    ]);
    const ratio = oneOf(random, [0.3, 0.4, 0.6, 0.7]);
    const fare2 = pick(random, 600, 1000, 50);
    const fare1 = fare2 + (a + b) * pick(random, 60, 160, 20);
    const merged = (a * fare1 + b * fare2) / (a + b);
    const fare3 = Math.round(merged * ratio);
    const [mean1, mean2] = [a * scale, b * scale];
    const mean = mean1 + mean2;
    if (fare3 >= 0.9 * fare2 || sd1 > 0.7 * mean1 || sd > 0.45 * mean) return null;
    const key = emsrB([
      { fare: fare1, mean: mean1, sd: sd1 },
      { fare: fare2, mean: mean2, sd: sd2 },
      { fare: fare3, mean: 60, sd: 20 },
    ])[1] as number;
    const z = normalQuantile(1 - ratio);
    return {
      key,
      numbers: {},
      shown: {
        fare1: String(fare1),
        fare2: String(fare2),
        fare3: String(fare3),
        mean1: String(mean1),
        mean2: String(mean2),
        sd1: String(sd1),
        sd2: String(sd2),
        sd: String(sd),
        mean: String(mean),
        merged: String(merged),
        critical: percent(1 - ratio),
        step: `${mean} ${z < 0 ? '−' : '+'} ${upTo(Math.abs(z), 2)} × ${sd}`,
        key: upTo(key, 1),
      },
      slips: [
        { value: mean, why: '这是前两舱平均要的座数，价格还没有用上。' },
        {
          value: protectionAtRatio({ ratio, mean, sd: sd1 + sd2 }),
          why: '标准差直接加了。两舱各自独立，要把方差加起来再开方。',
        },
        {
          value: protectionAtRatio({ ratio: fare3 / ((fare1 + fare2) / 2), mean, sd }),
          why: '两个票价取了简单平均。合成一个舱，要按各来多少人加权。',
        },
        { value: mean - z * sd, why: '分位查反了。要查的是 1 减去第三舱与加权票价之比。' },
      ],
    };
  },
});
