import { staffingPlan } from '../../../calc/workforce/chase-level.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 人数四个月不变，做不完的外包：一共花多少。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.006,
  draw(random) {
    const output = oneOf(random, [20, 25]);
    const workers = pick(random, 10, 20);
    const demand = Array.from({ length: 4 }, () => pick(random, 150, 700, 10));
    const wage = pick(random, 5000, 8000, 500);
    const shortageCost = pick(random, 300, 500, 50);
    const plan = staffingPlan(
      {
        demand,
        outputPerWorker: output,
        initialWorkers: workers,
        wage,
        hireCost: 0,
        layoffCost: 0,
        shortageCost,
      },
      demand.map(() => workers),
    );
    const net = plan.unmet - plan.idle;
    if (plan.unmet < 60 || plan.idle < 60 || net <= 0) return null;
    const capacity = workers * output;
    const gaps = demand.map((each) => each - capacity).filter((gap) => gap > 0);
    const wan = (yuan: number) => yuan / 10000;
    return {
      key: wan(plan.totalCost),
      numbers: {},
      shown: {
        demand: demand.join('、'),
        output: String(output),
        workers: String(workers),
        wage: String(wage),
        cost: String(shortageCost),
        capacity: String(capacity),
        gaps: gaps.join(' + '),
        unmet: String(plan.unmet),
        idle: String(plan.idle),
        wages: upTo(wan(plan.wages), 2),
        shortages: upTo(wan(plan.shortages), 4),
        key: upTo(wan(plan.totalCost), 4),
      },
      slips: [
        {
          value: wan(plan.wages + net * shortageCost),
          why: '拿闲月的富余去补忙月的缺口了。货物可以先做出来存着，服务不行。',
        },
        { value: wan(plan.wages), why: '漏了做不完的单子，外包也要花钱。' },
        {
          value: wan(plan.wages + (plan.unmet + plan.idle) * shortageCost),
          why: '把闲着的也按外包价算了。闲着的代价已经在工资里。',
        },
      ],
    };
  },
});
