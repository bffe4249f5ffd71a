import { empowermentLimit } from '../../../calc/quality/empowerment-limit.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

const GUESTS = 1000;

/** 一个额度下，每千位客人的净收益：挽回的价值减补救支出与滥用。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.012,
  draw(random) {
    const limit = pick(random, 80, 200, 20);
    const setting = {
      limit,
      failureRate: oneOf(random, [0.04, 0.05, 0.08, 0.1]),
      maxRecovery: oneOf(random, [0.6, 0.7, 0.8]),
      recoveryScale: oneOf(random, [60, 80, 100]),
      spendShare: oneOf(random, [0.4, 0.5, 0.6]),
      abuseRate: oneOf(random, [0.01, 0.02, 0.03]),
      lifetimeValue: pick(random, 600, 2000, 100),
    };
    const one = empowermentLimit(setting);
    const failures = GUESTS * setting.failureRate;
    const spend = setting.spendShare * limit;
    // 题面给的挽回率取整到百分点，答案就按题面的数算
    const recovery = Math.round(one.recoveryRate * 100) / 100;
    const benefit = failures * recovery * setting.lifetimeValue;
    const repair = failures * spend;
    const abuse = (GUESTS - failures) * setting.abuseRate * spend;
    const key = benefit - repair - abuse;
    if (key < 3000 || abuse < 0.03 * key) return null;
    return {
      key,
      numbers: {},
      shown: {
        limit: fixed(limit),
        failureRate: percent(setting.failureRate),
        recovery: percent(recovery),
        value: fixed(setting.lifetimeValue),
        spendShare: percent(setting.spendShare),
        abuseRate: percent(setting.abuseRate),
        failures: fixed(failures),
        others: fixed(GUESTS - failures),
        spend: upTo(spend, 1),
        benefit: fixed(benefit),
        repair: fixed(repair),
        abuse: fixed(abuse),
        key: fixed(key),
      },
      slips: [
        {
          value: benefit - repair,
          why: '漏了滥用：没有遇到失误的客人那里，额度也有人动用，人数还多得多。',
        },
        {
          value: benefit,
          why: '这是挽回的价值，还没有减去花出去的钱：补救一份，滥用一份。',
        },
        {
          value: benefit - failures * limit - (GUESTS - failures) * setting.abuseRate * limit,
          why: '把上限当成了花费。额度是上限，平均只花掉其中一部分。',
        },
        {
          value: failures * setting.lifetimeValue - repair - abuse,
          why: '当成了全都挽回得来。花了钱也只有一部分客人消气，要乘挽回率。',
        },
        {
          value: benefit - failures * recovery * spend - abuse,
          why: '只给挽回成功的那些算了支出。没挽回来的，钱也已经花了。',
        },
      ],
    };
  },
});
