import { mm1 } from '../../../calc/queueing/mm1.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick, share } from '../kit/generator.ts';

/** M/M/1 的平均等待：到达按小时、办理按分钟。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.01,
  draw(random) {
    const minutes = pick(random, 2, 10);
    const perHour = pick(random, 4, 26);
    const utilization = (perHour * minutes) / 60;
    if (utilization < 0.55 || utilization > 0.93) return null;
    const queue = mm1({ arrivalRate: perHour / 60, serviceRate: 1 / minutes });
    return {
      key: queue.meanWait,
      numbers: { utilization: Number(utilization.toFixed(2)), minutes, perHour },
      shown: {
        minutes: String(minutes),
        perHour: String(perHour),
        capacity: upTo(60 / minutes, 2),
        rho: share(utilization),
        spare: share(1 - utilization),
        multiple: upTo(utilization / (1 - utilization), 2),
        key: upTo(queue.meanWait, 2),
      },
      slips: [
        {
          value: queue.meanTimeInSystem,
          why: '这是从进门到办完的总时间，把办理的那几分钟也算进去了。题目只问排队等多久。',
        },
        {
          value: utilization * minutes,
          why: '只乘了利用率，没有除以 1 − ρ。等待不是随利用率按比例涨的，分母里剩下的空闲才是关键。',
        },
        {
          value: queue.meanWait / minutes,
          why: '这是等待折合几倍服务时间，还要乘上每人办理的分钟数。',
        },
        {
          value: queue.meanQueueLength,
          why: '这是平均有几个人在排队，不是等几分钟；除以每分钟来的人数才是时间。',
        },
        {
          value: queue.meanWait / 60,
          why: '算成了小时。题目要的是分钟。',
        },
      ],
    };
  },
});
