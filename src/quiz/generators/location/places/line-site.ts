import { centreOfGravity } from '../../../../calc/location/centre-of-gravity.ts';
import { weightedMedian } from '../../../../calc/location/cross-median.ts';
import type { Point } from '../../../../calc/location/plane-points.ts';
import { upTo } from '../../../../lib/format.ts';
import { oneOf, pick } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

const NAMES = ['甲镇', '乙镇', '丙镇', '丁镇', '戊镇'] as const;

/** 一条公路上几个镇，只设一处：让平均路程最短，或让最远的人最近。 */
export const generator = definePlace({
  options: { aim: ['mean', 'farthest'] },
  draw(random, { aim }) {
    const count = oneOf(random, [4, 5]);
    const length = 20;
    const spread = new Set(Array.from({ length: count }, () => pick(random, 0, length)));
    const places = [...spread].sort((a, b) => a - b);
    if (places.length < count) return null;
    const towns = places.map((x, i) => ({ x, people: pick(random, 1, 9), text: NAMES[i] ?? '' }));
    // 两头要有镇，最远的才看得出来；挨得太近的点不中
    if (towns.some(({ x }, i) => i > 0 && x - (towns[i - 1]?.x ?? 0) < 2)) return null;
    const points = towns.map(({ x }): Point => [x, 0]);
    const weights = towns.map(({ people }) => people);
    const [first = 0, last = 0] = [towns[0]?.x, towns.at(-1)?.x];
    const median = weightedMedian(places, weights);
    // 中位是一整段时答案不止一处，换一组
    if (median.low !== median.high) return null;
    const gravity = centreOfGravity({ points, weights }).x;
    const middle = (first + last) / 2;
    const mostPeople = Math.max(...weights);
    const largest = towns.filter(({ people }) => people === mostPeople);
    if (largest.length > 1) return null;
    const biggest = largest[0] ?? { x: 0, text: '' };
    const plain = weightedMedian(
      places,
      weights.map(() => 1),
    );
    const total = weights.reduce((sum, each) => sum + each, 0);
    const mean = (site: number) =>
      towns.reduce((sum, { x, people }) => sum + people * Math.abs(x - site), 0) / total;
    const far = (site: number) => Math.max(site - first, last - site);
    const within = 0.5;
    const gravitySpot = {
      name: '重心',
      x: gravity,
      within,
      why:
        aim === 'mean'
          ? `这是重心，平均 ${upTo(mean(gravity))} 公里，还不是最短。重心让路程的平方和最小，离得远的镇把它拽过去了。`
          : `这是重心。它照顾的是人多的那边，可是题目问的是最远的那一个，与人数无关。`,
    };
    const biggestSpot = {
      name: '最大的镇',
      x: biggest.x,
      within,
      why:
        aim === 'mean'
          ? `${biggest.text}人最多，但没有过半，另外几镇的人加起来更多。从一头数人数，数到一半的那个镇才是答案。`
          : `${biggest.text}人最多，可是“最远的人”只看远近，一个人也算数。`,
    };
    const drawn = {
      shown: {
        towns: towns
          .map(({ text, x, people }) => `${text}在 ${x} 公里处，${people} 万人`)
          .join('；'),
        total: String(total),
        half: upTo(total / 2, 1),
        first: String(first),
        last: String(last),
        gravity: upTo(gravity, 1),
        middle: upTo(middle, 1),
        median: String(median.low),
        medianTown: towns.find(({ x }) => x === median.low)?.text ?? '',
        medianMean: upTo(mean(median.low)),
        gravityMean: upTo(mean(gravity)),
        medianFar: upTo(far(median.low), 1),
        middleFar: upTo(far(middle), 1),
        middleMean: upTo(mean(middle)),
      },
      numbers: { median: median.low, gravity, middle },
      figure: {
        x: { label: '公路里程', unit: '公里', from: 0, to: length, step: 0.5 },
        marks: towns.map(({ x, people, text }) => ({
          x,
          text,
          note: `${people} 万人`,
          size: people,
        })),
      },
    };
    if (aim === 'mean')
      return {
        ...drawn,
        answer: { x: median.low, within },
        wrong: [
          gravitySpot,
          {
            name: '正中间',
            x: middle,
            within,
            why: `这是两头的正中间，最远的人是近了，可是平均 ${upTo(mean(middle))} 公里。平均路程要看人数，不能只看两头。`,
          },
          ...(biggest.x === median.low ? [] : [biggestSpot]),
          ...(plain.low === median.low || plain.low !== plain.high || plain.low === biggest.x
            ? []
            : [
                {
                  name: '中间的镇',
                  x: plain.low,
                  within,
                  why: '这是数镇数到一半的那个镇，没有用上人数。要数的是人，不是镇。',
                },
              ]),
        ],
        otherwise:
          '这里还能更短。想象往旁边挪一公里：一边的人都少走一公里，另一边的人都多走一公里，哪边人多就往哪边挪，挪到两边都不到一半为止。',
      };
    return {
      ...drawn,
      answer: { x: middle, within },
      wrong: [
        gravitySpot,
        {
          name: '中值点',
          x: median.low,
          within,
          why: `放在这里平均路程最短，可是最远的人要走 ${upTo(far(median.low), 1)} 公里。平均最短的点，不管离得最远的那几个人。`,
        },
        ...(biggest.x === median.low ? [] : [biggestSpot]),
      ],
      otherwise:
        '最远的人不是在最左边，就是在最右边。离一头近了，离另一头就远了：两头一样远的时候，最远的那个才最近。',
    };
  },
});
