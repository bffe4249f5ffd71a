import { capability } from '../../../calc/quality/control/capability.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 顾客的上限离平均有几个 3σ。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0.012,
  draw(random) {
    const mean = pick(random, 6, 20);
    const sd = oneOf(random, [1, 1.5, 2, 2.5, 3]);
    const upper = mean + pick(random, 3, 9);
    const { actual: key } = capability({ mean, sd, upper });
    if (key < 0.35 || key > 1.4) return null;
    const slips = apart(
      key,
      [
        { value: (upper - mean) / (6 * sd), why: '除了 6 个标准差。只有一边有限，除 3 个。' },
        { value: (upper - mean) / sd, why: '这是差几个标准差，还要除以 3。' },
        { value: upper / (3 * sd), why: '忘了减去平均。能力看的是平均离限有多远。' },
        { value: 1 / key, why: '上下颠倒了：余地在上面，波动在下面。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        mean: String(mean),
        sd: upTo(sd, 1),
        upper: String(upper),
        room: String(upper - mean),
        three: upTo(3 * sd, 1),
        control: upTo(mean + 3 * sd, 1),
        key: upTo(key, 2),
      },
      slips,
    };
  },
});
