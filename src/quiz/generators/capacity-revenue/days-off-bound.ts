import { daysOff } from '../../../calc/workforce/days-off.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 人人连上五天、连休两天：手算至少要几个人。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0,
  draw(random) {
    const needs = Array.from({ length: 7 }, () => pick(random, 8, 22));
    const { simpleBound, workers } = daysOff({ requirements: needs });
    const total = needs.reduce((sum, need) => sum + need, 0);
    const peak = Math.max(...needs);
    const spread = Math.ceil(total / 5);
    if (peak === spread) return null;
    return {
      key: simpleBound,
      numbers: {},
      shown: {
        needs: needs.join('、'),
        total: String(total),
        peak: String(peak),
        average: upTo(total / 5, 1),
        spread: String(spread),
        workers:
          workers === simpleBound
            ? `真排起来也排得出，就是 ${workers} 人`
            : `真排起来还不够，最少要 ${workers} 人`,
        key: String(simpleBound),
      },
      slips: [
        peak < spread
          ? { value: peak, why: '只看了最忙的一天。每人一周只上五天，七天的活要分得过来。' }
          : { value: spread, why: '只看了一周的总量。最忙的一天要的人比它还多。' },
        { value: Math.ceil(total / 7), why: '除以了七天。每人一周只上五天，要除以五。' },
        { value: Math.ceil(total / 6), why: '除以了六天。连休两天，一周上的是五天。' },
      ],
    };
  },
});
