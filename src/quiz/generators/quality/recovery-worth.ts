import { recoveryReturn } from '../../../calc/quality/service-recovery.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 一次补救最多值得花多少。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.012,
  draw(random) {
    const failures = pick(random, 200, 800, 50);
    const retentionWithout = oneOf(random, [0.3, 0.35, 0.4, 0.45]);
    const retentionWith = oneOf(random, [0.6, 0.65, 0.7, 0.75, 0.8]);
    const lifetimeValue = pick(random, 400, 1200, 100);
    const fixedCost = pick(random, 10000, 40000, 5000);
    const { worthPerRecovery: key, savedCustomers } = recoveryReturn({
      failures,
      retentionWithout,
      retentionWith,
      lifetimeValue,
      costPerRecovery: 0,
      fixedCost,
    });
    const lift = retentionWith - retentionWithout;
    if (key < 40) return null;
    const slips = apart(
      key,
      [
        { value: lift * lifetimeValue, why: '系统和培训的钱没有摊进来。' },
        {
          value: retentionWith * lifetimeValue - fixedCost / failures,
          why: '不补救也会留下一些。值得花的，是留存提高的那一截。',
        },
        {
          value: lifetimeValue - fixedCost / failures,
          why: '补救不能让人人都留下，一次补救换不来整个人。',
        },
        {
          value: (savedCustomers * lifetimeValue - fixedCost) / savedCustomers,
          why: '除的是多留下的人。补救要花在每一件失误上，分母是件数。',
        },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        failures: String(failures),
        without: percent(retentionWithout),
        with: percent(retentionWith),
        lifetimeValue: String(lifetimeValue),
        fixedCost: upTo(fixedCost / 10000, 1),
        lift: percent(lift),
        each: upTo(lift * lifetimeValue, 1),
        shared: upTo(fixedCost / failures, 1),
        key: upTo(key, 1),
      },
      slips,
    };
  },
});
