import { crossMedian } from '../../../calc/location/cross-median.ts';
import { fixed } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 护士站放在趟数的中位上，一个班来回一共走几米。 */
export const generator = defineGenerator({
  unit: 'metres',
  tolerance: 0.008,
  draw(random) {
    const gap = oneOf(random, [5, 6, 8, 10]);
    const rooms = [0, 1, 2, 3, 4].map((i) => i * gap);
    const trips = rooms.map((_, i) => pick(random, 4, 12) + (i > 2 ? pick(random, 6, 16) : 0));
    const best = crossMedian({ points: rooms.map((x) => [x, 0] as const), weights: trips });
    if (best.x.low !== best.x.high) return null;
    const spot = best.x.low;
    const walk = (at: number) =>
      2 * rooms.reduce((sum, x, i) => sum + (trips[i] as number) * Math.abs(x - at), 0);
    const middle = 2 * gap;
    if (spot === middle || spot === 0) return null;
    const total = trips.reduce((sum, each) => sum + each, 0);
    const key = 2 * best.cost;
    return {
      key,
      numbers: {},
      shown: {
        places: rooms.join('、'),
        trips: trips.join('、'),
        total: String(total),
        half: String(total / 2),
        spot: String(spot),
        oneWay: fixed(best.cost),
        entrance: fixed(walk(0)),
        middle: String(middle),
        atMiddle: fixed(walk(middle)),
        key: fixed(key),
      },
      slips: [
        { value: best.cost, why: '只算了去的路。每一趟都要走回来，还要乘 2。' },
        { value: walk(middle), why: '站放在了走廊正中。中位看的是趟数，不是房间。' },
        { value: walk(0), why: '站还在走廊口。先把它挪到趟数的中位上。' },
      ],
    };
  },
});
