import { pChart } from '../../../calc/quality/control/p-chart.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** p 图的上控制限。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const size = oneOf(random, [100, 150, 200, 250, 300, 400]);
    const days = pick(random, 20, 30, 5);
    const wanted = pick(random, 0.03, 0.09, 0.01);
    const bad = Math.round(size * days * wanted) + pick(random, -9, 9, 3);
    const center = bad / (size * days);
    const even = Array.from(
      { length: days },
      (_, day) => Math.floor(((day + 1) * bad) / days) - Math.floor((day * bad) / days),
    );
    const limitOf = (sizes: number, sigmas: number) =>
      pChart({ defectives: even.map(() => 0), sizes, center, sigmas }).limits[0]?.upper ?? NaN;
    const key = pChart({ defectives: even, sizes: size }).limits[0]?.upper ?? NaN;
    const slips = apart(
      key,
      [
        { value: limitOf(size, 2), why: '只加了 2 倍的标准差。控制限照惯例放在 3 倍。' },
        { value: key - center, why: '这是 3 倍标准差，还要从中心线加上去。' },
        {
          value: limitOf(size * days, 3),
          why: '根号里除的是全部的件数。控制限管的是一天的一个点，除一天抽的件数。',
        },
        {
          value: center + (3 * center * (1 - center)) / size,
          why: '忘了开根号：标准差是方差开根号。',
        },
        { value: center, why: '这是中心线，波动一点也没有给。' },
      ],
      0.012,
    );
    if (!slips) return null;
    const sd = Math.sqrt((center * (1 - center)) / size);
    return {
      key,
      numbers: {},
      shown: {
        size: String(size),
        days: String(days),
        bad: String(bad),
        all: upTo(size * days, 0),
        center: percent(center, 2),
        sd: percent(sd, 3),
        key: percent(key, 2),
      },
      slips,
    };
  },
});
