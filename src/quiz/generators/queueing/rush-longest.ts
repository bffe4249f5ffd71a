import { fluidQueue } from '../../../calc/queueing/fluid-queue.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 高峰里来得比办得快，队伍最长时有几个人（流体队列）。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0,
  draw(random) {
    const capacity = pick(random, 40, 120, 10);
    const peak = capacity + pick(random, 20, 60, 10);
    const minutes = oneOf(random, [30, 45, 90, 120]);
    const after = capacity - pick(random, 10, 30, 10);
    const hours = minutes / 60;
    const { longestQueue } = fluidQueue({
      periods: [
        { duration: hours, arrivalRate: peak, capacity },
        { duration: 8, arrivalRate: after, capacity },
      ],
    });
    const key = Math.round(longestQueue);
    if (Math.abs(longestQueue - key) > 1e-9) return null;
    return {
      key,
      numbers: { capacity, peak, minutes, after },
      shown: {
        capacity: String(capacity),
        peak: String(peak),
        after: String(after),
        minutes: String(minutes),
        hours: upTo(hours, 2),
        excess: String(peak - capacity),
        key: String(key),
      },
      slips: [
        {
          value: peak - capacity,
          why: '这是一小时多出来的人。高峰不是一小时，还要乘高峰有几个小时。',
        },
        {
          value: peak * hours,
          why: '这是高峰里一共来的人，没有减去同时办走的。',
        },
        {
          value: capacity * hours,
          why: '这是高峰里办走的人。排着的是来的减去办走的。',
        },
        {
          value: (peak - after) * hours,
          why: '拿高峰与平时相减了。队伍长不长，看来的与窗口办得过来的之差。',
        },
        {
          value: 0,
          why: '高峰里来的比办的多，办不完的人不会消失，他们在排队。',
        },
      ],
    };
  },
});
