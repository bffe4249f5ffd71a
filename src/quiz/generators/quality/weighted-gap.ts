import { servperf } from '../../../calc/quality/servperf.ts';
import { servqual } from '../../../calc/quality/servqual.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

const list = (values: readonly number[], digits = 1) =>
  values.map((value) => upTo(value, digits)).join('、');

/** 三个维度按权重合起来，感知比期望低几分。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.012,
  draw(random) {
    const perception = [0, 0, 0].map(() => pick(random, 4.2, 6, 0.1));
    const expectation = [0, 0, 0].map(() => pick(random, 5.2, 6.8, 0.1));
    const heavy = pick(random, 45, 60, 5);
    const middle = pick(random, 20, 30, 5);
    const importance = [heavy, middle, 100 - heavy - middle];
    const { gaps, weighted, unweighted } = servqual({ perception, expectation, importance });
    const key = -(weighted as number);
    if (key < 0.3 || gaps.some((gap) => gap > -0.05)) return null;
    const slips = apart(
      key,
      [
        { value: -unweighted, why: '三个维度平均了，没有用权重。要紧的维度该多占。' },
        {
          value: servperf({ perception, importance }).weighted as number,
          why: '只把感知加权了，没有减期望。那是只看感知的算法。',
        },
        {
          value: key / 3,
          why: '加权以后又除了 3。权重合起来已经是 100%，不必再平均。',
        },
        {
          value: Math.max(...gaps.map((gap) => -gap)),
          why: '这是差得最多的一维，不是合起来的分。',
        },
        {
          value: -gaps.reduce((sum, gap) => sum + gap, 0),
          why: '三个差距直接相加，没有乘权重。',
        },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        perception: list(perception),
        expectation: list(expectation),
        importance: importance.map((value) => `${value}%`).join('、'),
        gaps: list(gaps.map((gap) => -gap)),
        parts: list(
          gaps.map((gap, i) => (-gap * (importance[i] as number)) / 100),
          3,
        ),
        key: upTo(key, 2),
      },
      slips,
    };
  },
});
