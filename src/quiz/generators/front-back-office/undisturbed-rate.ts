import { bottleneck } from '../../../calc/process/bottleneck.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 不被打断以后，同一个人一小时多审几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const work = pick(random, 8, 20);
    const times = oneOf(random, [1.5, 2, 2.5, 3]);
    const settle = oneOf(random, [0.5, 1, 1.5, 2]);
    const lost = times * settle;
    const rate = (processingTime: number) =>
      bottleneck({ period: 60, activities: [{ name: '审单', processingTime, servers: 1 }] })
        .processCapacity;
    const [open, closed] = [rate(work + lost), rate(work)];
    const key = closed / open - 1;
    if (key < 0.08 || key > 0.6) return null;
    return {
      key,
      numbers: {},
      shown: {
        work: String(work),
        times: String(times),
        settle: String(settle),
        lost: upTo(lost, 2),
        each: upTo(work + lost, 2),
        open: upTo(open, 2),
        closed: upTo(closed, 2),
        key: percent(key, 1),
      },
      slips: [
        {
          value: lost / (work + lost),
          why: '这是每件少花了几成时间。一小时多审几成，要拿省下的除以不被打断时的一件。',
        },
        { value: settle / work, why: '只算了被打断一次。每件平均被打断好几次，先乘起来。' },
        { value: closed / open, why: '这是审的件数变成原来的几倍，多出来的要再减去 1。' },
      ],
    };
  },
});
