import { divideMarket } from '../../../calc/location/line-competition.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 一条街上两家店对称地开：顾客平均走几米。 */
export const generator = defineGenerator({
  unit: 'metres',
  tolerance: 0.01,
  draw(random) {
    const length = pick(random, 400, 2000, 100);
    const margin = pick(random, 50, length / 2 - 50, 25);
    const walk = (positions: number[]) => divideMarket({ positions, length }).meanWalk;
    const key = walk([margin, length - margin]);
    const quarter = walk([length / 4, (length * 3) / 4]);
    const half = length / 2;
    return {
      key,
      numbers: { length, margin },
      shown: {
        length: upTo(length, 0),
        half: upTo(half, 0),
        margin: String(margin),
        inner: upTo(half - margin, 0),
        outerMean: upTo(margin / 2, 1),
        innerMean: upTo((half - margin) / 2, 1),
        quarter: upTo(quarter, 1),
        together: upTo(walk([half, half]), 1),
        key: upTo(key, 1),
      },
      slips: [
        {
          value: quarter,
          why: '这是两家分在四分之一处的数，每人只走街长的八分之一。先看看题里的店开在哪里。',
        },
        {
          value: walk([half, half]),
          why: '这是两家挤在正中间的数，每人走街长的四分之一。题里的两家没有挤在一起。',
        },
        {
          value: margin / 2,
          why: '只算了店背后的那一段。两家之间的人也要走路，按两段的长短加权平均。',
        },
        {
          value: (half - margin) / 2,
          why: '只算了店和街心之间的那一段。背后的人也要走路，按两段的长短加权平均。',
        },
        {
          value: Math.max(margin, half - margin),
          why: '这是走得最远的那位要走的路，题目问平均。',
        },
        {
          value: key * 2,
          why: '两家管的人加到一起了，路程也加了一遍。每人只去一家，平均不用乘 2。',
        },
      ],
    };
  },
});
