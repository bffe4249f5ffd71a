import { squareRootStaffing } from '../../../calc/queueing/square-root-staffing.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';

/** 来话变成几倍、余量系数不变，坐席变成多少（平方根配员）。 */
export const generator = defineGenerator({
  unit: 'seats',
  tolerance: 0,
  draw(random) {
    const load = oneOf(random, [25, 36, 49, 64, 100]);
    const factor = oneOf(random, [4, 9]);
    const margin = oneOf(random, [4, 5, 6, 7, 8, 9, 10, 12]);
    const root = Math.sqrt(load);
    const beta = margin / root;
    if (beta < 0.5 || beta > 2) return null;
    const before = squareRootStaffing({ offeredLoad: load, beta }).agents;
    const key = squareRootStaffing({ offeredLoad: load * factor, beta }).agents;
    return {
      key,
      numbers: { load, factor, margin },
      shown: {
        load: String(load),
        factor: String(factor),
        before: String(before),
        margin: String(margin),
        newLoad: String(load * factor),
        rootFactor: upTo(Math.sqrt(factor), 0),
        newMargin: upTo(margin * Math.sqrt(factor), 0),
        key: String(key),
      },
      slips: [
        {
          value: before * factor,
          why: '坐席也照倍数加了。负荷要照倍数加，余量只按倍数的平方根加，所以坐席用不了那么多。',
        },
        {
          value: load * factor + margin,
          why: '余量一个没加。来话多了，起伏也大了，只是大得慢一些：余量要乘倍数的平方根。',
        },
        {
          value: load * factor,
          why: '坐席恰好等于新的负荷，没有留余量：队伍会一直长下去。',
        },
        {
          value: Math.round(before * Math.sqrt(factor)),
          why: '连负荷也开了平方根。负荷是实打实的活，来话变成几倍它就变成几倍，只有余量按平方根走。',
        },
      ],
    };
  },
});
