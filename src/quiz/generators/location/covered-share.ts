import { maximalCovering } from '../../../calc/location/maximal-covering.ts';
import { defineGenerator, pick, share } from '../kit/generator.ts';

/** 覆盖：设一站，半径之内最多照顾到百分之几的人。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.008,
  draw(random) {
    const xs = [0];
    for (let i = 0; i < 4; i++) xs.push((xs.at(-1) ?? 0) + pick(random, 1, 5));
    const weights = xs.map(() => pick(random, 1, 9));
    const radius = pick(random, 3, 5);
    const distances = xs.map((a) => xs.map((b) => Math.abs(a - b)));
    const cover = (r: number, use: readonly number[] = weights) =>
      maximalCovering({ distances, weights: use, siteCount: 1, radius: r });
    const best = cover(radius);
    const count = cover(
      radius,
      xs.map(() => 1),
    );
    // 并列最好、盖住的却是不同的人，讲解就说不清丢下了谁
    const covers = distances.map((row) => row.map((d) => (d <= radius ? 1 : 0)).join(''));
    const reached = (set: string) =>
      weights.reduce((sum, w, i) => sum + (set[i] === '1' ? w : 0), 0);
    if (new Set(covers.filter((set) => reached(set) === best.covered)).size > 1) return null;
    const total = weights.reduce((sum, each) => sum + each, 0);
    const names = ['甲镇', '乙镇', '丙镇', '丁镇', '戊镇'];
    if (best.share > 0.95) return null;
    return {
      key: best.share,
      numbers: { radius },
      shown: {
        towns: xs.map((x, i) => `${names[i]}在 ${x} 公里处，${weights[i]} 万人`).join('；'),
        radius: String(radius),
        site: names[best.sites[0] ?? 0] ?? '',
        covered: String(best.covered),
        total: String(total),
        missed: best.uncovered.map((i) => names[i]).join('、'),
        key: share(best.share),
      },
      slips: [
        {
          value: count.share,
          why: '数的是镇，不是人。最大覆盖按人数算，人少的镇和人多的镇不能各算一票。',
        },
        {
          value: Math.max(...weights) / total,
          why: '只数了站所在的镇。半径之内的邻镇也算照顾到了。',
        },
        {
          value: cover(radius / 2).share,
          why: '把半径当成了直径：左右两边各可以走这么远。',
        },
        {
          value: cover(radius * 2).share,
          why: '半径放大了一倍：从这头到那头才是两个半径，单边只有一个。',
        },
      ],
    };
  },
});
