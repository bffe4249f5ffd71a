import { serialReliability } from '../../../calc/quality/serial-reliability.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 四步里只把最弱一步的差错减半，整条升到几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.003,
  draw(random) {
    const steady = [
      pick(random, 0.96, 0.98, 0.01),
      pick(random, 0.96, 0.98, 0.01),
      pick(random, 0.96, 0.98, 0.01),
    ];
    const weak = pick(random, 0.84, 0.92, 0.02);
    const route = (many: number, one: number) =>
      serialReliability([
        ...steady.map((reliability) => ({ reliability, failSafe: many })),
        { reliability: weak, failSafe: one },
      ]).success;
    const mended = 1 - (1 - weak) / 2;
    const key = route(0, 0.5);
    if (route(0.5, 0) > key - 0.005) return null;
    return {
      key,
      numbers: {},
      shown: {
        one: percent(steady[0] as number),
        two: percent(steady[1] as number),
        three: percent(steady[2] as number),
        weak: percent(weak),
        mended: upTo(mended, 2),
        product: steady.map((each) => upTo(each, 2)).join(' × '),
        before: percent(route(0, 0), 1),
        others: percent(route(0.5, 0), 1),
        key: percent(key, 1),
      },
      slips: [
        { value: route(0, 0), why: '这是改以前的。最弱那一步的差错已经少了一半。' },
        {
          value: route(0.5, 0),
          why: '这是把另外三步都减半。题目只减最弱的那一步。',
        },
        { value: route(0.5, 0.5), why: '四步都减半了。题目只减最弱的那一步。' },
        {
          value: steady.reduce((all, each) => all * each, 1),
          why: '把最弱的那一步当成不会错了。减半以后，它还有一半的差错。',
        },
      ],
    };
  },
});
