import { decoupling } from '../../../calc/process/decoupling.ts';
import { defineGenerator, pick, share } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 拆成前后台以后，后台忙到几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.01,
  draw(random) {
    const hourly = pick(random, 12, 36, 2);
    const frontTime = pick(random, 3, 6);
    const backTime = pick(random, 6, 12);
    const frontServers = pick(random, 2, 4);
    const backServers = pick(random, 2, 5);
    const { front, back, combined } = decoupling({
      arrivalRate: hourly / 60,
      frontTime,
      backTime,
      frontServers,
      backServers,
    });
    const key = back.utilization;
    if (key < 0.5 || key > 0.97 || front.utilization > 0.95) return null;
    const slips = apart(
      key,
      [
        {
          value: combined.utilization,
          why: '这是拆开以前大家的忙闲。拆开以后后台的活只由后台的几个人做。',
        },
        { value: front.utilization, why: '这是前台的忙闲，把面客的时间和前台的人数用上了。' },
        {
          value: (hourly * (frontTime + backTime)) / (60 * backServers),
          why: '面客的时间也算进了后台。拆开以后那一段在前台做完了。',
        },
        {
          value: (hourly * backTime) / (60 * (frontServers + backServers)),
          why: '分母用了全部的人。前台的人闲着，也不会去做后台的活。',
        },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        hourly: String(hourly),
        frontTime: String(frontTime),
        backTime: String(backTime),
        people: String(frontServers + backServers),
        frontServers: String(frontServers),
        backServers: String(backServers),
        minutes: String(hourly * backTime),
        supply: String(60 * backServers),
        front: share(front.utilization),
        before: share(combined.utilization),
        key: share(key),
      },
      slips,
    };
  },
});
