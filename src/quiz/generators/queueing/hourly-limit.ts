import { mm1 } from '../../../calc/queueing/mm1.ts';
import { highestUtilization } from '../../../calc/queueing/wait-inversions.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, share } from '../kit/generator.ts';

/** 一个窗口、平均等待有上限，每小时最多放进来几人（M/M/1 反解）。 */
export const generator = defineGenerator({
  unit: 'people-per-hour',
  tolerance: 0.01,
  draw(random) {
    const minutes = oneOf(random, [2, 3, 4, 5, 6]);
    const limit = oneOf(random, [2, 3, 4, 5, 6, 8, 9, 10, 12]);
    const multiple = limit / minutes;
    if (multiple < 0.5 || multiple > 3 || multiple === 1) return null;
    const utilization = highestUtilization({ servers: 1, meanWaitInServiceTimes: multiple });
    const capacity = 60 / minutes;
    const key = utilization * capacity;
    // 用正着算的公式核一遍：反解的利用率恰好把等待顶到上限。
    const check = mm1({ arrivalRate: key / 60, serviceRate: 1 / minutes }).meanWait;
    if (Math.abs(check - limit) > 1e-6) return null;
    return {
      key,
      numbers: { minutes, limit, utilization },
      shown: {
        minutes: String(minutes),
        limit: String(limit),
        multiple: upTo(multiple, 2),
        capacity: upTo(capacity, 2),
        rho: share(utilization),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: capacity,
          why: '这是窗口的能力，一小时最多办这么多人。来得和办得一样快，队伍会一直长下去，等待没有上限。',
        },
        {
          value: capacity * 0.8,
          why: '直接套了 80%。一个窗口忙到 80%，平均要等 4 倍的服务时间；该忙到几成，要由能接受的等待反推。',
        },
        {
          value: 60 / (minutes + limit),
          why: '把一个人从来到走的时间当成了他占用窗口的时间。等的时候他没有占着窗口。',
        },
        {
          value: 60 / limit,
          why: '用等待上限去除 60 了。等待上限要通过 ρ/(1 − ρ) 换成利用率，再乘窗口的能力。',
        },
        {
          value: utilization / minutes,
          why: '这是每分钟的人数，还要乘 60。',
        },
        {
          value: utilization,
          why: '这是允许的利用率，还要乘窗口每小时的能力。',
        },
      ],
    };
  },
});
