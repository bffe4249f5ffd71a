import { mmc } from '../../../calc/queueing/mmc.ts';
import { duration, fixed, percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick, share } from '../kit/generator.ts';

/** 生手与熟手混着来，自助机有多忙。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const machines = pick(random, 4, 9);
    const perHour = pick(random, 50, 180, 2);
    const newcomers = oneOf(random, [0.2, 0.3, 0.4, 0.6, 0.7]);
    const fast = oneOf(random, [1.5, 2]);
    const slow = pick(random, 4, 6);
    const mean = newcomers * slow + (1 - newcomers) * fast;
    const hall = (minutes: number) =>
      mmc({ arrivalRate: perHour / 60, serviceRate: 1 / minutes, servers: machines });
    const { utilization, offeredLoad, meanWait } = hall(mean);
    const ideal = hall(fast);
    if (utilization < 0.7 || utilization > 0.96) return null;
    return {
      key: utilization,
      numbers: {},
      shown: {
        machines: fixed(machines),
        perHour: fixed(perHour),
        newcomers: percent(newcomers),
        regulars: percent(1 - newcomers),
        fast: upTo(fast, 1),
        slow: upTo(slow, 1),
        mean: upTo(mean, 2),
        perMinute: upTo(perHour / 60, 3),
        load: upTo(offeredLoad, 2),
        wait: duration(meanWait),
        ideal: percent(ideal.utilization),
        idealWait: duration(ideal.meanWait),
        key: share(utilization),
      },
      slips: [
        {
          value: ideal.utilization,
          why: '按人人都是熟手算了。站在机器前的还有头一回来的人，他们每单慢得多。',
        },
        {
          value: hall((slow + fast) / 2).utilization,
          why: '两个时间取了简单平均。头一回的和熟手不是一样多，要按各占几成来加权。',
        },
        {
          value: hall(newcomers * fast + (1 - newcomers) * slow).utilization,
          why: '两个比例配反了：头一回的人用慢的时间，熟手用快的时间。',
        },
        {
          value: offeredLoad,
          why: '忘了除以机器数。这个数是平均有几台机器在忙，分摊到每一台才是利用率。',
        },
      ],
    };
  },
});
