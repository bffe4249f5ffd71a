import { sectorContribution } from '../../../calc/economy/sector-shares.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 服务业占多少、长多快，一年的增长里有几成算它的。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const share = pick(random, 0.3, 0.65, 0.05);
    const growth = pick(random, 0.03, 0.09, 0.01);
    const restGrowth = pick(random, 0.02, 0.08, 0.01);
    const { totalGrowth, pull, contribution } = sectorContribution({ share, growth, restGrowth });
    const points = (value: number) => upTo(value * 100, 2);
    return {
      key: contribution,
      numbers: {},
      shown: {
        share: percent(share),
        rest: percent(1 - share),
        growth: percent(growth),
        restGrowth: percent(restGrowth),
        pull: points(pull),
        restPull: points(totalGrowth - pull),
        total: points(totalGrowth),
        key: percent(contribution, 1),
      },
      slips: [
        {
          value: share,
          why: '这是份额。只有两边长得一样快时，贡献率才等于份额。',
        },
        {
          value: growth / (growth + restGrowth),
          why: '直接比了两个增长率。两边大小不同，要先各乘上份额。',
        },
        {
          value: pull,
          why: '这是拉动的百分点。贡献率还要再除以总量的增长率。',
        },
        {
          value: 1 - contribution,
          why: '这是其余部门的贡献率，两边加起来才是全部。',
        },
      ],
    };
  },
});
