import { breakingPoint } from '../../../../calc/location/breaking-point.ts';
import { upTo } from '../../../../lib/format.ts';
import { oneOf, pick } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

/** 两城之间的商圈分界点在哪里。 */
export const generator = definePlace({
  draw(random) {
    const distance = oneOf(random, [40, 60, 80]);
    const small = pick(random, 20, 60, 10);
    const ratio = oneOf(random, [2.25, 4, 4, 9]);
    const large = small * ratio;
    // 小城在左还是在右，换着来
    const smallLeft = oneOf(random, [true, false]);
    const { fromA } = breakingPoint({ distance, sizeA: small, sizeB: large });
    const { fromA: proportional } = breakingPoint({
      distance,
      sizeA: small ** 2,
      sizeB: large ** 2,
    });
    const from = (gap: number) => (smallLeft ? gap : distance - gap);
    const cities = [
      { x: from(0), text: '小城', note: `${small} 万人`, size: small },
      { x: from(distance), text: '大城', note: `${upTo(large, 0)} 万人`, size: large },
    ];
    return {
      shown: {
        distance: String(distance),
        small: String(small),
        large: upTo(large, 0),
        ratio: upTo(ratio, 2),
        root: upTo(Math.sqrt(ratio), 2),
        gap: upTo(fromA, 1),
        place: upTo(from(fromA), 1),
        end: smallLeft ? '左' : '右',
      },
      numbers: { distance, small, large },
      figure: {
        x: { label: '离左端', unit: '公里', from: 0, to: distance, step: 1 },
        marks: cities,
      },
      answer: { x: from(fromA), within: 1 },
      wrong: [
        {
          name: '正中间',
          x: distance / 2,
          within: 1,
          why: '放在正中，等于说两城一样吸引人。大城的商圈会越过中点，伸到小城这边来。',
        },
        {
          name: '离大城近',
          x: from(distance - fromA),
          within: 1,
          why: '方向反了。大城拉得远，它的商圈大，分界靠着小城。',
        },
        {
          name: '没开平方',
          x: from(proportional),
          within: 1,
          why: '人口比忘了开平方。吸引力随距离的平方减弱，四倍的人口只顶得上两倍的距离。',
        },
      ],
      otherwise: '方向先想清楚：分界该靠着大城还是小城？再用人口比的平方根来分这段路。',
    };
  },
});
