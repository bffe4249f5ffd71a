import { erlangCStaffing } from '../../../calc/queueing/erlang-c-staffing.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 来话负荷：每小时几通 × 每通几秒 → 爱尔朗。 */
export const generator = defineGenerator({
  unit: 'erlang',
  tolerance: 0.01,
  draw(random) {
    const perHour = pick(random, 90, 960, 30);
    const seconds = oneOf(random, [120, 150, 200, 210, 240, 270, 300]);
    const { offeredLoad } = erlangCStaffing({
      arrivalRate: perHour / 3600,
      meanService: seconds,
      target: 20,
      serviceLevel: 0.8,
    });
    return {
      key: offeredLoad,
      numbers: { perHour, seconds },
      shown: {
        perHour: String(perHour),
        seconds: String(seconds),
        minutes: upTo(seconds / 60, 2),
        each: upTo(3600 / seconds, 2),
        key: upTo(offeredLoad, 2),
      },
      slips: [
        {
          value: perHour * seconds,
          why: '单位没有统一：来话按小时、通话按秒，直接相乘大了 3600 倍。',
        },
        {
          value: (perHour * seconds) / 60,
          why: '只换了一半：把秒化成了分钟，来话还是每小时的，再除以 60。',
        },
        {
          value: perHour / seconds,
          why: '用了除法。负荷 = 来得多快 × 每通多久：两样越大，越要人手。',
        },
        {
          value: perHour / 60,
          why: '这是每分钟来几通，通话多长还没有用上。',
        },
        {
          value: 3600 / seconds,
          why: '这是一个坐席每小时能接几通，是能力，不是负荷。',
        },
      ],
    };
  },
});
