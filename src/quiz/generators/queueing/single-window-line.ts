import { mm1 } from '../../../calc/queueing/mm1.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick, share } from '../kit/generator.ts';

/** M/M/1 平均有几个人在排队（不含正在办的）。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0.015,
  draw(random) {
    const gap = pick(random, 3, 12);
    const minutes = pick(random, 2, 11);
    const utilization = minutes / gap;
    if (utilization < 0.6 || utilization > 0.93) return null;
    const queue = mm1({ arrivalRate: 1 / gap, serviceRate: 1 / minutes });
    return {
      key: queue.meanQueueLength,
      numbers: { utilization: Number(utilization.toFixed(2)), minutes, gap },
      shown: {
        gap: String(gap),
        minutes: String(minutes),
        rho: share(utilization),
        wait: upTo(queue.meanWait, 2),
        key: upTo(queue.meanQueueLength, 2),
      },
      slips: [
        {
          value: queue.meanInSystem,
          why: '这是连正在办的那一位也算进去的人数。题目只数站着等的。',
        },
        {
          value: utilization,
          why: '这是利用率，也就是窗口前平均有几个人正在办；还没有算到排队的人。',
        },
        {
          value: queue.meanWait,
          why: '这是平均等几分钟，不是几个人；再乘每分钟来的人数才是排队人数。',
        },
        {
          value: 0,
          why: '“办得比来得快，就没有人排队”，这是最常见的误会：来得不整齐、办得不整齐，能力够也会有人等。',
        },
      ],
    };
  },
});
