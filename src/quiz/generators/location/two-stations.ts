import { pCenter } from '../../../calc/location/p-center.ts';
import { pMedian } from '../../../calc/location/p-median.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 两站管五镇：站设在镇上，让最远的镇尽量近，最远要走几公里。 */
export const generator = defineGenerator({
  unit: 'kilometres',
  tolerance: 0.004,
  draw(random) {
    const xs = [0];
    for (let i = 0; i < 4; i++) xs.push((xs.at(-1) ?? 0) + pick(random, 2, 14));
    const weights = xs.map(() => pick(random, 1, 9));
    const distances = xs.map((a) => xs.map((b) => Math.abs(a - b)));
    const centre = pCenter({ distances, siteCount: 2 });
    const median = pMedian({ distances, weights, siteCount: 2 });
    const one = pCenter({ distances, siteCount: 1 });
    const names = ['甲镇', '乙镇', '丙镇', '丁镇', '戊镇'];
    const nearest = xs.map((x) => Math.min(...centre.sites.map((j) => Math.abs(x - (xs[j] ?? 0)))));
    const last = xs.at(-1) ?? 0;
    return {
      key: centre.radius,
      numbers: {},
      shown: {
        towns: xs.map((x, i) => `${names[i]} ${x}`).join('、'),
        weights: xs.map((_, i) => `${names[i]} ${weights[i]} 万`).join('、'),
        sites: centre.sites.map((j) => names[j]).join('和'),
        one: String(one.radius),
        median: String(median.maxDistance),
        key: String(centre.radius),
      },
      slips: [
        {
          value: median.maxDistance,
          why: '按平均最短选的站。那样会往人多的镇靠，偏远的镇就远了；题目只问最远的那一个。',
        },
        { value: one.radius, why: '这是只设一站时的最远路程，第二站还没有用上。' },
        {
          value: nearest.reduce((sum, each) => sum + each, 0) / xs.length,
          why: '站选对了，算的却是各镇路程的平均。题目问最远的那一个镇。',
        },
        {
          value: last / 4,
          why: '把公路四等分了，那要求站能设在路上任何地方。这里站只能设在镇上。',
        },
      ],
    };
  },
});
