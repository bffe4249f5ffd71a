import { kano } from '../../../calc/quality/kano.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 狩野问卷的票数求满意系数，或不满意系数的大小。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0.012,
  options: { ask: ['worse', 'better'] },
  draw(random, { ask }) {
    const reversed = pick(random, 6, 16);
    const attractive = pick(random, 6, 40);
    const oneWay = pick(random, 10, 40);
    const must = pick(random, 6, 40);
    const indifferent = 100 - reversed - attractive - oneWay - must;
    if (indifferent < 6 || indifferent > 40 || attractive === must) return null;
    const { better, worse } = kano({
      A: attractive,
      O: oneWay,
      M: must,
      I: indifferent,
      R: reversed,
      Q: 0,
    });
    if (better === null || worse === null) return null;
    const asked = ask === 'worse' ? -worse : better;
    const own = ask === 'worse' ? must : attractive;
    const base = 100 - reversed;
    const slips = apart(
      asked,
      [
        {
          value: ask === 'worse' ? better : -worse,
          why:
            ask === 'worse'
              ? '这是满意系数，加的是魅力与一维。不满意系数加的是一维与必备。'
              : '这是不满意系数，加的是一维与必备。满意系数加的是魅力与一维。',
        },
        { value: (own + oneWay) / 100, why: '分母里把反向的也算进来了。反向的要先剔掉。' },
        { value: own / base, why: '漏了一维的。一维的有了更满意，没有也更不满，两个系数都有它。' },
        { value: oneWay / base, why: '只数了一维的。还有一类也要加上。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key: asked,
      numbers: {},
      shown: {
        attractive: String(attractive),
        oneWay: String(oneWay),
        must: String(must),
        indifferent: String(indifferent),
        reversed: String(reversed),
        base: String(base),
        own: String(own),
        sum: String(own + oneWay),
        key: upTo(asked, 2),
      },
      slips,
    };
  },
});
