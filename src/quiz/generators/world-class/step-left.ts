import { improvementPath } from '../../../calc/improvement/improvement-race.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 一次大改，一部分当场固化，几个月以后还剩几分。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.012,
  draw(random) {
    const gain = pick(random, 0.1, 0.3, 0.05);
    const standardized = oneOf(random, [0.2, 0.3, 0.4, 0.5, 0.6]);
    const backsliding = oneOf(random, [0.1, 0.15, 0.2, 0.25]);
    const months = pick(random, 2, 4);
    const { levels, baseline } = improvementPath({ periods: 1, gain, standardized });
    const first = (levels[1] as number) - 100;
    const fixedPart = (baseline[1] as number) - 100;
    const loose = first - fixedPart;
    const key = fixedPart + loose * (1 - backsliding) ** months;
    const slips = apart(
      key,
      [
        {
          value: first * (1 - backsliding) ** months,
          why: '固化的那一份也退了。写进规矩的不再退。',
        },
        {
          value: first * standardized,
          why: '没有固化的当成一下子全退光了。它是一个月一个月退的。',
        },
        {
          value: first * standardized + loose * Math.max(0, 1 - backsliding * months),
          why: '每月退的几成直接相加了。第二个月退的，是头一个月剩下的几成。',
        },
        { value: first * (1 - backsliding), why: '只退了一个月，固化的一份也没有分开。' },
        {
          value: first * (1 - standardized) + first * standardized * (1 - backsliding) ** months,
          why: '固化的和没有固化的弄反了：退的是没有固化的。',
        },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        gain: upTo(first, 0),
        standardized: percent(standardized),
        backsliding: percent(backsliding),
        months: String(months),
        fixedPart: upTo(fixedPart, 2),
        loose: upTo(loose, 2),
        stay: upTo(1 - backsliding, 2),
        left: upTo(key - fixedPart, 2),
        key: upTo(key, 2),
      },
      slips,
    };
  },
});
