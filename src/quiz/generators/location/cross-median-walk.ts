import { centreOfGravity } from '../../../calc/location/centre-of-gravity.ts';
import { crossMedian } from '../../../calc/location/cross-median.ts';
import { distanceBetween, type Point } from '../../../calc/location/plane-points.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 交叉中值：四个小区，街道横平竖直，求平均每人走多远。 */
export const generator = defineGenerator({
  unit: 'kilometres',
  tolerance: 0.01,
  draw(random) {
    const points = Array.from({ length: 4 }, (): Point => [pick(random, 0, 9), pick(random, 0, 9)]);
    const weights = points.map(() => pick(random, 1, 7));
    if (new Set(points.map(String)).size < 4) return null;
    const { x, y, cost, meanDistance: key } = crossMedian({ points, weights });
    if (x.low !== x.high || y.low !== y.high) return null;
    const total = weights.reduce((sum, each) => sum + each, 0);
    const site: Point = [x.low, y.low];
    const mean = (to: Point, metric: 'euclidean' | 'rectilinear', use = weights) =>
      points.reduce((sum, p, i) => sum + (use[i] ?? 0) * distanceBetween(p, to, metric), 0) /
      use.reduce((sum, each) => sum + each, 0);
    const gravity = centreOfGravity({ points, weights });
    const ones = points.map(() => 1);
    const names = ['甲', '乙', '丙', '丁'];
    return {
      key,
      numbers: { x: x.low, y: y.low },
      shown: {
        places: points
          .map(([px, py], i) => `${names[i]}小区在（${px}，${py}），${weights[i]} 千人`)
          .join('；'),
        x: String(x.low),
        y: String(y.low),
        total: String(total),
        half: upTo(total / 2, 1),
        cost: String(cost),
        gravityX: upTo(gravity.x, 1),
        gravityY: upTo(gravity.y, 1),
        gravityMean: upTo(mean([gravity.x, gravity.y], 'rectilinear'), 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: mean([gravity.x, gravity.y], 'rectilinear'),
          why: '这是设在重心时的平均路程。沿街走的时候，横纵两个方向各取中值才最短。',
        },
        {
          value: mean(site, 'euclidean'),
          why: '位置对了，路程按直线量了。街道横平竖直，要走横的一段加纵的一段。',
        },
        {
          value: mean(site, 'rectilinear', ones),
          why: '位置对了，平均的时候忘了人数：人多的小区要占更大的分量。',
        },
        {
          value: cost,
          why: '这是全部人走的总路程，题目问平均每人，还要除以总人数。',
        },
      ],
    };
  },
});
