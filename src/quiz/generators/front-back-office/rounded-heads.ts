import { mmc } from '../../../calc/queueing/mmc.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 后台合起来，光是不用各自取整，就省几个人。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0,
  draw(random) {
    const branches = pick(random, 8, 24);
    const load = oneOf(random, [0.3, 0.4, 0.5, 0.6, 1.1, 1.2, 1.3]);
    const most = oneOf(random, [0.8, 0.85, 0.9]);
    const heads = (work: number) => {
      let servers = 1;
      while (mmc({ arrivalRate: work, serviceRate: 1, servers }).utilization > most + 1e-9)
        servers++;
      return servers;
    };
    const each = heads(load);
    const total = branches * load;
    const together = heads(total);
    const key = branches * each - together;
    if (key < 3) return null;
    const slips = apart(
      key,
      [
        { value: together, why: '这是合起来要的人数，题目问的是省下几个。' },
        {
          value: branches * each - Math.ceil(total - 1e-9),
          why: '把人排到了十成忙。忙到十成，件会越积越多，要照题目的上限除。',
        },
        {
          value: Math.round(branches * each * (1 - load / each)),
          why: '照闲着的几成打了折。闲着的时间不能全拿走，合起来也不许忙过上限。',
        },
        { value: branches - 1, why: '合起来不等于只留一个人：活一件也没有少。' },
        { value: branches * each, why: '这是各网点现在的人数，还要减去合起来要的。' },
      ],
      0,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        branches: String(branches),
        load: upTo(load, 1),
        most: percent(most),
        each: String(each),
        now: String(branches * each),
        total: upTo(total, 1),
        exact: upTo(total / most, 2),
        together: String(together),
        key: String(key),
      },
      slips,
    };
  },
});
