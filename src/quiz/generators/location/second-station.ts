import { coverageCurve } from '../../../calc/location/coverage-curve.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 第二站的新增：一站一站地加，第二站多照顾到几万人。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-people',
  tolerance: 0.004,
  draw(random) {
    const xs = [0];
    for (let i = 0; i < 5; i++) xs.push((xs.at(-1) ?? 0) + pick(random, 1, 4));
    const weights = xs.map(() => pick(random, 1, 9));
    const radius = pick(random, 3, 4);
    const distances = xs.map((a) => xs.map((b) => Math.abs(a - b)));
    const curve = coverageCurve({ distances, weights, radius, maxSites: 2 });
    const [first, second] = curve;
    if (!first || !second || second.increment === 0) return null;
    const names = ['甲镇', '乙镇', '丙镇', '丁镇', '戊镇', '己镇'];
    const within = (site: number, i: number) => (distances[site]?.[i] ?? 0) <= radius;
    // 第一站有并列的选法，第二站的新增就可能有两个答案
    const reached = xs.map((_, site) =>
      weights.reduce((sum, w, i) => sum + (within(site, i) ? w : 0), 0),
    );
    if (reached.filter((each) => each === first.covered).length > 1) return null;
    const alone = weights.reduce((sum, w, i) => sum + (within(second.added, i) ? w : 0), 0);
    // 两站不重叠，就没有“重复数了”这个错可犯
    if (alone === second.increment) return null;
    const total = weights.reduce((sum, each) => sum + each, 0);
    return {
      key: second.increment,
      numbers: { radius },
      shown: {
        towns: xs.map((x, i) => `${names[i]}在 ${x} 公里处，${weights[i]} 万人`).join('；'),
        radius: String(radius),
        first: names[first.added] ?? '',
        second: names[second.added] ?? '',
        covered: String(first.covered),
        both: String(second.covered),
        alone: String(alone),
        total: String(total),
        key: String(second.increment),
      },
      slips: [
        {
          value: alone,
          why: '第二站周围的人都数了，可是其中一些第一站已经照顾到了，不能再算一遍。',
        },
        { value: second.covered, why: '这是两站加起来的覆盖，题目问第二站新增的。' },
        { value: first.covered, why: '这是第一站的覆盖。越往后加，新增的只会少，不会一样多。' },
        ...(total - first.covered === second.increment
          ? []
          : [
              {
                value: total - first.covered,
                why: '这是第一站没照顾到的全部。一个第二站未必都够得着。',
              },
            ]),
      ],
    };
  },
});
