import { bottleneck } from '../../../calc/process/bottleneck.ts';
import { fixed } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 从空场开始，几个小时以后瓶颈门前站着几位。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0,
  draw(random) {
    const demand = pick(random, 60, 100, 4);
    const hours = pick(random, 2, 4);
    const machines = pick(random, 4, 9);
    const minutes = oneOf(random, [5, 6, 10]);
    const result = bottleneck({
      period: 60,
      demand,
      activities: [
        { name: '登记', processingTime: 1, servers: 2 },
        { name: 'B 超', processingTime: minutes, servers: machines },
        { name: '内外科', processingTime: 2, servers: 5 },
      ],
    });
    const growth = (result.queueGrowth as number[])[1] as number;
    const capacity = result.processCapacity;
    if (growth < 4 || growth > 40) return null;
    const key = growth * hours;
    return {
      key,
      numbers: {},
      shown: {
        demand: String(demand),
        hours: String(hours),
        machines: String(machines),
        minutes: String(minutes),
        capacity: fixed(capacity),
        growth: fixed(growth),
        key: fixed(key),
      },
      slips: [
        { value: growth, why: '这是一个小时多出来的，要乘上过了几个小时。' },
        { value: demand * hours, why: '这是一共来的人。B 超一直在往外放人，只有放不过的才堆着。' },
        { value: capacity * hours, why: '这是 B 超做完的人，不是堆着的人。' },
      ],
    };
  },
});
