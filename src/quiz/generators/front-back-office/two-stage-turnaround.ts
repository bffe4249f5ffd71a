import { decoupling } from '../../../calc/process/decoupling.ts';
import { mm1 } from '../../../calc/queueing/mm1.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 前台一人、后台一人，从到达到办结平均几分钟。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.01,
  draw(random) {
    const hourly = pick(random, 4, 10);
    const frontTime = pick(random, 3, 6);
    const backTime = pick(random, 4, 9);
    const arrivalRate = hourly / 60;
    const { customerTimeAfter, turnaroundAfter, front, back } = decoupling({
      arrivalRate,
      frontTime,
      backTime,
      frontServers: 1,
      backServers: 1,
    });
    if (back.utilization > 0.9 || front.utilization < 0.25) return null;
    const slower = Math.max(frontTime, backTime);
    const slips = apart(
      turnaroundAfter,
      [
        {
          value: customerTimeAfter,
          why: '这是顾客在前台的时间。他走了，事还在后台排着，结果还没有出来。',
        },
        { value: frontTime + backTime, why: '只加了做的时间，两处的等待都没有算。' },
        {
          value: frontTime + back.meanTime,
          why: '漏了前台的等待。来得随机，前台也要排。',
        },
        {
          value:
            mm1({ arrivalRate, serviceRate: 1 / slower }).meanTimeInSystem + frontTime + backTime,
          why: '每一处的时间已经含着做的那一段，做的时间加了两遍。',
        },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key: turnaroundAfter,
      numbers: {},
      shown: {
        hourly: String(hourly),
        frontTime: String(frontTime),
        backTime: String(backTime),
        frontShare: upTo(arrivalRate * frontTime, 3),
        backShare: upTo(arrivalRate * backTime, 3),
        front: upTo(front.meanTime, 2),
        back: upTo(back.meanTime, 2),
        key: upTo(turnaroundAfter, 1),
      },
      slips,
    };
  },
});
