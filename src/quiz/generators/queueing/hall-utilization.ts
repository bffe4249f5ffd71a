import { mmc } from '../../../calc/queueing/mmc.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick, share } from '../kit/generator.ts';

/** 多个窗口的利用率 ρ = λτ/c。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.006,
  draw(random) {
    const servers = pick(random, 3, 8);
    const minutes = pick(random, 3, 12);
    const perHour = pick(random, 20, 140, 2);
    const hall = mmc({ arrivalRate: perHour / 60, serviceRate: 1 / minutes, servers });
    if (hall.utilization < 0.55 || hall.utilization > 0.96) return null;
    return {
      key: hall.utilization,
      numbers: { servers, minutes, perHour },
      shown: {
        servers: String(servers),
        minutes: String(minutes),
        perHour: String(perHour),
        each: upTo(60 / minutes, 2),
        capacity: upTo((60 / minutes) * servers, 2),
        load: upTo(hall.offeredLoad, 2),
        key: share(hall.utilization),
      },
      slips: [
        {
          value: hall.offeredLoad,
          why: '忘了除以窗口数。这个数是平均有几个窗口在忙（负荷），分摊到每个窗口才是利用率。',
        },
        {
          value: 1 - hall.utilization,
          why: '这是窗口闲着的比例，利用率是忙着的比例。',
        },
        {
          value: 1 / hall.utilization,
          why: '除反了：利用率 = 来的 ÷ 能办的，超过 100% 说明办不过来。',
        },
        {
          value: perHour / minutes / servers,
          why: '把每人几分钟当成了每小时几人。先换成一个窗口每小时能办几人。',
        },
      ],
    };
  },
});
