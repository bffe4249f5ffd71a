import { decoupling } from '../../../calc/process/decoupling.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 后台退件回前台，前台一小时一共要接几位。 */
export const generator = defineGenerator({
  unit: 'people-per-hour',
  tolerance: 0.006,
  draw(random) {
    const hourly = pick(random, 20, 60, 5);
    const returned = oneOf(random, [0.15, 0.2, 0.25, 0.3]);
    const frontTime = pick(random, 3, 5);
    const frontServers = Math.ceil((hourly * frontTime) / 60 / (1 - returned) / 0.9);
    const { front } = decoupling({
      arrivalRate: hourly,
      frontTime: frontTime / 60,
      backTime: 1 / 60,
      frontServers,
      backServers: frontServers,
      returnToFront: returned,
    });
    const key = front.arrivalRate;
    return {
      key,
      numbers: {},
      shown: {
        hourly: String(hourly),
        returned: percent(returned),
        frontTime: String(frontTime),
        frontServers: String(frontServers),
        passed: upTo(1 - returned, 2),
        back: upTo(key - hourly, 1),
        before: percent((hourly * frontTime) / 60 / frontServers),
        after: percent(front.utilization),
        key: upTo(key, 1),
      },
      slips: [
        {
          value: hourly * (1 + returned),
          why: '只算了退一遍。退回来重办的，还有同样的几成会再被退，一层一层加上去。',
        },
        { value: key - hourly, why: '这是被退回来的，还要加上头一回来的。' },
        { value: hourly * (1 - returned), why: '方向反了：退件让前台的人更多，不是更少。' },
        { value: hourly, why: '只数了头一回来的。被退的人还要再到前台来。' },
      ],
    };
  },
});
