import { huffEntry } from '../../../calc/location/huff.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick, share } from '../kit/generator.ts';

/** 自家抢自家：新店的生意有百分之几是从自家老店抢来的。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const own = pick(random, 600, 1600, 200);
    const rival = pick(random, 600, 2400, 200);
    const fresh = pick(random, 500, 1200, 100);
    const ownDistance = pick(random, 1, 3);
    const rivalDistance = pick(random, 2, 5);
    const freshDistance = pick(random, 1, 3);
    const spending = 100;
    const entry = huffEntry({
      attractiveness: [own, rival],
      distancesByZone: [[ownDistance, rivalDistance]],
      spendingByZone: [spending],
      ownStores: [0],
      newStore: { attractiveness: fresh, distances: [freshDistance] },
      beta: 2,
    });
    // 题面给的生意写到一位小数，读者照它减、照它除，讲解里的数才对得上
    const [before = 0, after = 0, sold = 0] = [
      entry.salesBefore[0],
      entry.salesAfter[0],
      entry.newStoreSales,
    ].map((sales = 0) => Number(sales.toFixed(1)));
    const lost = before - after;
    const key = lost / sold;
    if (key < 0.15 || key > 0.85) return null;
    return {
      key,
      numbers: {},
      shown: {
        before: upTo(before, 1),
        after: upTo(after, 1),
        fresh: upTo(sold, 1),
        lost: upTo(lost, 1),
        gain: upTo(sold - lost, 1),
        key: share(key),
      },
      slips: [
        { value: 1 - key, why: '这是从对手那里抢来的部分，也就是连锁真正多出来的生意。' },
        {
          value: lost / before,
          why: '除以了老店原来的生意，那是老店的跌幅。问的是新店的生意里有多少是自家的，要除以新店。',
        },
        {
          value: (sold - lost) / before,
          why: '这是全连锁比开新店之前涨了多少。',
        },
        {
          value: after / (after + sold),
          why: '这是两家自家店里老店占的份额，没有比较前后。',
        },
      ],
    };
  },
});
