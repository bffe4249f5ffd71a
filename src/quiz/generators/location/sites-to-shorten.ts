import { siteTravelTime } from '../../../calc/location/sites-versus-capacity.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 平方根律倒着用：路程要缩到几分之一，一共要几处网点。 */
export const generator = defineGenerator({
  unit: 'sites',
  tolerance: 0,
  draw(random) {
    const now = pick(random, 2, 12);
    const [part, word] = oneOf<readonly [number, string]>(random, [
      [2, '一半'],
      [3, '三分之一'],
      [4, '四分之一'],
    ]);
    const key = now * part ** 2;
    const at = (siteCount: number) => siteTravelTime({ area: 100, speed: 20, siteCount }) * 60;
    return {
      key,
      numbers: { now },
      shown: {
        now: String(now),
        word,
        part: String(part),
        square: String(part ** 2),
        more: String(key - now),
        before: upTo(at(now), 1),
        after: upTo(at(key), 1),
        key: String(key),
      },
      slips: [
        {
          value: now * part,
          why: '按比例算了。路程跟着网点数的平方根走，要缩到几分之一，网点就要乘几的平方。',
        },
        { value: key - now, why: '这是要新开的，题目问一共几处，还要加上现有的。' },
        { value: now + part, why: '加了几处而已。网点数要翻倍地涨，路程才缩得下来。' },
        { value: now * part ** 3, why: '乘多了一次：地是平面的，平方就够，用不着三次方。' },
      ],
    };
  },
});
