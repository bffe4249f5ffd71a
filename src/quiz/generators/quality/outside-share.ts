import { qualityCost } from '../../../calc/quality/quality-cost.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 质量成本里，错到了顾客手上的占几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.01,
  draw(random) {
    const training = pick(random, 6, 20);
    const checking = pick(random, 12, 36);
    const redone = pick(random, 20, 60);
    const paid = pick(random, 15, 45);
    const gone = pick(random, 60, 150, 5);
    const revenue = pick(random, 1500, 3000, 100);
    const { shares, total, shareOfRevenue } = qualityCost({
      prevention: training,
      appraisal: checking,
      internalFailure: redone,
      externalFailure: paid + gone,
      revenue,
    });
    const key = shares[3] as number;
    const slips = apart(
      key,
      [
        {
          value: paid / (total - gone),
          why: '流失没有算。账上看不见的一份，往往是最大的一份。',
        },
        {
          value: (redone + paid + gone) / total,
          why: '返工是顾客看到之前就改掉的，算内部失败，不算外部。',
        },
        { value: (paid + gone) / revenue, why: '除的是收入。题目问的是占质量成本几成。' },
        { value: paid / total, why: '只算了赔付。因为失误走掉的顾客也是错到了手上的代价。' },
        {
          value: (training + checking) / total,
          why: '这是花在不出错上的，题目问的是错到顾客手上的。',
        },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        training: String(training),
        checking: String(checking),
        redone: String(redone),
        paid: String(paid),
        gone: String(gone),
        revenue: String(revenue),
        outside: String(paid + gone),
        total: String(total),
        ofRevenue: percent(shareOfRevenue as number, 1),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
