import { breakingPoint } from '../../../calc/location/breaking-point.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 断裂点：两城之间商圈的分界离小城多远。 */
export const generator = defineGenerator({
  unit: 'kilometres',
  tolerance: 0.008,
  draw(random) {
    const distance = pick(random, 20, 120, 5);
    const small = pick(random, 20, 90, 5);
    const large = oneOf(random, [1.5, 2, 3, 4, 5, 6, 9]) * small;
    const { fromA: key, fromB } = breakingPoint({ distance, sizeA: small, sizeB: large });
    return {
      key,
      numbers: { distance, small, large },
      shown: {
        distance: String(distance),
        small: String(small),
        large: upTo(large, 1),
        ratio: upTo(large / small, 2),
        root: upTo(Math.sqrt(large / small), 2),
        fromLarge: upTo(fromB, 1),
        key: upTo(key, 1),
      },
      slips: [
        { value: fromB, why: '这是离大城的距离。大城拉得远，分界靠着小城，离小城近。' },
        {
          value: distance / (1 + large / small),
          why: '忘了开平方。吸引力随距离的平方减弱，所以人口比要先开方再用。',
        },
        {
          value: distance / 2,
          why: '按中点分了，等于说两城一样吸引人。大城的商圈会越过中点。',
        },
        {
          value: distance / Math.sqrt(large / small),
          why: '分母漏了那个 1。公式是距离除以（1 + 人口比的平方根）。',
        },
        {
          value: (distance * large) / (small + large),
          why: '既没有开平方，又量到了大城那一头。',
        },
      ],
    };
  },
});
