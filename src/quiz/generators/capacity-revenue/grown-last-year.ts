import { fixed, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 去年同月乘以近一年的增长率，报下个月的人数。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0.006,
  draw(random) {
    const lastYear = pick(random, 3200, 6000, 100);
    const lastMonth = pick(random, 3200, 6000, 100);
    const before = pick(random, 48000, 60000, 1000);
    const recent = before + pick(random, 2000, 8000, 1000);
    // 人数取整：揭晓的答案与讲解里的写法一致
    const key = Math.round((lastYear * recent) / before);
    return {
      key,
      numbers: {},
      shown: {
        lastYear: fixed(lastYear),
        lastMonth: fixed(lastMonth),
        before: fixed(before),
        recent: fixed(recent),
        growth: upTo(recent / before, 4),
        key: fixed(key),
      },
      slips: [
        { value: lastYear, why: '这是照抄去年同月。这一年整体涨了，要乘上增长率。' },
        { value: lastMonth, why: '这是照抄上个月，一年里的旺季和淡季没有管。' },
        { value: recent / 12, why: '这是近一年的月平均，旺季和淡季没有管。' },
        { value: (lastYear * before) / recent, why: '增长率倒过来了，应当是近一年除以前一年。' },
      ],
    };
  },
});
