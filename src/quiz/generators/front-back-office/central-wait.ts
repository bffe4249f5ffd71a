import { mmc } from '../../../calc/queueing/mmc.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 几个一人网点的后台合成一处，人一个不少，一件等的时间短到几分之一。 */
export const generator = defineGenerator({
  unit: 'times',
  tolerance: 0.015,
  draw(random) {
    const branches = pick(random, 4, 12);
    const busy = oneOf(random, [0.75, 0.8, 0.84, 0.88, 0.9]);
    const minutes = pick(random, 5, 12);
    const alone = mmc({ arrivalRate: busy / minutes, serviceRate: 1 / minutes, servers: 1 });
    const together = mmc({
      arrivalRate: (branches * busy) / minutes,
      serviceRate: 1 / minutes,
      servers: branches,
    });
    const key = alone.meanWait / together.meanWait;
    return {
      key,
      numbers: { branches, busy, minutes },
      shown: {
        branches: String(branches),
        busy: percent(busy),
        minutes: String(minutes),
        spare: upTo(1 - busy, 2),
        chance: percent(together.probabilityOfWaiting, 1),
        alone: upTo(alone.meanWait, 1),
        together: upTo(together.meanWait, 2),
        key: upTo(key, 1),
      },
      slips: [
        {
          value: branches,
          why: '人数是几倍，等待不止短几倍：合起来以后，要等的件也少了。',
        },
        {
          value: alone.probabilityOfWaiting / together.probabilityOfWaiting,
          why: '只比了要等的机会。等上的件也轮得更快，因为有几个人一起在做。',
        },
        {
          value: alone.meanTimeInSystem / together.meanTimeInSystem,
          why: '把做的时间也算进来了。题目比的只是排队等的时间。',
        },
      ],
    };
  },
});
