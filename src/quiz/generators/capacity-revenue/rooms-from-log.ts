import { littlewoodEmpirical } from '../../../calc/revenue/littlewood-empirical.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 不用正态：照五十天的记录，给高价客留几间。 */
export const generator = defineGenerator({
  unit: 'rooms',
  tolerance: 0,
  draw(random) {
    const first = pick(random, 10, 30);
    const counts = [
      pick(random, 4, 9),
      pick(random, 6, 12),
      pick(random, 6, 12),
      pick(random, 6, 12),
      pick(random, 3, 8),
    ];
    const days = counts.reduce((sum, count) => sum + count, 0);
    if (days > 49) return null;
    const demandCounts = [...counts, 50 - days].map((count, index) => ({
      demand: first + 5 * index,
      count,
    }));
    const fareHigh = pick(random, 500, 1000, 50);
    const fareLow = pick(random, 200, 750, 10);
    if (fareLow > 0.85 * fareHigh || 50 - days > 10) return null;
    const capacity = 120;
    const protect = (ratio: number) =>
      littlewoodEmpirical({ fareHigh: 1, fareLow: ratio, capacity, demandCounts });
    const { protection, criticalRatio, cumulative } = littlewoodEmpirical({
      fareHigh,
      fareLow,
      capacity,
      demandCounts,
    });
    // 离分界太近，四舍五入的人会落到另一档
    if (cumulative.some(({ probability }) => Math.abs(probability - criticalRatio) < 0.01))
      return null;
    const at = cumulative.findIndex(({ demand }) => demand === protection);
    const earlier = cumulative[at - 1];
    if (!earlier) return null;
    return {
      key: protection,
      numbers: {},
      shown: {
        high: String(fareHigh),
        low: String(fareLow),
        log: demandCounts.map(({ demand, count }) => `${demand} 间 ${count} 天`).join('，'),
        critical: percent(criticalRatio, 1),
        reached: percent(cumulative[at]?.probability as number),
        earlier: String(earlier.demand),
        below: percent(earlier.probability),
        key: String(protection),
      },
      slips: [
        {
          value: protect(1 - fareLow / fareHigh).protection,
          why: '累积到了价比那么多。要累积到 1 减去价比。',
        },
        {
          value: demandCounts.reduce((sum, { demand, count }) => sum + (demand * count) / 50, 0),
          why: '这是平均每天来几间，价格没有用上。',
        },
        {
          value: earlier.demand,
          why: '停早了一档：到这里累积的天数还不够，再多留的几间用得上的机会仍大于价比。',
        },
        {
          value: demandCounts.at(-1)?.demand as number,
          why: '把最多的一天也留足了，多数日子这些房空着。',
        },
      ].map(({ value, why }) => ({ value: Number(upTo(value, 2)), why })),
    };
  },
});
