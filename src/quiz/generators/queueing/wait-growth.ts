import { mm1 } from '../../../calc/queueing/mm1.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';

/** 利用率从一处升到另一处，平均等待变成原来的几倍（M/M/1）。 */
export const generator = defineGenerator({
  unit: 'times',
  tolerance: 0.015,
  draw(random) {
    const from = oneOf(random, [0.5, 0.6, 0.7, 0.75, 0.8, 0.85]);
    const to = oneOf(random, [0.8, 0.85, 0.9, 0.92, 0.95, 0.96]);
    if (to - from < 0.08) return null;
    const wait = (utilization: number) =>
      mm1({ arrivalRate: utilization, serviceRate: 1 }).meanWait;
    const key = wait(to) / wait(from);
    return {
      key,
      numbers: { from, to },
      shown: {
        from: percent(from),
        to: percent(to),
        spareFrom: percent(1 - from),
        spareTo: percent(1 - to),
        waitFrom: upTo(wait(from), 2),
        waitTo: upTo(wait(to), 2),
        linear: upTo(to / from, 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: to / from,
          why: '这是利用率的倍数。等待不跟着利用率按比例走，要看剩下的空闲：把 ρ/(1 − ρ) 前后各算一次再相除。',
        },
        {
          value: (1 - from) / (1 - to),
          why: '方向对了：空闲缩到了几分之一。但分子里的 ρ 也变大了，还要乘上利用率的倍数。',
        },
        {
          value: wait(from) / wait(to),
          why: '除反了：利用率升高，等待只会变长，倍数一定大于 1。',
        },
        {
          value: key - 1,
          why: '这是“增加了几倍”。题目问“变成原来的几倍”，不用减 1。',
        },
        {
          value: wait(to),
          why: '这是升高之后等待折合几倍服务时间，还要除以升高之前的。',
        },
      ],
    };
  },
});
