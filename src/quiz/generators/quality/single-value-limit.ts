import { individualsChart } from '../../../calc/quality/control/individuals-chart.ts';
import { standardDeviation } from '../../../calc/quality/control/subgroup-statistics.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 一周一个数，由移动极差定单值图的上限。 */
export const generator = defineGenerator({
  unit: 'hours',
  tolerance: 0.008,
  draw(random) {
    const base = pick(random, 20, 40);
    const values = Array.from({ length: 6 }, () => base + pick(random, -6, 6));
    const { individuals, movingRanges, rangePoints } = individualsChart({ values });
    if (movingRanges.center < 2.5) return null;
    const key = individuals.upper;
    const ranges = rangePoints.reduce((sum, each) => sum + each, 0);
    const slips = apart(
      key,
      [
        {
          value: individuals.center + movingRanges.center,
          why: '只加了一个平均移动极差。限是加 2.66 个。',
        },
        {
          value: individuals.center + (2.66 * ranges) / values.length,
          why: '移动极差比单值少一个，平均时除多了。',
        },
        {
          value: individuals.center + 3 * standardDeviation(values),
          why: '用了全部数的标准差。单值图看的是相邻两周差多少，要用移动极差。',
        },
        { value: 2.66 * movingRanges.center, why: '这是从中心线往上的一截，忘了加平均数。' },
        { value: individuals.lower, why: '这是下限，平均数往下减了。' },
      ],
      0.008,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        values: values.join('、'),
        ranges: rangePoints.join('、'),
        mean: upTo(individuals.center, 2),
        range: upTo(movingRanges.center, 2),
        key: upTo(key, 1),
      },
      slips,
    };
  },
});
