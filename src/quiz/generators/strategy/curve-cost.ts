import { strategicCanvas } from '../../../calc/strategy/strategic-canvas.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

const items = 6;
const even = 5;

/** 总点数一样，偏科的价值曲线比样样平均的贵几倍。 */
export const generator = defineGenerator({
  unit: 'times',
  tolerance: 0.01,
  draw(random) {
    const top = pick(random, 10, 14);
    const second = pick(random, 5, 9);
    const third = pick(random, 3, 5);
    const left = items * even - top - second - third;
    if (left < 0 || left > 6) return null;
    const curve = [top, second, third, Math.ceil(left / 2), Math.floor(left / 2), 0];
    const plain = curve.map(() => even);
    const [cost = 0, least = 0] = strategicCanvas({
      profiles: [curve, plain],
      segments: [{ weights: curve.map(() => 1) }],
      budget: items * even,
    }).costs;
    const key = cost / least;
    return {
      key,
      numbers: {},
      shown: {
        curve: curve.join('、'),
        total: String(items * even),
        squares: curve
          .filter((each) => each > 0)
          .map((each) => `${each}²`)
          .join(' + '),
        cost: String(cost),
        least: String(least),
        key: upTo(key, 2),
      },
      slips: [
        { value: 1, why: '点数的总和一样，成本却按各项的平方加：一项堆得越高，越贵。' },
        { value: top / even, why: '只拿最高的一项比了点数。要把六项各自平方，再加起来比。' },
        {
          value: top ** 2 / even ** 2,
          why: '只算了最高的一项。别的几项放低了，也要把它们的平方加进来。',
        },
        { value: cost / (items * even), why: '分母用了总点数。要除的是平均分那家店的成本。' },
      ],
    };
  },
});
