import { retentionLift } from '../../../calc/strategy/customer-lifetime-value.ts';
import { tenure } from '../../../calc/strategy/tenure.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';

/** 留存率高几个百分点，终身价值多百分之几。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const retention = oneOf(random, [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]);
    const increase = oneOf(random, [0.03, 0.04, 0.05, 0.06]);
    const discount = oneOf(random, [0.08, 0.1, 0.12, 0.15]);
    const raised = retention + increase;
    const key = retentionLift({ retention, increase, discount });
    return {
      key,
      numbers: {},
      shown: {
        retention: percent(retention),
        raised: percent(raised),
        points: String(Math.round(increase * 100)),
        discount: percent(discount),
        bottom: upTo(1 + discount - retention, 2),
        bottomAfter: upTo(1 + discount - raised, 2),
        before: upTo(retention / (1 + discount - retention), 3),
        after: upTo(raised / (1 + discount - raised), 3),
        key: percent(key, 1),
      },
      slips: [
        {
          value: increase,
          why: '把升了几个百分点当成了价值升百分之几。终身价值不跟着留存率直着走。',
        },
        {
          value: increase / retention,
          why: '只算了分子大了几成。留存率还在分母里：留得越牢，分母越小。',
        },
        {
          value: retentionLift({ retention, increase, discount: 0 }),
          why: '没有折现。分母是 1 + d − r，折现率把后面的钱打了折，增幅要小一些。',
        },
        {
          value: tenure(raised) / tenure(retention) - 1,
          why: '比的是平均留几年。题目问的是折成现值的毛利，分子里还有一个 r，分母里还有 d。',
        },
      ],
    };
  },
});
