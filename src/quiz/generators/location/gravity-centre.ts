import { centreOfGravity } from '../../../calc/location/centre-of-gravity.ts';
import { weightedMedian } from '../../../calc/location/cross-median.ts';
import type { Point } from '../../../calc/location/plane-points.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 重心法：三个小区按送餐量加权，求重心的东西坐标。 */
export const generator = defineGenerator({
  unit: 'kilometres',
  tolerance: 0.01,
  draw(random) {
    const xs = [pick(random, 1, 3), pick(random, 4, 8), pick(random, 10, 20)];
    const weights = [pick(random, 2, 12), pick(random, 2, 12), pick(random, 2, 12)];
    const points = xs.map((x): Point => [x, 0]);
    const { x: key } = centreOfGravity({ points, weights });
    const [a = 0, b = 0, c = 0] = xs;
    const [u = 0, v = 0, w = 0] = weights;
    const total = u + v + w;
    const { low: median, high } = weightedMedian(xs, weights);
    if (median !== high) return null;
    return {
      key,
      numbers: { a, b, c },
      shown: {
        a: String(a),
        b: String(b),
        c: String(c),
        u: String(u),
        v: String(v),
        w: String(w),
        total: String(total),
        moment: String(u * a + v * b + w * c),
        median: String(median),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: (a + b + c) / 3,
          why: '三个坐标直接平均了。重心要按量加权：量大的那头拽得更重。',
        },
        {
          value: median,
          why: '这是中值，量数到一半的地方。它让总路程最短，重心是加权平均，两个不是一个点。',
        },
        {
          value: (u * a + v * b + w * c) / 3,
          why: '加权的和除以了小区的个数。既然乘的是量，就要除以量的总和。',
        },
        {
          value: (a + c) / 2,
          why: '这是两头的正中间，既没有用上量，也没有用上中间那个小区。',
        },
      ],
    };
  },
});
