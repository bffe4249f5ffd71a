import { centreOfGravity } from '../../../../calc/location/centre-of-gravity.ts';
import { crossMedian } from '../../../../calc/location/cross-median.ts';
import { distanceBetween, type Point } from '../../../../calc/location/plane-points.ts';
import { upTo } from '../../../../lib/format.ts';
import { pick } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

const NAMES = ['甲', '乙', '丙', '丁', '戊'];

/** 一张街道图上几个小区，只设一处，沿街走的平均路程最短。 */
export const generator = definePlace({
  draw(random) {
    const points = Array.from({ length: 5 }, (): Point => [
      pick(random, 0, 10),
      pick(random, 0, 8),
    ]);
    // 名字要写得下，挨得太近的不要
    if (points.some((a, i) => points.slice(i + 1).some((b) => distanceBetween(a, b) < 2.5)))
      return null;
    if (
      points.some(([x, y], i) =>
        points.slice(i + 1).some(([u, v]) => y === v && Math.abs(x - u) < 5),
      )
    )
      return null;
    const weights = points.map(() => pick(random, 1, 9));
    const { x, y, meanDistance } = crossMedian({ points, weights });
    if (x.low !== x.high || y.low !== y.high) return null;
    const gravity = centreOfGravity({ points, weights });
    const total = weights.reduce((sum, each) => sum + each, 0);
    const mean = (to: Point) =>
      points.reduce(
        (sum, p, i) => sum + (weights[i] ?? 0) * distanceBetween(p, to, 'rectilinear'),
        0,
      ) / total;
    const most = Math.max(...weights);
    if (weights.filter((each) => each === most).length > 1) return null;
    const largest = weights.indexOf(most);
    const [bigX, bigY] = points[largest] ?? [0, 0];
    const xs = points.map(([px]) => px);
    const ys = points.map(([, py]) => py);
    const middle: Point = [
      (Math.min(...xs) + Math.max(...xs)) / 2,
      (Math.min(...ys) + Math.max(...ys)) / 2,
    ];
    const better = mean([gravity.x, gravity.y]) - meanDistance;
    // 重心只差一点点，说它不对就成了抬杠
    if (better < 0.1) return null;
    return {
      shown: {
        places: points
          .map(([px, py], i) => `${NAMES[i]}（${px}，${py}）${weights[i]} 千人`)
          .join('、'),
        total: String(total),
        half: upTo(total / 2, 1),
        x: String(x.low),
        y: String(y.low),
        mean: upTo(meanDistance, 2),
        gravityX: upTo(gravity.x, 1),
        gravityY: upTo(gravity.y, 1),
        gravityMean: upTo(mean([gravity.x, gravity.y]), 2),
      },
      numbers: { x: x.low, y: y.low },
      figure: {
        x: { label: '东', unit: '公里', from: 0, to: 10, step: 0.5 },
        y: { label: '北', unit: '公里', from: 0, to: 8, step: 0.5 },
        marks: points.map(([px, py], i) => ({
          x: px,
          y: py,
          text: NAMES[i] ?? '',
          note: `${weights[i]} 千人`,
          size: weights[i] ?? 1,
        })),
      },
      answer: { x: x.low, y: y.low, within: 0.3 },
      wrong: [
        {
          name: '重心',
          x: gravity.x,
          y: gravity.y,
          within: 0.4,
          why: `这是重心，平均 ${upTo(mean([gravity.x, gravity.y]), 2)} 公里，还能更短。偏远的小区把重心拽走了；沿街走路，要横纵各取中值。`,
        },
        {
          name: '最大的小区',
          x: bigX,
          y: bigY,
          within: 0.4,
          why: `这里人最多，可是人数没有过半，平均要走 ${upTo(mean([bigX, bigY]), 2)} 公里。横向、纵向各数一遍人头再看。`,
        },
        {
          name: '图的正中',
          x: middle[0],
          y: middle[1],
          within: 0.4,
          why: '这是四边围出来的正中，只照顾了最靠边的几个小区，没有用上人数。',
        },
      ],
      otherwise:
        '还能更短。先只看东西方向，从左往右数人头，数到一半停下；再只看南北方向，从下往上数一遍。两个方向各管各的。',
    };
  },
});
