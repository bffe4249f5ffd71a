import { mmc } from '../../../calc/queueing/mmc.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 后台搬到外地集中，省下的钱里有几成是少用人省的。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const branches = pick(random, 10, 30);
    const work = pick(random, 0.4, 0.6, 0.1);
    const total = branches * work;
    let heads = Math.ceil(total);
    while (mmc({ arrivalRate: total, serviceRate: 1, servers: heads }).utilization > 0.85) heads++;
    const here = pick(random, 7000, 10000, 500);
    const there = pick(random, 4000, 6500, 500);
    const before = branches * here;
    const after = heads * there;
    const byHeads = (branches - heads) * here;
    const byWage = heads * (here - there);
    const key = byHeads / (before - after);
    if (Math.abs(key - 0.5) < 0.04) return null;
    const slips = apart(
      key,
      [
        { value: 1 - key, why: '这是工资便宜省下的一份。题目问的是少用人的那一份。' },
        { value: (branches - heads) / branches, why: '这是人少了几成，不是省下的钱里占几成。' },
        {
          value: ((branches - heads) * there) / (before - after),
          why: '少用的那几个人，原来拿的是本地的工资，要按本地的算。',
        },
        { value: (before - after) / before, why: '这是一共省了几成。题目问省下的钱里各占多少。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        branches: String(branches),
        heads: String(heads),
        here: String(here),
        there: String(there),
        before: upTo(before / 10000, 2),
        after: upTo(after / 10000, 2),
        saved: upTo((before - after) / 10000, 2),
        fewer: String(branches - heads),
        byHeads: upTo(byHeads / 10000, 2),
        byWage: upTo(byWage / 10000, 2),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
