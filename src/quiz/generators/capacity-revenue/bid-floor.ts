import { networkLinearProgram } from '../../../calc/revenue/network-linear-program.ts';
import { fixed } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

const fares = [194, 290, 135, 383, 424, 553];
const uses = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 0],
  [0, 1, 1],
  [1, 1, 1],
];

/** 三段列车的竞价：一个团跨两段，至少收多少才该接。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.001,
  draw(random) {
    const demand = [60, 40, 50, 45, 55, 70].map((usual) => [usual + pick(random, -20, 20, 5)]);
    const { bidPrices } = networkLinearProgram({
      fares: fares.map((fare) => [fare]),
      demand,
      uses,
      capacity: [120, 120, 120],
    });
    const bids = bidPrices.map((bid) => Math.round(bid));
    const trip = oneOf(random, [
      { name: '北京到南京', legs: [0, 1], said: '前两段', fare: 383 },
      { name: '济南到上海', legs: [1, 2], said: '后两段', fare: 424 },
    ]);
    const group = pick(random, 4, 16);
    const used = trip.legs.map((leg) => bids[leg] as number);
    if (bids.some((bid, leg) => bid < 20 || Math.abs(bid - (bidPrices[leg] as number)) > 1e-6))
      return null;
    const floor = used.reduce((sum, bid) => sum + bid, 0);
    return {
      key: group * floor,
      numbers: {},
      shown: {
        bid1: String(bids[0]),
        bid2: String(bids[1]),
        bid3: String(bids[2]),
        trip: trip.name,
        legs: trip.said,
        sum: used.join(' + '),
        floor: String(floor),
        group: String(group),
        fare: String(trip.fare),
        key: fixed(group * floor),
      },
      slips: [
        {
          value: group * Math.max(...used),
          why: '只算了竞价高的一段。一张票两段都占，两段的座位都少了一个。',
        },
        {
          value: group * bids.reduce((sum, bid) => sum + bid, 0),
          why: '三段都加上了。他们只坐其中两段。',
        },
        { value: floor, why: '这是一位的门槛，还要乘上人数。' },
        {
          value: group * trip.fare,
          why: '这是按公布的票价收的钱。门槛看的是占掉的座位值多少。',
        },
      ],
    };
  },
});
