import { blueprintTiming } from '../../../calc/process/blueprint-timing.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 第三步失败要退回第二步，平均一共几分钟。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.005,
  draw(random) {
    const one = pick(random, 2, 6);
    const two = pick(random, 10, 30);
    const three = pick(random, 4, 12);
    const again = pick(random, 3, 10);
    const failure = oneOf(random, [0.15, 0.2, 0.25]);
    const key = blueprintTiming({
      steps: [
        { standardTime: one },
        { standardTime: two },
        { standardTime: three, failureProbability: failure, reworkTime: again, reworkTo: 1 },
      ],
    }).expectedTime;
    const standard = one + two + three;
    return {
      key,
      numbers: {},
      shown: {
        one: String(one),
        two: String(two),
        three: String(three),
        again: String(again),
        failure: percent(failure),
        part: upTo(failure, 2),
        success: upTo(1 - failure, 2),
        last: upTo(key - one - two, 2),
        standard: String(standard),
        key: upTo(key, 2),
      },
      slips: [
        { value: standard, why: '这是一次也不失败的标准时间，返工还没有算。' },
        {
          value: standard + failure * (again + two + three),
          why: '只算了返工一遍。重做的那一遍还可能再失败，要除以做对的概率。',
        },
        {
          value: one + two + (three + failure * again) / (1 - failure),
          why: '只重做了出错的那一步。失败要退回第二步，第二步也得再做。',
        },
        {
          value: one + two + (three + failure * two) / (1 - failure),
          why: '漏了每次失败另外要花的时间（查线）。',
        },
      ],
    };
  },
});
