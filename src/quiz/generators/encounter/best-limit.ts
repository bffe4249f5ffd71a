import { empowermentLimit } from '../../../calc/quality/empowerment-limit.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 最合算的授权额度：弯线与直线落差最大的地方。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.012,
  draw(random) {
    const setting = {
      failureRate: oneOf(random, [0.04, 0.05, 0.08, 0.1]),
      maxRecovery: oneOf(random, [0.6, 0.7, 0.8]),
      recoveryScale: oneOf(random, [40, 50, 60, 80]),
      spendShare: oneOf(random, [0.4, 0.5, 0.6]),
      abuseRate: oneOf(random, [0.01, 0.02, 0.05]),
      lifetimeValue: pick(random, 500, 2000, 100),
    };
    const { failureRate, maxRecovery, recoveryScale: scale, spendShare, abuseRate } = setting;
    const best = (change: Partial<typeof setting> = {}) =>
      empowermentLimit({ ...setting, ...change, limit: 0 }).bestLimit;
    const key = best();
    const gain = failureRate * maxRecovery * setting.lifetimeValue;
    const cost = spendShare * (failureRate + (1 - failureRate) * abuseRate);
    if (key < 40 || key > 400) return null;
    return {
      key,
      numbers: {
        failureRate,
        maxRecovery,
        recoveryScale: scale,
        spendShare,
        abuseRate,
        lifetimeValue: setting.lifetimeValue,
      },
      shown: {
        failureRate: percent(failureRate),
        maxRecovery: percent(maxRecovery),
        scale: fixed(scale),
        spendShare: percent(spendShare),
        abuseRate: percent(abuseRate),
        value: fixed(setting.lifetimeValue),
        gain: upTo(gain, 2),
        cost: upTo(cost, 4),
        scaled: upTo(scale * cost, 3),
        ratio: upTo(gain / (scale * cost), 2),
        key: fixed(key),
      },
      slips: [
        {
          value: best({ abuseRate: 0 }),
          why: '没有算滥用。没遇到失误的客人多得多，那里动用一点，直线就陡一截，额度该收一收。',
        },
        {
          value: best({ spendShare: 1 }),
          why: '把额度当成每次都花满。平均只花掉一部分，直线没有那么陡，额度可以给得宽些。',
        },
        {
          value: best({ maxRecovery: 1 }),
          why: '把挽回率的上限当成了百分之百。有些客人给多少也留不住，弯线会早一点封顶。',
        },
        {
          value: Math.log(gain / (scale * cost)),
          why: '对数取好了，忘了乘回尺度：对数只是“几个尺度”，不是多少元。',
        },
        {
          value: gain / cost,
          why: '用收益除以花费，没有取对数。挽回率越往上越慢，最合算的点要由对数给出。',
        },
      ],
    };
  },
});
