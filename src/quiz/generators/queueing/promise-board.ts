import { mm1 } from '../../../calc/queueing/mm1.ts';
import { waitQuantile } from '../../../calc/queueing/wait-inversions.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 门口的牌子写几分钟，才能十次里有九次做到（M/M/1 的等待分位数）。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.012,
  draw(random) {
    const minutes = pick(random, 2, 6);
    const utilization = oneOf(random, [0.6, 0.7, 0.75, 0.8, 0.85]);
    const share = oneOf(random, [0.9, 0.95]);
    const arrivalRate = utilization / minutes;
    const serviceRate = 1 / minutes;
    const { meanWait } = mm1({ arrivalRate, serviceRate });
    const key = waitQuantile({ arrivalRate, serviceRate, servers: 1, probability: share });
    const unlucky = minutes / (1 - utilization);
    return {
      key,
      numbers: { minutes, utilization, share },
      shown: {
        minutes: String(minutes),
        rho: percent(utilization),
        share: percent(share),
        broken: percent(1 - share),
        mean: upTo(meanWait, 2),
        unlucky: upTo(unlucky, 2),
        meanBroken: percent(mm1({ arrivalRate, serviceRate }).waitTail(meanWait)),
        ratio: upTo(utilization / (1 - share), 2),
        log: upTo(Math.log(utilization / (1 - share)), 3),
        key: upTo(key, 1),
      },
      slips: [
        {
          value: meanWait,
          why: '这是平均等待。写平均数，会有不少人等得比牌子上久；要按“做得到的比例”来定。',
        },
        {
          value: share * meanWait,
          why: '把比例乘到平均数上，得到的数比平均还短，失约的人反而更多。',
        },
        {
          value: unlucky * Math.log(1 / (1 - share)),
          why: '忘了有一部分人一来就办、一分钟不等。对数里要用利用率去除以失约的比例。',
        },
        {
          value: minutes * Math.log(utilization / (1 - share)),
          why: '前面乘的应当是“要等的人平均等多久”，也就是服务时间除以 1 − ρ，这里只乘了服务时间。',
        },
        {
          value: unlucky,
          why: '这是要等的人平均等多久，还没有用上“百分之几做得到”。',
        },
      ],
    };
  },
});
