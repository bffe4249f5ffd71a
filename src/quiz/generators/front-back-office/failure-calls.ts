import { mmc } from '../../../calc/queueing/mmc.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 几成来电是上次没办好，坐席忙到几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.006,
  draw(random) {
    const seats = pick(random, 8, 20);
    const minutes = pick(random, 4, 8);
    const share = oneOf(random, [0.15, 0.2, 0.25, 0.3]);
    const hourly = pick(random, 40, 160, 10);
    const busy = (calls: number) =>
      mmc({ arrivalRate: calls / 60, serviceRate: 1 / minutes, servers: seats }).utilization;
    const calls = hourly / (1 - share);
    const key = busy(calls);
    if (key < 0.7 || key > 0.97) return null;
    return {
      key,
      numbers: {},
      shown: {
        seats: String(seats),
        minutes: String(minutes),
        share: percent(share),
        hourly: String(hourly),
        rest: upTo(1 - share, 2),
        calls: upTo(calls, 1),
        before: percent(busy(hourly), 1),
        key: percent(key, 1),
      },
      slips: [
        { value: busy(hourly), why: '只算了头一回的来电。重打进来的也占着坐席。' },
        {
          value: busy(hourly * (1 + share)),
          why: '在头一回的来电上加了几成。题目说的是占全部来电的几成，要用除，不用乘。',
        },
        {
          value: busy(calls - hourly),
          why: '只算了重打进来的那些。全部来电都要人接。',
        },
        { value: busy(hourly * (1 - share)), why: '方向反了：没办好的让来电更多，不是更少。' },
      ],
    };
  },
});
