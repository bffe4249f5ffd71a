import { gapModel } from '../../../calc/quality/gap-model.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 培训把差距三减掉几成，差距五少几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const gaps = [
      pick(random, 0.1, 0.4, 0.1),
      pick(random, 0.2, 0.5, 0.1),
      pick(random, 0.2, 0.5, 0.1),
      pick(random, 0.6, 1.2, 0.1),
    ];
    const coefficients = [1, 1, oneOf(random, [0.6, 0.8, 1.2, 1.5]), 1];
    const cut = oneOf(random, [0.4, 0.5, 0.6]);
    const { shares, customerGap, contributions, rootCause } = gapModel({ gaps, coefficients });
    const third = shares[2] as number;
    const key = cut * third;
    if (rootCause !== 4) return null;
    const plain = (gaps[2] as number) / gaps.reduce((sum, gap) => sum + gap, 0);
    const slips = apart(
      key,
      [
        { value: cut, why: '差距三少了这么多，差距五没有。差距三只占差距五的一部分。' },
        { value: third, why: '这是差距三占差距五几成。培训没有把它全去掉。' },
        { value: cut * plain, why: '没有乘传到差距五的系数，四个差距按原数相加了。' },
        { value: 1 - key, why: '这是差距五还剩几成，题目问的是少了几成。' },
        { value: cut * (gaps[2] as number), why: '这是差距三少了几分，还要除以差距五。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        one: upTo(gaps[0] as number, 1),
        two: upTo(gaps[1] as number, 1),
        three: upTo(gaps[2] as number, 1),
        four: upTo(gaps[3] as number, 1),
        coefficient: upTo(coefficients[2] as number, 1),
        cut: percent(cut),
        contribution: upTo(contributions[2] as number, 2),
        total: upTo(customerGap, 2),
        less: upTo(cut * (contributions[2] as number), 3),
        fourShare: percent(shares[3] as number),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
