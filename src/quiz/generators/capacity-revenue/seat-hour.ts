import { revpash } from '../../../calc/revenue/revpash.ts';
import { fixed, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 每可用座位小时收入。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.006,
  draw(random) {
    const seats = pick(random, 80, 240, 20);
    const hours = pick(random, 8, 14);
    const covers = Math.round(seats * pick(random, 2, 4.5, 0.25));
    const spendPerCover = pick(random, 60, 140, 5);
    const mealHours = oneOf(random, [1, 1.25, 1.5]);
    const result = revpash({ covers, spendPerCover, seats, hours, mealHours });
    if (result.seatOccupancy > 0.8) return null;
    return {
      key: result.revpash,
      numbers: {},
      shown: {
        seats: String(seats),
        hours: String(hours),
        covers: String(covers),
        spend: String(spendPerCover),
        meal: upTo(mealHours, 2),
        revenue: fixed(result.revenue),
        seatHours: fixed(seats * hours),
        ceiling: upTo(result.ceiling, 2),
        key: upTo(result.revpash, 2),
      },
      slips: [
        {
          value: result.revenue / seats,
          why: '只除了座位，没有除开门的钟点：开得久，每座自然收得多。',
        },
        { value: result.revenue / hours, why: '只除了钟点，没有除座位：店大自然收得多。' },
        {
          value: result.ceiling,
          why: '这是座位从不空着时的上限。空着的座位小时也要算在分母里。',
        },
      ],
    };
  },
});
