import { centreOfGravity } from '../../../calc/location/centre-of-gravity.ts';
import { pCenter } from '../../../calc/location/p-center.ts';
import { pMedian } from '../../../calc/location/p-median.ts';
import type { Point } from '../../../calc/location/plane-points.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 四镇一站：站设在平均最近的镇，平均路程是多少。 */
export const generator = defineGenerator({
  unit: 'kilometres',
  tolerance: 0.01,
  draw(random) {
    const gaps = [pick(random, 1, 4), pick(random, 1, 4), pick(random, 4, 10)];
    const xs = gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? 0) + gap], [0]);
    const weights = xs.map(() => pick(random, 1, 8));
    const distances = xs.map((a) => xs.map((b) => Math.abs(a - b)));
    const median = pMedian({ distances, weights, siteCount: 1 });
    const site = median.sites[0] ?? 0;
    const total = weights.reduce((sum, each) => sum + each, 0);
    const mean = (at: number) =>
      xs.reduce((sum, x, i) => sum + (weights[i] ?? 0) * Math.abs(x - at), 0) / total;
    const at = xs[site] ?? 0;
    // 两个镇并列最优时，答案虽同，讲解会含糊
    if (xs.some((x, i) => i !== site && Math.abs(mean(x) - median.meanDistance) < 1e-9))
      return null;
    const centre = xs[pCenter({ distances, siteCount: 1 }).sites[0] ?? 0] ?? 0;
    if (centre === at) return null;
    const gravity = centreOfGravity({ points: xs.map((x): Point => [x, 0]), weights }).x;
    const names = ['甲镇', '乙镇', '丙镇', '丁镇'];
    return {
      key: median.meanDistance,
      numbers: {},
      shown: {
        towns: xs.map((x, i) => `${names[i]}在 ${x} 公里处，${weights[i]} 万人`).join('；'),
        site: names[site] ?? '',
        total: String(total),
        cost: String(median.cost),
        farthest: String(median.maxDistance),
        centreTown: names[xs.indexOf(centre)] ?? '',
        centreMean: upTo(mean(centre), 2),
        gravity: upTo(gravity, 1),
        key: upTo(median.meanDistance, 2),
      },
      slips: [
        {
          value: xs.reduce((sum, x) => sum + Math.abs(x - at), 0) / xs.length,
          why: '站选对了，平均时每个镇算了一票。人口不同，要按人数加权。',
        },
        {
          value: median.maxDistance,
          why: '这是最远那个镇要走的路。平均最短的站，最远的人往往走得很远，两把尺子不要混。',
        },
        {
          value: mean(centre),
          why: '站设到了最远路程最短的镇。题目比的是平均，不是最远的那一个。',
        },
        { value: mean(gravity), why: '站设到了重心。重心让路程的平方和最小，不是让路程最短。' },
        { value: median.cost, why: '这是总路程，单位是万人·公里；除以总人口才是平均每人。' },
      ],
    };
  },
});
