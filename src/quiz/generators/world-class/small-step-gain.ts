import { improvementPath } from '../../../calc/improvement/improvement-race.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 每月小改一步，没有固化，三个月后比起点高几分。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.012,
  draw(random) {
    const gain = pick(random, 0.02, 0.05, 0.01);
    const backsliding = oneOf(random, [0.15, 0.2, 0.25, 0.3]);
    const { levels, levelWithoutBacksliding } = improvementPath({ periods: 3, gain, backsliding });
    const over = levels.map((level) => level - 100);
    const key = over[3] as number;
    const slips = apart(
      key,
      [
        {
          value: levelWithoutBacksliding - 100,
          why: '一点也没有退。没有固化的成果每月要退掉几成。',
        },
        { value: 300 * gain, why: '三次直接相加了，退掉的和滚起来的都没有算。' },
        {
          value: (levelWithoutBacksliding - 100) * (1 - backsliding),
          why: '只在最后退了一次。每个月都在退，早改的退了好几遍。',
        },
        { value: 100 * gain, why: '只剩最后一次的了。前两次的还留着一些。' },
        {
          value: key * (1 - backsliding),
          why: '最后一次刚改完，还没有到退的时候，多退了一遍。',
        },
      ],
      0.012,
    );
    if (!slips) return null;
    const kept = over.map((each) => each * (1 - backsliding));
    return {
      key,
      numbers: { gain, backsliding },
      shown: {
        gain: percent(gain),
        backsliding: percent(backsliding),
        one: upTo(100 + (over[1] as number), 2),
        keptOne: upTo(100 + (kept[1] as number), 3),
        two: upTo(100 + (over[2] as number), 3),
        keptTwo: upTo(100 + (kept[2] as number), 3),
        three: upTo(100 + key, 2),
        never: upTo(levelWithoutBacksliding, 1),
        key: upTo(key, 2),
      },
      slips,
    };
  },
});
