import { uniformReliability } from '../../../calc/quality/serial-reliability.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 若干步串起来，每步都有防错和补救，全程没有漏网差错的机会。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.005,
  draw(random) {
    const touchpoints = pick(random, 8, 24);
    const reliability = pick(random, 0.94, 0.98, 0.01);
    const failSafe = oneOf(random, [0.3, 0.4, 0.5]);
    const recovery = oneOf(random, [0.25, 0.35, 0.45]);
    const chain = (extra: { failSafe?: number; recovery?: number } = {}) =>
      uniformReliability({ touchpoints, reliability, ...extra });
    const { success, effective } = chain({ failSafe, recovery });
    const each = effective[0] as number;
    return {
      key: success,
      numbers: { touchpoints, reliability, failSafe, recovery },
      shown: {
        touchpoints: String(touchpoints),
        reliability: percent(reliability),
        failSafe: percent(failSafe),
        recovery: percent(recovery),
        miss: upTo(1 - reliability, 2),
        unstopped: upTo(1 - failSafe, 2),
        uncaught: upTo(1 - recovery, 2),
        each: upTo(each, 5),
        plain: percent(chain().success, 1),
        perThousand: fixed(1000 * (1 - success)),
        key: percent(success, 1),
      },
      slips: [
        { value: chain().success, why: '防错和补救都没有算进去，这是什么也不做时的。' },
        {
          value: chain({ failSafe }).success,
          why: '漏了补救。挡不住的差错里，还有一部分接得回来。',
        },
        {
          value: chain({ failSafe: failSafe + recovery }).success,
          why: '把两个比例加起来了。补救只接得到防错漏过去的那些，两道要相乘。',
        },
        { value: each, why: '这是一步的。整条要把每一步连乘。' },
      ],
    };
  },
});
