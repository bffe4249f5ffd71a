import { relativeOutputPerWorker } from '../../../calc/economy/sector-shares.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 由增加值占比与就业占比，推服务业人均增加值是其余部门的几倍。 */
export const generator = defineGenerator({
  unit: 'times',
  tolerance: 0.012,
  draw(random) {
    const valueShare = pick(random, 0.3, 0.7, 0.01);
    const employmentShare = pick(random, 0.2, 0.65, 0.01);
    const key = relativeOutputPerWorker({ valueShare, employmentShare });
    if (key < 0.5 || key > 3) return null;
    const own = valueShare / employmentShare;
    const rest = (1 - valueShare) / (1 - employmentShare);
    return {
      key,
      numbers: {},
      shown: {
        value: percent(valueShare),
        jobs: percent(employmentShare),
        restValue: percent(1 - valueShare),
        restJobs: percent(1 - employmentShare),
        own: upTo(own, 4),
        rest: upTo(rest, 4),
        key: upTo(key, 2),
        verdict: key > 1 ? '服务业的人均增加值高过其余部门' : '服务业的人均增加值低于其余部门',
      },
      slips: [
        {
          value: own,
          why: '这是与全社会的平均比。题目问的是与其余部门比，还要除以其余部门的同一个比。',
        },
        { value: 1 / key, why: '上下放反了，这是其余部门比服务业。' },
        {
          value: valueShare / (1 - valueShare),
          why: '只比了两边的产出，没有除以人数，人多的一边自然产出多。',
        },
        {
          value: employmentShare / valueShare,
          why: '除反了，这是做一份产出要用几份人。',
        },
      ],
    };
  },
});
