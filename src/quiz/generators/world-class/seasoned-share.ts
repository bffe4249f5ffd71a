import { annualGain } from '../../../calc/improvement/improvement-race.ts';
import { managerPipeline } from '../../../calc/improvement/manager-pipeline.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 店开得比熟手店长带得快，几年以后有熟手的店占几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const trained = oneOf(random, [0.2, 0.25, 0.3]);
    const leaving = oneOf(random, [0.08, 0.1, 0.12, 0.15]);
    const opening = oneOf(random, [0.25, 0.3, 0.4, 0.5]);
    const years = pick(random, 3, 5);
    const growth = trained - leaving;
    const end = managerPipeline({ years, growth: opening, leaving, mentoring: trained }).at(-1);
    if (!end) return null;
    const [managers, stores, key] = [end.managers / 100, end.stores / 100, end.seasonedShare];
    if (opening <= growth + 0.04 || growth < 0.05) return null;
    const slips = apart(
      key,
      [
        {
          value: (1 + growth) / (1 + opening),
          why: '只过了一年。店和熟手每年都在滚，要乘够年数。',
        },
        {
          value: (1 + annualGain(trained, years)) / stores,
          why: '走掉的没有减。每年带出来的，要先补上走的。',
        },
        {
          value: (1 + growth * years) / (1 + opening * years),
          why: '每年的几成直接相加了，应当一年一年地滚。',
        },
        { value: 1 - key, why: '这是没有熟手的店占几成。' },
        { value: stores / managers, why: '上下颠倒了：熟手在上面，店在下面。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: { opening, leaving, trained, years },
      shown: {
        trained: upTo(trained, 2),
        leaving: percent(leaving),
        opening: percent(opening),
        years: String(years),
        growth: percent(growth),
        managers: upTo(managers * 100, 1),
        stores: upTo(stores * 100, 1),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
