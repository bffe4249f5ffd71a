import { ggc } from '../../../calc/queueing/ggc.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, share } from '../kit/generator.ts';

/** 预约把到达的变异系数从 1 压下来，平均等待剩下原来的百分之几。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const arrival = oneOf(random, [0.2, 0.3, 0.4, 0.5, 0.6]);
    const service = oneOf(random, [0.5, 0.6, 0.7, 0.8, 1.2]);
    const utilization = oneOf(random, [0.85, 0.9]);
    const minutes = oneOf(random, [8, 10, 12, 15]);
    const wait = (scvArrival: number, scvService: number) =>
      ggc({
        arrivalRate: utilization / minutes,
        meanService: minutes,
        servers: 1,
        scvArrival,
        scvService,
      }).meanWaitSakasegawa;
    const before = wait(1, service ** 2);
    const after = wait(arrival ** 2, service ** 2);
    return {
      key: after / before,
      numbers: { arrival, service, utilization, minutes },
      shown: {
        arrival: upTo(arrival, 1),
        service: upTo(service, 1),
        rho: percent(utilization),
        minutes: String(minutes),
        before: upTo(before, 1),
        after: upTo(after, 1),
        top: upTo(arrival ** 2 + service ** 2, 2),
        bottom: upTo(1 + service ** 2, 2),
        key: share(after / before),
      },
      slips: [
        {
          value: arrival,
          why: '直接用了变异系数之比。办理的变异还在，而且系数要先平方。',
        },
        {
          value: arrival ** 2,
          why: '只算了到达这一半。办理时间的变异没有变，分子分母里都要加上它。',
        },
        {
          value: wait(arrival, service) / wait(1, service),
          why: '变异系数忘了平方。',
        },
        {
          value: 1 - after / before,
          why: '这是减掉的比例。题目问的是剩下原来的百分之几。',
        },
        {
          value: 0,
          why: '预约不会让等待归零：人还会早到、晚到、爽约，每个人办得也不一样快。',
        },
      ],
    };
  },
});
