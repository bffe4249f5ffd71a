import { serviceQualityIndex } from '../../../calc/quality/service-quality-index.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 次数最少的一类失误，占加权伤害的几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.01,
  draw(random) {
    const counts = [pick(random, 6, 20), pick(random, 40, 90, 5), pick(random, 120, 300, 10)];
    const weights = [pick(random, 20, 50, 5), pick(random, 3, 8), 1];
    const { index, shares } = serviceQualityIndex(
      counts.map((count, i) => ({ count, weight: weights[i] as number })),
    );
    const key = shares[0] as number;
    const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
    const slips = apart(
      key,
      [
        {
          value: (counts[0] as number) / sum(counts),
          why: '按次数算了。次数少的一类，一次就伤得重，要先乘权重。',
        },
        {
          value: (weights[0] as number) / sum(weights),
          why: '只比了权重，没有乘次数。伤害是每次几分乘多少次。',
        },
        { value: shares[2] as number, why: '这是次数最多的一类占的。' },
        { value: 1 - key, why: '这是另外两类占的。' },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        lost: String(counts[0]),
        late: String(counts[1]),
        bill: String(counts[2]),
        lostWeight: String(weights[0]),
        lateWeight: String(weights[1]),
        lostPoints: String((counts[0] as number) * (weights[0] as number)),
        latePoints: String((counts[1] as number) * (weights[1] as number)),
        total: upTo(index, 0),
        byCount: percent((counts[0] as number) / sum(counts), 1),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
