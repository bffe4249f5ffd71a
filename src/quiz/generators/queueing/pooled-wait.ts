import { pooling } from '../../../calc/queueing/pooling.ts';
import { mmc } from '../../../calc/queueing/mmc.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick, share } from '../kit/generator.ts';

/** 几条独立的队并成一条总队，平均等待变成多少。等待概率在题面里给出。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.015,
  draw(random) {
    const servers = pick(random, 2, 5);
    const minutes = pick(random, 3, 8);
    const utilization = oneOf(random, [0.75, 0.8, 0.85, 0.9]);
    const queue = {
      servers,
      arrivalRateEach: utilization / minutes,
      serviceRate: 1 / minutes,
    };
    const { meanWaitSeparate, meanWaitPooled, meanTimePooled } = pooling(queue);
    const { probabilityOfWaiting } = mmc({
      ...queue,
      arrivalRate: queue.arrivalRateEach * servers,
    });
    // 题面里的概率只写三位，读者照它算；允差容得下这点舍入。
    const given = Number(probabilityOfWaiting.toFixed(3));
    return {
      key: meanWaitPooled,
      numbers: { servers, minutes, utilization },
      shown: {
        servers: String(servers),
        minutes: String(minutes),
        rho: percent(utilization),
        waiting: share(given),
        spare: upTo(servers * (1 - utilization), 2),
        unlucky: upTo(minutes / (servers * (1 - utilization)), 2),
        separate: upTo(meanWaitSeparate, 1),
        key: upTo(meanWaitPooled, 2),
      },
      slips: [
        {
          value: meanWaitSeparate,
          why: '这是各排各的队时的等待。并成一条队以后，别的窗口一空就会接上来。',
        },
        {
          value: meanWaitSeparate / servers,
          why: '用分队的等待除以窗口数，碰巧方向对，数不对：并队以后“来了要等”的可能性也变小了。',
        },
        {
          value: minutes / (servers * (1 - utilization)),
          why: '这是要等的那些人平均等多久。还有一部分人来了就办，要乘上“来了要等”的概率。',
        },
        {
          value: (probabilityOfWaiting * minutes) / (1 - utilization),
          why: '分母忘了乘窗口数：几个窗口一起往外放人，前面的人走得快几倍。',
        },
        {
          value: meanTimePooled,
          why: '把办理的几分钟也算进去了。题目只问排队等多久。',
        },
      ],
    };
  },
});
