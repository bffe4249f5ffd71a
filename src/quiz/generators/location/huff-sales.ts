import { huff, huffSales } from '../../../calc/location/huff.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick, share } from '../kit/generator.ts';

/** 赫夫销售额：两个小区的购买力按概率分给两家店，求新店一个月卖多少。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.01,
  draw(random) {
    const mine = pick(random, 400, 1200, 100);
    const rival = pick(random, 1000, 3000, 200);
    const east = {
      spending: pick(random, 60, 200, 10),
      mine: pick(random, 1, 3),
      rival: pick(random, 3, 6),
    };
    const west = {
      spending: pick(random, 60, 300, 10),
      mine: pick(random, 3, 6),
      rival: pick(random, 2, 4),
    };
    const attractiveness = [mine, rival];
    const distancesByZone = [
      [east.mine, east.rival],
      [west.mine, west.rival],
    ];
    const spendingByZone = [east.spending, west.spending];
    const sales = (beta: number) =>
      huffSales({ attractiveness, distancesByZone, spendingByZone, beta }).sales[0] ?? 0;
    const key = sales(2);
    const [pEast = 0] = huff({ attractiveness, distances: [east.mine, east.rival], beta: 2 });
    const [pWest = 0] = huff({ attractiveness, distances: [west.mine, west.rival], beta: 2 });
    const total = east.spending + west.spending;
    return {
      key,
      numbers: { mine, rival },
      shown: {
        mine: upTo(mine, 0),
        rival: upTo(rival, 0),
        eastSpending: String(east.spending),
        westSpending: String(west.spending),
        eastMine: String(east.mine),
        eastRival: String(east.rival),
        westMine: String(west.mine),
        westRival: String(west.rival),
        pEast: share(pEast),
        pWest: share(pWest),
        fromEast: upTo(pEast * east.spending, 1),
        fromWest: upTo(pWest * west.spending, 1),
        key: upTo(key, 1),
      },
      slips: [
        { value: total - key, why: '这是对手的生意。两家加起来是全部购买力，新店是另外一半账。' },
        {
          value: pEast * east.spending,
          why: '只算了近的小区。远的小区去的人少，但购买力乘上概率，也是生意。',
        },
        {
          value: ((pEast + pWest) / 2) * total,
          why: '两个概率先平均，再乘总购买力了。两个小区的钱不一样多，要各乘各的，再相加。',
        },
        { value: sales(1), why: '忘了 λ = 2：路程要先平方。' },
        {
          value: (total * mine) / (mine + rival),
          why: '只按面积分了，路程没有用上。',
        },
      ],
    };
  },
});
