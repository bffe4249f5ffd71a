import { qfd } from '../../../calc/quality/qfd.ts';
import { fixed, percent } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

const grid = [
  [9, 3, 0],
  [0, 9, 1],
  [3, 0, 9],
] as const;

/** 质量屋：三句话的重要程度给定，第二个尺寸占技术重要性的几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.008,
  draw(random) {
    const weights = [pick(random, 1, 5), pick(random, 1, 5), pick(random, 1, 5)] as const;
    const { raw, relative } = qfd({ customerImportance: weights, relationship: grid });
    const [first, second, third] = raw as [number, number, number];
    const total = first + second + third;
    const importance = weights[0] + weights[1] + weights[2];
    const key = relative[1] as number;
    return {
      key,
      numbers: {},
      shown: {
        fast: String(weights[0]),
        clear: String(weights[1]),
        right: String(weights[2]),
        first: fixed(first),
        second: fixed(second),
        third: fixed(third),
        total: fixed(total),
        key: percent(key, 1),
      },
      slips: [
        {
          value: relative[0] as number,
          why: '这是第一个尺寸的占比。题目问的是“每步的指引”那一列。',
        },
        {
          value: relative[2] as number,
          why: '这是第三个尺寸的占比。题目问的是“每步的指引”那一列。',
        },
        {
          value: 12 / 34,
          why: '把关系直接加了起来。每个关系要先乘上那句话的重要程度。',
        },
        {
          value: weights[1] / importance,
          why: '这是第二句话的重要程度占几成。话的轻重不等于尺寸的轻重，中间隔着关系。',
        },
      ],
    };
  },
});
