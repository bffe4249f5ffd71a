import { ggc } from '../../../calc/queueing/ggc.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';

/** 金曼公式：变异 × 利用率 × 时间。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.012,
  draw(random) {
    const arrival = oneOf(random, [0.3, 0.5, 0.7, 1, 1.3]);
    const service = oneOf(random, [0.4, 0.6, 0.8, 1.2, 1.5]);
    const utilization = oneOf(random, [0.75, 0.8, 0.85, 0.9]);
    const minutes = oneOf(random, [5, 6, 8, 10, 12]);
    const at = (scvArrival: number, scvService: number) =>
      ggc({
        arrivalRate: utilization / minutes,
        meanService: minutes,
        servers: 1,
        scvArrival,
        scvService,
      });
    const queue = at(arrival ** 2, service ** 2);
    const key = queue.meanWaitSakasegawa;
    return {
      key,
      numbers: { arrival, service, utilization, minutes },
      shown: {
        arrival: upTo(arrival, 1),
        service: upTo(service, 1),
        rho: percent(utilization),
        minutes: String(minutes),
        variability: upTo(queue.variability, 3),
        effect: upTo(queue.utilizationEffect, 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: at(arrival, service).meanWaitSakasegawa,
          why: '变异系数忘了平方：公式里是两个系数的平方相加再除以 2。',
        },
        {
          value: 2 * key,
          why: '两个平方加起来之后，忘了除以 2。',
        },
        {
          value: queue.variability * utilization * minutes,
          why: '利用率那一项只乘了 ρ。应当是 ρ/(1 − ρ)，越接近 1 涨得越快。',
        },
        {
          value: queue.utilizationEffect * minutes,
          why: '没有乘变异那一项。这等于默认到达和办理的变异系数都是 1。',
        },
        {
          value: queue.variability * queue.utilizationEffect,
          why: '这是等待折合几倍服务时间，还要乘每人办理的分钟数。',
        },
        {
          value: key + minutes,
          why: '把办理的时间也加上了。题目只问排队等多久。',
        },
      ],
    };
  },
});
