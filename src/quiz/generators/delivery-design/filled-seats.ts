import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 四人桌全坐满（每桌一批）时，座位里坐着人的占几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.008,
  draw(random) {
    const one = pick(random, 10, 40, 5);
    const two = pick(random, 20, 50, 5);
    const four = 100 - one - two;
    const tables = oneOf(random, [8, 10, 12, 15]);
    if (four < 10 || four > 50) return null;
    const mean = (one + 2 * two + 4 * four) / 100;
    const key = mean / 4;
    return {
      key,
      numbers: {},
      shown: {
        one: `${one}%`,
        two: `${two}%`,
        four: `${four}%`,
        tables: String(tables),
        seats: String(4 * tables),
        sum: `${upTo(one / 100, 2)} × 1 + ${upTo(two / 100, 2)} × 2 + ${upTo(four / 100, 2)} × 4`,
        mean: upTo(mean, 2),
        key: percent(key, 1),
      },
      slips: [
        { value: 1, why: '桌子满了，座位没有满。两个人坐一张四人桌，空着两个。' },
        {
          value: (1 + 2 + 4) / 3 / 4,
          why: '三种批次取了简单平均。它们不一样多，要按各占几成来加权。',
        },
        { value: four / 100, why: '这是坐得满一桌的批次占几成，别的桌上也坐着人。' },
        { value: 1 - key, why: '这是空着的座位。题目问的是坐着人的。' },
      ],
    };
  },
});
