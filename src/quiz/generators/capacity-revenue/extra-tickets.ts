import { binomialSurvival } from '../../../calc/core/binomial.ts';
import { overbookingAverage } from '../../../calc/revenue/overbooking-average.ts';
import { overbookingBinomial } from '../../../calc/revenue/overbooking-binomial.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 边际法：一张一张往上加，超售到第几张为止。 */
export const generator = defineGenerator({
  unit: 'tickets',
  tolerance: 0,
  draw(random) {
    const capacity = pick(random, 80, 200, 10);
    const showProbability = oneOf(random, [0.86, 0.88, 0.9, 0.92]);
    const fare = pick(random, 400, 1000, 100);
    const times = oneOf(random, [2, 3, 4]);
    const limit = (deniedCost: number, spoilageCost: number) =>
      overbookingBinomial({ capacity, showProbability, deniedCost, spoilageCost }).authorization -
      capacity;
    const key = limit(times * fare, fare);
    const reversed = limit(fare, times * fare);
    const average = Math.floor(overbookingAverage({ capacity, noShowRate: 1 - showProbability }));
    const full = (extra: number) =>
      binomialSurvival(capacity - 1, { trials: capacity + extra, chance: showProbability });
    const threshold = 1 / (1 + times);
    const table = Array.from({ length: reversed - key + 3 }, (_, index) => key - 2 + index);
    if (
      key < 5 ||
      table.length > 8 ||
      table.some((extra) => Math.abs(full(extra) - threshold) < 0.006)
    )
      return null;
    return {
      key,
      numbers: { capacity, showProbability, emptyCost: fare, deniedCost: times * fare, extra: key },
      shown: {
        capacity: String(capacity),
        show: percent(showProbability),
        fare: String(fare),
        denied: String(times * fare),
        table: table.map((extra) => `${extra} 张 ${percent(full(extra), 1)}`).join('，'),
        threshold: percent(threshold, 1),
        at: percent(full(key), 1),
        before: String(key - 1),
        below: percent(full(key - 1), 1),
        key: String(key),
      },
      slips: [
        { value: reversed, why: '分子写成了拒载成本。空一座的损失越小、拒一位越贵，越该早停。' },
        {
          value: key - 1,
          why: '停早了一张：这时坐满的概率还没有到分界，再多卖一张仍然合算。',
        },
        {
          value: average - capacity,
          why: '这是平均法：只让平均到场的人数等于座位，没有管拒载比空座贵。',
        },
      ],
    };
  },
});
