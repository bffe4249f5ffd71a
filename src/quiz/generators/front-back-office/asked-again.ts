import { handOffs, reworkMultiplier } from '../../../calc/process/hand-offs.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 交接出错就从头再走，顾客平均被重复问几次。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0.015,
  draw(random) {
    const fidelity = oneOf(random, [0.85, 0.88, 0.9, 0.92, 0.94]);
    const count = pick(random, 3, 7);
    const {
      firstTimeRight,
      expectedPasses,
      expectedRepeatedQuestions: key,
      reworkProbability,
    } = handOffs({ handOffs: count, fidelity });
    if (firstTimeRight < 0.45) return null;
    return {
      key,
      numbers: { count, fidelity },
      shown: {
        count: String(count),
        people: String(count + 1),
        fidelity: percent(fidelity),
        right: percent(firstTimeRight, 1),
        passes: upTo(reworkMultiplier(reworkProbability), 3),
        more: upTo(expectedPasses - 1, 3),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: reworkProbability * (count + 1),
          why: '只算了重来一遍。重来的那一遍还可能再出错，要用平均多走的遍数。',
        },
        {
          value: expectedPasses * (count + 1),
          why: '头一遍本来就要问一次。重复的是多走的那几遍，先减去 1 遍。',
        },
        {
          value: (expectedPasses - 1) * count,
          why: '人数少数了一个：交接若干次，经手的人比次数多一个。',
        },
        { value: expectedPasses - 1, why: '这是平均多走几遍。每走一遍，经手的人人都要问一次。' },
      ],
    };
  },
});
