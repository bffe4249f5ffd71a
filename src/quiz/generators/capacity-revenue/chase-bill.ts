import { chaseLevel } from '../../../calc/workforce/chase-level.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 人手跟着需求走，四个月连招带辞一共花多少。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.006,
  draw(random) {
    const output = oneOf(random, [10, 20, 25]);
    const initialWorkers = pick(random, 8, 20);
    const needed = Array.from({ length: 4 }, () => pick(random, 6, 24));
    const input = {
      demand: needed.map((count) => count * output),
      outputPerWorker: output,
      initialWorkers,
      wage: pick(random, 5000, 8000, 500),
      hireCost: pick(random, 2000, 4000, 500),
      layoffCost: pick(random, 4000, 8000, 1000),
      shortageCost: 0,
    };
    const { wages, hiring, layoffs, totalCost } = chaseLevel(input).chase;
    if (hiring === 0 || layoffs === 0) return null;
    const hired = hiring / input.hireCost;
    const left = layoffs / input.layoffCost;
    const heads = needed.reduce((sum, count) => sum + count, 0);
    const wan = (yuan: number) => upTo(yuan / 10000, 2);
    return {
      key: totalCost / 10000,
      numbers: {},
      shown: {
        demand: input.demand.join('、'),
        output: String(output),
        initial: String(initialWorkers),
        wage: String(input.wage),
        hire: String(input.hireCost),
        layoff: String(input.layoffCost),
        needed: needed.join('、'),
        heads: String(heads),
        hired: String(hired),
        left: String(left),
        wages: wan(wages),
        hiring: wan(hiring),
        layoffs: wan(layoffs),
        key: wan(totalCost),
      },
      slips: [
        { value: wages / 10000, why: '只有工资。人数一上一下，招和辞都要花钱。' },
        { value: (wages + hiring) / 10000, why: '漏了辞退的费用，人数下去的几个月也要付。' },
        { value: (wages + layoffs) / 10000, why: '漏了招人的费用，人数上去的几个月也要付。' },
        {
          value: (wages + heads * input.hireCost) / 10000,
          why: '把每个月的人都当成新招的了，只有比上个月多出来的才要招。',
        },
      ],
    };
  },
});
