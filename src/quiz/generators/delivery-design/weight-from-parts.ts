import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

const shown = (value: number) => (value < 0 ? `−${upTo(-value, 1)}` : upTo(value, 1));

/** 由部分值求一个属性的重要度：全距占全部全距的几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.008,
  draw(random) {
    const price = pick(random, 0.4, 1.2, 0.1);
    const best = pick(random, 0.6, 1.4, 0.1);
    const worst = pick(random, 0.6, 1.6, 0.1);
    const manner = pick(random, 0.1, 0.5, 0.1);
    const middle = Number((worst - best).toFixed(1));
    if (Math.abs(middle) >= Math.min(best, worst) || worst === best) return null;
    const ranges = [2 * price, best + worst, 2 * manner] as const;
    const total = ranges[0] + ranges[1] + ranges[2];
    const key = ranges[1] / total;
    return {
      key,
      numbers: {},
      shown: {
        price: `${shown(price)}、0、${shown(-price)}`,
        wait: `${shown(best)}、${shown(middle)}、${shown(-worst)}`,
        manner: `${shown(manner)}、${shown(-manner)}`,
        one: upTo(ranges[0], 1),
        two: upTo(ranges[1], 1),
        three: upTo(ranges[2], 1),
        total: upTo(total, 1),
        key: percent(key, 1),
      },
      slips: [
        {
          value: best / (price + best + manner),
          why: '只拿了最好一档的值。重要度看最好与最差两档的差。',
        },
        { value: ranges[0] / total, why: '这是价格的重要度。题目问的是等待。' },
        { value: ranges[2] / total, why: '这是态度的重要度。题目问的是等待。' },
        { value: 1 / 3, why: '三个属性不是平分的，要按各自的全距来分。' },
      ],
    };
  },
});
