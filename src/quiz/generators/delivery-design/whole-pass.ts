import { blueprintTiming } from '../../../calc/process/blueprint-timing.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 五步各有失败的概率，一遍全对的有几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.004,
  draw(random) {
    const failures = Array.from({ length: 5 }, () => pick(random, 0.02, 0.09, 0.01));
    const { firstPassYield } = blueprintTiming({
      steps: failures.map((failureProbability) => ({ standardTime: 1, failureProbability })),
    });
    const sum = failures.reduce((all, each) => all + each, 0);
    const worst = Math.max(...failures);
    if (sum < 0.22) return null;
    return {
      key: firstPassYield,
      numbers: {},
      shown: {
        failures: failures.map((each) => percent(each)).join('、'),
        product: failures.map((each) => (1 - each).toFixed(2)).join(' × '),
        worst: percent(worst),
        sum: percent(sum),
        key: percent(firstPassYield, 1),
      },
      slips: [
        {
          value: 1 - sum,
          why: '把失败的概率加起来再减。一次走法里可能失败不止一步，要把做对的概率连乘。',
        },
        {
          value: 1 - sum / failures.length,
          why: '这是平均一步做对的概率。办卡的人走的是五步，不是一步。',
        },
        { value: 1 - worst, why: '这是最差的一步。整条比最差的一步还要低。' },
        { value: 1 - firstPassYield, why: '这是至少错了一步的。题目问的是一步也没有错的。' },
      ],
    };
  },
});
