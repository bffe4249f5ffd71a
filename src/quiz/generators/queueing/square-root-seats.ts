import { squareRootStaffing } from '../../../calc/queueing/square-root-staffing.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, share } from '../kit/generator.ts';

/** 平方根配员：坐席 = 负荷 + β√负荷，向上取整。 */
export const generator = defineGenerator({
  unit: 'seats',
  tolerance: 0,
  draw(random) {
    const load = oneOf(random, [16, 25, 36, 40, 49, 64, 81, 90, 100, 120, 144, 160, 200]);
    const beta = oneOf(random, [0.5, 0.8, 1.2, 1.3, 1.5]);
    const { agents, occupancy } = squareRootStaffing({ offeredLoad: load, beta });
    const exact = load + beta * Math.sqrt(load);
    return {
      key: agents,
      numbers: { load, beta },
      shown: {
        load: String(load),
        beta: upTo(beta, 1),
        root: upTo(Math.sqrt(load), 2),
        margin: upTo(beta * Math.sqrt(load), 2),
        occupancy: share(occupancy),
        key: String(agents),
      },
      slips: [
        {
          value: load,
          why: '坐席恰好等于负荷，一点余量都没有：队伍会越排越长。余量是 β 乘以负荷的平方根。',
        },
        {
          value: Math.ceil(load * (1 + beta)),
          why: '余量按负荷的比例加了。它只随负荷的平方根增长，这正是规模大的好处。',
        },
        {
          value: Math.ceil(load / 0.8),
          why: '按 80% 占用率倒推的。负荷越大，坐席可以忙得越满，一个固定的百分数说不准。',
        },
        {
          value: Math.ceil(Math.sqrt(load) * beta),
          why: '这只是余量，还要加上负荷本身。',
        },
        ...(Number.isInteger(exact)
          ? []
          : [
              {
                value: Math.floor(exact),
                why: '舍去了小数。坐席不能少半个，达不到就不合要求，要向上取整。',
              },
            ]),
      ],
    };
  },
});
