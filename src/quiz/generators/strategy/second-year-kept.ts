import { varyingLifetimeValue } from '../../../calc/strategy/customer-lifetime-value.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, share } from '../kit/generator.ts';

/** 两种顾客混在一起，第二年看到的留存率会自己升上去。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.006,
  draw(random) {
    const loyal = oneOf(random, [0.9, 0.92, 0.94, 0.95]);
    const fickle = oneOf(random, [0.4, 0.45, 0.5, 0.55, 0.6]);
    const start = oneOf(random, [400, 600, 1000, 2000]);
    const half = start / 2;
    const survival = (retention: number) =>
      varyingLifetimeValue({ margins: [0, 0], retentions: [retention, retention], discount: 0 })
        .survival;
    const [loyal1 = 0, loyal2 = 0] = survival(loyal);
    const [fickle1 = 0, fickle2 = 0] = survival(fickle);
    const key = (loyal2 + fickle2) / (loyal1 + fickle1);
    const mean = (loyal + fickle) / 2;
    return {
      key,
      numbers: { loyal, fickle },
      shown: {
        start: String(start),
        half: String(half),
        loyal: percent(loyal),
        fickle: percent(fickle),
        loyal1: upTo(half * loyal1, 2),
        fickle1: upTo(half * fickle1, 2),
        year1: upTo(half * (loyal1 + fickle1), 2),
        loyal2: upTo(half * loyal2, 2),
        fickle2: upTo(half * fickle2, 2),
        year2: upTo(half * (loyal2 + fickle2), 2),
        mean: share(mean),
        key: percent(key, 1),
      },
      slips: [
        {
          value: mean,
          why: '这是第一年看到的留存率。爱走的先走了，剩下的人里留得牢的占得多，第二年的数会高。',
        },
        {
          value: (loyal2 + fickle2) / 2,
          why: '分母用了最初的人数。第二年的留存率，除的是第一年末还在的人。',
        },
        {
          value: mean ** 2,
          why: '把平均的留存率连乘了两次，那是两年以后还剩几成，而且两种人混着算了。',
        },
        { value: loyal, why: '爱走的还没有走光。第二年还有一些，留存率升了，还没有升到头。' },
      ],
    };
  },
});
