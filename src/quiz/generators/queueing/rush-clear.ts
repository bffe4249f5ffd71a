import { fluidQueue } from '../../../calc/queueing/fluid-queue.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 高峰积下的队，过后多久才散掉（流体队列）。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.01,
  draw(random) {
    const capacity = pick(random, 40, 120, 10);
    const peak = capacity + pick(random, 20, 60, 10);
    const minutes = oneOf(random, [30, 45, 60, 90]);
    const after = capacity - pick(random, 10, 40, 10);
    const hours = minutes / 60;
    const { longestQueue, longestWait, clearTime } = fluidQueue({
      periods: [
        { duration: hours, arrivalRate: peak, capacity },
        { duration: 24, arrivalRate: after, capacity },
      ],
    });
    const key = (clearTime - hours) * 60;
    if (key < 20 || key > 240) return null;
    return {
      key,
      numbers: { capacity, peak, minutes, after },
      shown: {
        capacity: String(capacity),
        peak: String(peak),
        after: String(after),
        minutes: String(minutes),
        hours: upTo(hours, 2),
        longest: upTo(longestQueue, 1),
        repay: String(capacity - after),
        key: upTo(key, 1),
      },
      slips: [
        {
          value: longestWait * 60,
          why: '这是高峰结束时到的那一位要等多久。队伍散掉更晚：一边在还，一边还有人来。',
        },
        {
          value: clearTime * 60,
          why: '这是从高峰开始算起的。题目问的是高峰过后再过多久。',
        },
        {
          value: minutes,
          why: '这是高峰的长度。积得有多久，不等于还得有多久，要看还账的速度。',
        },
        {
          value: (longestQueue / (peak - after)) * 60,
          why: '还账的速度是办的减去来的；这里拿高峰的来人去减了。',
        },
        {
          value: key / 60,
          why: '算成了小时。题目要的是分钟。',
        },
      ],
    };
  },
});
