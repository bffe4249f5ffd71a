import {
  siteTravelTime,
  squareTravelCoefficient,
} from '../../../calc/location/sites-versus-capacity.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 平方根律：面积、网点数、车速已知，平均路上几分钟。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.012,
  draw(random) {
    const area = pick(random, 20, 400, 10);
    const siteCount = pick(random, 2, 12);
    const speed = oneOf(random, [5, 12, 15, 20, 30]);
    const hours = siteTravelTime({ area, speed, siteCount });
    const key = hours * 60;
    if (key < 2 || key > 60) return null;
    return {
      key,
      numbers: { area, siteCount, speed },
      shown: {
        area: String(area),
        sites: String(siteCount),
        speed: String(speed),
        each: upTo(area / siteCount, 2),
        side: upTo(Math.sqrt(area / siteCount), 3),
        distance: upTo(squareTravelCoefficient * Math.sqrt(area / siteCount), 2),
        key: upTo(key, 1),
      },
      slips: [
        { value: hours, why: '这是小时。路程除以时速得到小时，还要乘 60。' },
        { value: 2 * key, why: '这是来回。题目问的是单程。' },
        {
          value: siteTravelTime({ area, speed, siteCount: 1 }) * 60,
          why: '没有按网点数把地分开：每个网点只管全区的一份。',
        },
        {
          value: (siteTravelTime({ area, speed, siteCount: 1 }) * 60) / siteCount,
          why: '网点数放到根号外面了。网点变成四倍，路程只减半，不是减到四分之一。',
        },
        {
          value: key / squareTravelCoefficient,
          why: '忘了乘 0.3826：方块的边长不是平均路程，住在块心附近的人走得近。',
        },
        {
          value: ((squareTravelCoefficient * area) / siteCount / speed) * 60,
          why: '忘了开平方：面积是平方公里，路程是公里。',
        },
      ],
    };
  },
});
