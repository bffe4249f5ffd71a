import { blueprintTiming } from '../../../calc/process/blueprint-timing.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 同一个差错，最后一步才发现比第一步就发现，平均多花几分钟。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.012,
  draw(random) {
    const count = pick(random, 5, 12);
    const minutes = pick(random, 4, 12);
    const failure = oneOf(random, [0.1, 0.2, 0.25]);
    const foundAt = (k: number) =>
      blueprintTiming({
        steps: Array.from({ length: count }, (_, i) => ({
          standardTime: minutes,
          failureProbability: i === k - 1 ? failure : 0,
          reworkTo: 0,
        })),
      }).expectedTime;
    const odds = failure / (1 - failure);
    const key = foundAt(count) - foundAt(1);
    return {
      key,
      numbers: {},
      shown: {
        count: String(count),
        minutes: String(minutes),
        failure: percent(failure),
        part: upTo(failure, 2),
        success: upTo(1 - failure, 2),
        steps: String(count - 1),
        wasted: String((count - 1) * minutes),
        early: upTo(odds * minutes, 2),
        late: upTo(odds * count * minutes, 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: failure * (count - 1) * minutes,
          why: '重做的那一遍也可能再错，返工的遍数是出错与做对的概率之比，不是出错的概率。',
        },
        {
          value: odds * count * minutes,
          why: '这是最后一步才发现时的返工。题目问的是比第一步就发现多多少，还要减一步。',
        },
        {
          value: (count - 1) * minutes,
          why: '这是出错的那一单多做的。平均到每一单，还要乘返工的遍数。',
        },
        { value: odds * minutes, why: '这是第一步就发现时的返工。' },
      ],
    };
  },
});
