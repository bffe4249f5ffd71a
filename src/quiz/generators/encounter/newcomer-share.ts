import { tenure } from '../../../calc/strategy/tenure.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 每月流失率不变、走一个补一个，不满几个月的新手占几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const leave = pick(random, 0.04, 0.2, 0.01);
    const months = oneOf(random, [3, 4, 6]);
    const stay = 1 - leave;
    const old = stay ** months;
    const key = 1 - old;
    return {
      key,
      numbers: {},
      shown: {
        leave: percent(leave),
        stay: percent(stay),
        months: String(months),
        old: percent(old, 1),
        tenure: upTo(tenure(stay), 1),
        key: percent(key, 1),
      },
      slips: [
        {
          value: leave * months,
          why: '把每月的流失率直接乘了月数。第二个月走的，是第一个月留下的人里的那一份，要连乘。',
        },
        { value: old, why: '这是干满了的老手。题目问的是剩下的新手。' },
        { value: leave, why: '这只是来了不满一个月的人，还要把前几个月来的也算上。' },
        {
          value: 1 - leave ** months,
          why: '连乘的应当是留下的比例，不是走掉的比例。',
        },
      ],
    };
  },
});
